import type { Conditions } from './conditions.ts';

/** How often a publisher may be asked. */
export interface Rate {
  readonly per_second: number;
  /** Requests that may be made at once after a rest. */
  readonly burst: number;
}

/** Holds requests back to a publisher's limit: a bucket of `burst` tokens, filled again at `per_second`. */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #conditions: Pick<Conditions, 'now' | 'sleep' | 'signal'>;
  #tokens: number;
  #filledAt: number;

  constructor(rate: Rate, conditions: Pick<Conditions, 'now' | 'sleep' | 'signal'>) {
    this.#rate = rate;
    this.#conditions = conditions;
    this.#tokens = rate.burst;
    this.#filledAt = conditions.now();
  }

  /** Returns when one more request may be made. */
  async take(): Promise<void> {
    this.#fill();
    // A token is taken even when there is none yet: those who come later queue behind this one.
    this.#tokens -= 1;
    if (this.#tokens >= 0) return;
    await this.#conditions.sleep(
      Math.ceil((-this.#tokens / this.#rate.per_second) * 1000),
      this.#conditions.signal,
    );
  }

  #fill(): void {
    const now = this.#conditions.now();
    const earned = (Math.max(0, now - this.#filledAt) / 1000) * this.#rate.per_second;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + earned);
    this.#filledAt = now;
  }
}
