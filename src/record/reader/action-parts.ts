import type { Due } from '../read-record-types.ts';
import { canonicalBody } from './body-names.ts';
import { readDue } from './due.ts';

const CAPITALISED = String.raw`\p{Lu}[\p{L}\d&’']*(?:[.-][\p{L}\d]+)*`;
const PHRASE = String.raw`${CAPITALISED}(?:\s+(?:(?:of|for|and|the|on)\s+){0,2}${CAPITALISED}){0,7}`;
const OWNER = new RegExp(
  String.raw`^(?:[Tt]he\s+)?(?<owner>${PHRASE}(?:,\s+${PHRASE}){0,5}(?:\s+(?:and\s+)?(?:team|members|officials|colleagues|policy team|project team))?)\s+(?:to|will|would|shall|should)\s+(?:be\s+)?\p{Ll}`,
  'u',
);
const RECIPIENT = [
  new RegExp(
    String.raw`\b(?:advise|inform|tell|update|brief|notify|assure|send|give|consult)\s+(?:the\s+)?(?<to>${PHRASE})`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:share|provide|send|circulate|give|submit|report|present|supply|forward|write|distribute|return|respond|explain)\b[^.;]*?\s(?:with|to)\s+(?:the\s+)?(?<to>${PHRASE})`,
    'u',
  ),
];

/** Who owes an action, to whom, and by when, as far as its words say; a part that they do not say is null. */
export function actionParts(text: string): {
  owner: string | null;
  recipient: string | null;
  due: Due | null;
} {
  const owner = OWNER.exec(text)?.groups?.['owner'] ?? null;
  const rest = owner === null ? text : text.slice(text.indexOf(owner) + owner.length);
  const recipient = RECIPIENT.map((pattern) => pattern.exec(rest)?.groups?.['to']).find(
    (found) => found !== undefined,
  );
  return {
    owner: owner === null ? null : canonicalBody(owner),
    recipient: recipient === undefined ? null : canonicalBody(recipient.replace(/[’']+$/, '')),
    due: readDue(text),
  };
}
