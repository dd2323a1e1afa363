import { addDays, addMonths, startOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import { NEWEST } from '../lake/vintages.ts';
import { ask } from './ask.ts';
import { claimState, verdictOf, type ClaimState, type Verdict } from './claim-state.ts';
import type { EvidenceContext } from './context.ts';
import type { Finding } from './finding.ts';
import { parseQuestion } from './question.ts';

/** A sentence of a record, as far as checking it needs. */
export interface Claim {
  readonly record: IsoDate;
  readonly paragraph: string;
  readonly text: string;
  readonly kind: string;
  readonly question: string | null;
}

/** What a claim looked like from one point in time. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

export interface CheckedClaim {
  readonly state: ClaimState;
  /** The same periods say something else in the newest publication than in the one of the time. */
  readonly dataRevised: boolean;
  readonly then: Judgement | null;
  readonly now: Judgement | null;
}

/** Kinds of claim that data could settle, were they published. Of the others no figure can say yes or no. */
const CHECKABLE: ReadonlySet<string> = new Set(['statistical', 'data-quality', 'forecast']);

/**
 * Judges a claim twice. Then: only periods that had ended by the meeting, in the earliest publication that covers
 * them. Now: only what has come since, in the newest. The record itself is never touched.
 */
export async function checkClaim(context: EvidenceContext, claim: Claim): Promise<CheckedClaim> {
  if (claim.question === null)
    return {
      state: CHECKABLE.has(claim.kind) ? 'cannot-be-checked' : 'not-checkable',
      dataRevised: false,
      then: null,
      now: null,
    };
  const question = parseQuestion(claim.question);
  // A month that ends on the very day of the meeting had not ended when the board met.
  const before = { ...question, until: addDays(claim.record, -1) };
  // Months are compared whole: what has come since begins with the month after the meeting.
  const after = { ...question, since: firstMonthAfter(claim.record) };
  const thenFinding = await ask(context, before, { vintage: { kind: 'earliest' } });
  const nowFinding = await ask(context, after, { vintage: NEWEST });
  const [then, now] = [verdictOf(question, thenFinding), verdictOf(question, nowFinding)];
  const today = await ask(context, before, { vintage: NEWEST });
  return {
    state: claimState(then, now),
    dataRevised: JSON.stringify(today.numbers) !== JSON.stringify(thenFinding.numbers),
    then: { verdict: then, finding: thenFinding },
    now: { verdict: now, finding: nowFinding },
  };
}

function firstMonthAfter(date: IsoDate): IsoDate {
  const first = startOfMonth(date);
  return first === date ? first : addMonths(first, 1);
}
