import type { ReadAction, ReadCommitment, ReadItem } from '../read-record-types.ts';
import { bodyAliases, canonicalBody } from './body-names.ts';
import { COMMITMENT_RULES, PRONOUNS, WHO, type CommitmentRule } from './commitment-rules.ts';
import { sentences } from './sentences.ts';
import { contentWords } from './content-words.ts';

/** Of the words of a clause or of an action, whichever has fewer: at this share in common, the action says the same. */
const SAME_UNDERTAKING = 0.5;
const NAMED = new RegExp(String.raw`(?<![\w’'])${WHO}`, 'gu');
const SPEAKER = new RegExp(
  String.raw`(?<who>${WHO}) (?:also )?(?:advised|said|replied|answered|reported|confirmed|explained|stated|assured)\b`,
  'u',
);

/** What stands after one of these is asked or supposed, not undertaken: "would say whether it was reviewing …". */
const SUBORDINATE = /\b(?:whether|if|when|until|unless|because)\s+$/i;

/**
 * Proposes the undertakings, ongoing work and stated needs that paragraphs hold and that no action of the same
 * paragraph already records. A proposal only: a person accepts it or not, and `because` says why it was made.
 */
export function findCommitments(
  items: readonly ReadItem[],
  actions: readonly ReadAction[],
): ReadCommitment[] {
  return items
    .flatMap((item) => item.paragraphs)
    .flatMap(({ ref, text }) => {
      const written = actions.filter((action) => action.paragraph === ref);
      return sentences(text).flatMap((sentence) =>
        inSentence(sentence.text)
          .filter((found) => !written.some((action) => saysTheSame(found.clause, action.text)))
          .map(({ rule, owner, clause }) => ({
            paragraph: ref,
            text: sentence.text,
            owner,
            kind: rule.kind,
            clause,
            because: rule.because,
          })),
      );
    });
}

interface Found {
  readonly rule: CommitmentRule;
  readonly start: number;
  readonly end: number;
  readonly owner: string | null;
  readonly clause: string;
}

function inSentence(sentence: string): Found[] {
  const matches = COMMITMENT_RULES.flatMap((rule) =>
    [...sentence.matchAll(rule.pattern)].map((match) => ({
      rule,
      match,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = matches.filter(
    (one, at) =>
      !SUBORDINATE.test(sentence.slice(0, one.start)) &&
      !matches.slice(0, at).some((earlier) => one.start < earlier.end),
  );
  return apart.map(({ rule, match, start, end }, at) => {
    const next = apart[at + 1]?.start ?? sentence.length;
    const from = rule.owner === 'who' ? start : clauseStart(sentence, start, apart[at - 1]?.end ?? 0);
    return {
      rule,
      start,
      end,
      owner: ownerOf(rule, match, sentence),
      clause: trimClause(sentence.slice(from, next)),
    };
  });
}

function ownerOf(rule: CommitmentRule, match: RegExpExecArray, sentence: string): string | null {
  if (rule.owner === 'none') return null;
  const who = rule.owner === 'speaker' ? SPEAKER.exec(sentence)?.groups?.['who'] : match.groups?.['who'];
  if (who === undefined) return null;
  if (!PRONOUNS.has(who.toLowerCase())) return canonicalBody(who);
  // A pronoun stands for the body last named before it in the sentence.
  const named = [...sentence.slice(0, match.index).matchAll(NAMED)]
    .map((found) => found[0])
    .filter((name) => !PRONOUNS.has(name.toLowerCase()));
  const before = named.at(0);
  return before === undefined ? null : canonicalBody(before);
}

/** A need or a passive has its subject before the verb: the clause begins after the last "that", "and" or mark before it. */
function clauseStart(sentence: string, verb: number, floor: number): number {
  const before = sentence.slice(floor, verb);
  const marks = [...before.matchAll(/[,;:]\s+|\b(?:that|and|while|but)\s+/g)];
  const last = marks.at(-1);
  return floor + (last === undefined ? 0 : last.index + last[0].length);
}

function trimClause(text: string): string {
  return text
    .trim()
    .replace(/(?:[\s,;]+(?:and|but|while|that|as|so))+$/i, '')
    .replace(/[\s,;.]+$/, '');
}

function saysTheSame(clause: string, action: string): boolean {
  const names = new Set(bodyAliases.flatMap((alias) => contentWords(alias)));
  const [a, b] = [contentWords(clause), contentWords(action)].map((words) =>
    words.filter((word) => !names.has(word)),
  );
  if (a === undefined || b === undefined) return false;
  const common = a.filter((word) => b.includes(word)).length;
  return common >= 3 && common / Math.min(a.length, b.length) >= SAME_UNDERTAKING;
}
