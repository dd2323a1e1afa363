import type { Due } from '../read-record-types.ts';
import { findDates } from './spoken-date.ts';

const ASAP =
  /\b(?:as soon as (?:possible|practicable)|asap|immediately|urgently|without delay|at the earliest opportunity)\b/i;
const FORUM =
  /\b(?:by|at|to|for|before|in time for)\s+(?:the\s+|a\s+|its\s+|our\s+)?(?:next|following|future|forthcoming|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\/\w+)?)\s+(?:[\w’'-]+\s+){0,5}?(?:meetings?|(?:board|panel|committee)(?:\s+meetings?)?)\b/i;
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const PERIOD = new RegExp(
  String.raw`\b(?:(?:by|in|from|before|during|until)\s+)?(?:the\s+)?(?:(?:end|start|beginning|middle|close)\s+of\s+|mid[\s-]|early\s+|late\s+|next\s+)?(?:${MONTH}(?:\s+\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}|(?:spring|summer|autumn|winter)(?:\s+\d{4})?|(?:the\s+)?(?:week|month|quarter|year|financial year)|Q[1-4](?:\s+\d{4}(?:-\d{2,4})?)?)\b`,
  'gi',
);

/**
 * When an action is to be done, as its words say: a calendar date, a forum ("by the next meeting"), a period ("in autumn"),
 * as soon as possible; null when no date was set. Boards often set none, and nobody should be forced to invent one.
 */
export function readDue(text: string): Due | null {
  const asap = ASAP.exec(text);
  if (asap) return { kind: 'asap', text: asap[0] };
  for (const found of findDates(text)) {
    if (
      found.date !== null &&
      /\b(?:by|on|before|due:?|until|no later than)\s+(?:\w+day,?\s+)?(?:the\s+)?$/i.test(
        text.slice(0, found.start),
      )
    ) {
      return { kind: 'date', text: found.text, date: found.date };
    }
  }
  const forum = FORUM.exec(text);
  if (forum) return { kind: 'forum', text: forum[0] };
  for (const match of text.matchAll(PERIOD))
    if (saysWhen(match, text)) return { kind: 'period', text: match[0].trim() };
  return null;
}

/** "in autumn" and "Due: September" set a time; a month's or season's bare name in the middle of a sentence does not. */
function saysWhen(match: RegExpExecArray, text: string): boolean {
  const before = text.slice(0, match.index);
  if (/\bdue:?\s*$/i.test(before)) return true;
  const bare = !/^(?:by|in|from|before|during|until)\s/i.test(match[0]);
  if (bare) return false;
  return !/^(?:in|from|during|before|until)\s+the\s+(?:week|month|quarter|year)\b/i.test(match[0]);
}
