import type { CommitmentKind } from '../read-record-types.ts';
import { bodyAliases } from './body-names.ts';
import data from './commitment-rules.json' with { type: 'json' };

/** One explainable rule: a verb pattern, where its owner is found, and the reason it gives. */
export interface CommitmentRule {
  readonly kind: CommitmentKind;
  readonly pattern: RegExp;
  readonly owner: 'who' | 'speaker' | 'none';
  readonly because: string;
}

export const PRONOUNS: ReadonlySet<string> = new Set(data.who.pronouns);

/** Source of a pattern for a body as minutes name it ("the MPS", "The Transparency Team", "Met") or a pronoun. */
export const WHO = `(?:${[
  String.raw`(?:[Tt]he )?(?:${bodyAliases.join('|')})\b`,
  String.raw`(?:[Tt]he )?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?: team| officials)?\b`,
  String.raw`[Tt]he [A-Z][\w’'-]*(?: (?:(?:of|for|and) )?[A-Z][\w’'-]*){0,7}`,
  String.raw`[A-Z][\w’'-]*(?: (?:(?:of|for|and) )?[A-Z][\w’'-]*){1,7}`,
  String.raw`[Tt]he (?:${data.who.offices.join('|')})\b`,
  String.raw`\b(?:${data.who.pronouns.join('|')})\b`,
].join('|')})`;

/** The rules of `commitment-rules.json`, ready to run over one sentence. */
export const COMMITMENT_RULES: readonly CommitmentRule[] = data.rules.map((rule) => ({
  kind: rule.kind as CommitmentKind,
  owner: rule.owner as CommitmentRule['owner'],
  because: rule.because,
  pattern: new RegExp(rule.pattern.replace('{WHO}', String.raw`(?<![\w’'-])(?<who>${WHO})`), 'gu'),
}));
