import { WatchedMemo } from '../lake/watched-memo.ts';
import { checkClaim, type CheckedClaim, type Claim } from './check-claim.ts';
import type { EvidenceContext } from './context.ts';

/**
 * Checks claims and remembers the answers: the same data give the same answer, so a page costs nothing the second time, and data
 * that a claim rests on are noticed on the next look.
 */
export class ClaimBoard {
  readonly #context: EvidenceContext;
  readonly #answers: WatchedMemo<CheckedClaim>;

  constructor(context: EvidenceContext) {
    this.#context = context;
    this.#answers = new WatchedMemo(context.lake);
  }

  /** The claim's state and verdicts with the data held now. */
  async check(claim: Claim): Promise<CheckedClaim> {
    const key = `${claim.record}\u0000${claim.kind}\u0000${claim.question ?? ''}`;
    return this.#answers.get(key, async () => checkClaim(this.#context, claim));
  }
}
