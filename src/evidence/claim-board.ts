import { checkClaim, type CheckedClaim, type Claim } from './check-claim.ts';
import type { EvidenceContext } from './context.ts';

/**
 * Checks claims and remembers the answers for as long as the lake stays as it is: the same data give the same
 * answer, so a page costs nothing the second time, and new data are noticed on the next look.
 */
export class ClaimBoard {
  readonly #context: EvidenceContext;
  #version = '';
  #answers = new Map<string, Promise<CheckedClaim>>();

  constructor(context: EvidenceContext) {
    this.#context = context;
  }

  /** The claim's state and verdicts with the data held now. */
  async check(claim: Claim): Promise<CheckedClaim> {
    const version = this.#context.lake.version();
    if (version !== this.#version) {
      this.#answers = new Map();
      this.#version = version;
    }
    const key = `${claim.record}\u0000${claim.kind}\u0000${claim.question ?? ''}`;
    const known = this.#answers.get(key) ?? checkClaim(this.#context, claim);
    this.#answers.set(key, known);
    return known;
  }
}
