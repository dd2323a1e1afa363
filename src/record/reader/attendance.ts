import type { Attendee } from '../read-record-types.ts';
import words from './attendance-words.json' with { type: 'json' };

const PRESENT = new Set(words.present);
const PRESENT_BEFORE_NAMES = new Set(words['present only before names on the same line']);
const ABSENT = new Set(words.absent);
const ROLES = new RegExp(String.raw`\b(?:${words.roles.join('|')})\b`, 'i');
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|del|der|van|von|bin|al|la|le|of|O[’'])$/u;
const NAME_AND_REST = /^([^,(–—:]+?)(?:\s*,\s*|\s+[–—-]\s*|\s*(?=\())(\S.*)$/;

/** A line such as "Present:" or "Apologies: A, B and C". `people` is the text after the colon ("" when there is none). */
export interface AttendanceLabel {
  readonly label: string;
  readonly absent: boolean;
  readonly people: string;
}

/** Reads a heading that is known to stand over names; null for anything else. */
export function attendanceLabel(text: string): AttendanceLabel | null {
  const match = /^([^:]+?)\s*(?::\s*(.*))?$/.exec(text);
  const label = match?.[1] ?? '';
  const folded = label.toLowerCase();
  const people = match?.[2] ?? '';
  const present = PRESENT.has(folded) || (people !== '' && PRESENT_BEFORE_NAMES.has(folded));
  return present || ABSENT.has(folded) ? { label, absent: ABSENT.has(folded), people } : null;
}

/**
 * Reads "Name, Role", "Name (Body)", "Name – CHAIR" or a bare name; null when it looks like none.
 * What follows the name is a role if it holds a word for one or if the body is known from the heading above; else a body.
 */
export function attendee(text: string, headingBody: string | null, group: string | null): Attendee | null {
  const match = NAME_AND_REST.exec(text);
  const name = (match?.[1] ?? text).trim();
  const rest = (match?.[2] ?? '').trim();
  if (!looksLikeName(name) || text.length > 160) return null;
  const place = group === null ? {} : { group };
  if (rest === '') return { name, role: null, body: headingBody, ...place };
  const said = unwrap(rest);
  if (headingBody !== null || ROLES.test(said)) return { name, role: said, body: headingBody, ...place };
  return { name, role: null, body: said, ...place };
}

/** Whether a line has a comma, bracket or dash after what looks like a name: enough to call the line above it a heading. */
export function isNameWithMore(text: string): boolean {
  const match = NAME_AND_REST.exec(text);
  return match !== null && text.length <= 160 && looksLikeName(match[1] ?? '');
}

/** "A (X), B (Y, Z) and C" → its three people and the word between, without breaking inside brackets. */
export function splitPeople(text: string): string[] {
  return text
    .replace(/\.$/, '')
    .split(/[,;]\s*(?![^(]*\))|\s+(and)\s+(?![^(]*\))/)
    .map((part) => (part ?? '').trim())
    .filter((part) => part !== '');
}

function looksLikeName(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return parts.length <= 6 && parts.every((part) => NAME_WORD.test(part)) && /\p{Lu}/u.test(text);
}

function unwrap(text: string): string {
  const inner = /^\(([^()]*)\)$/.exec(text);
  return (inner?.[1] ?? text).trim();
}
