import type { Finding } from './finding.ts';
import type { Question } from './question.ts';

/** What a finding says of a claim. */
export type Verdict = 'supported' | 'contradicted' | 'uncertain' | 'no-data';

export type ClaimState =
  | 'holds'
  | 'no-longer-holds'
  | 'never-held'
  | 'later-only'
  | 'not-borne-out'
  | 'unproven'
  | 'cannot-be-checked'
  | 'not-checkable';

/** What was known then against what is known now. Rows: then; columns: now. */
const STATES: Readonly<Record<Verdict, Readonly<Record<Verdict, ClaimState>>>> = {
  supported: {
    supported: 'holds',
    contradicted: 'no-longer-holds',
    uncertain: 'no-longer-holds',
    'no-data': 'holds',
  },
  contradicted: {
    supported: 'never-held',
    contradicted: 'never-held',
    uncertain: 'never-held',
    'no-data': 'never-held',
  },
  uncertain: {
    supported: 'later-only',
    contradicted: 'not-borne-out',
    uncertain: 'unproven',
    'no-data': 'unproven',
  },
  'no-data': {
    supported: 'later-only',
    contradicted: 'not-borne-out',
    uncertain: 'unproven',
    'no-data': 'cannot-be-checked',
  },
};

/** The state of a claim from its two verdicts. */
export function claimState(then: Verdict, now: Verdict): ClaimState {
  return STATES[then][now];
}

/** What each expectation takes for yes, and what for no; any other answer leaves it open. */
const EXPECTED: Readonly<Record<string, { readonly yes: string; readonly no: readonly string[] }>> = {
  above: { yes: 'above', no: ['below'] },
  below: { yes: 'below', no: ['above'] },
  similar: { yes: 'similar', no: ['above', 'below'] },
  down: { yes: 'falling', no: ['rising'] },
  up: { yes: 'rising', no: ['falling'] },
  none: { yes: 'no-signal', no: ['falling', 'rising'] },
};

/** What a finding says of the claim that asked the question. */
export function verdictOf(question: Question, finding: Finding): Verdict {
  if (finding.verdict === 'no-data') return 'no-data';
  if (question.kind === 'rank')
    return (
      ({ 'they-are': 'supported', 'others-are': 'contradicted' } as const)[finding.verdict] ?? 'uncertain'
    );
  const expected = question.expect === null ? undefined : EXPECTED[question.expect];
  if (!expected) return 'uncertain';
  if (finding.verdict === expected.yes) return 'supported';
  return expected.no.includes(finding.verdict) ? 'contradicted' : 'uncertain';
}
