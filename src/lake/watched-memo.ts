import { restOn, stillHolds, watched, type Watch } from './watch.ts';

/** The part of the lake that says when it changes. */
interface Versioned {
  version(): string;
}

interface Kept<Value> {
  readonly value: Value;
  readonly watch: Watch;
}

interface Entry<Value> {
  /** State of the lake for which the answer is known to hold. */
  readonly version: string;
  readonly kept: Promise<Kept<Value>>;
}

/** Answers kept unless told otherwise; the longest unasked goes first. */
const MOST_KEPT = 5000;

/**
 * Remembers what was worked out from the lake. When the lake has changed, an answer is given again only after everything that it
 * rested on was read again and found the same; otherwise it is worked out anew. What failed is not remembered. Requests for the
 * same thing at the same time share one working-out. It lives in the memory of one process, and so needs no clearing.
 */
export class WatchedMemo<Value> {
  readonly #lake: Versioned;
  readonly #most: number;
  readonly #known = new Map<string, Entry<Value>>();
  #workedOut = 0;
  #foundToHold = 0;

  constructor(lake: Versioned, most = MOST_KEPT) {
    this.#lake = lake;
    this.#most = most;
  }

  /** How many answers were worked out, and how many were found to hold after a change of the lake. */
  get work(): { readonly workedOut: number; readonly foundToHold: number } {
    return { workedOut: this.#workedOut, foundToHold: this.#foundToHold };
  }

  /** The value of a key, worked out when it is first asked for and when what it rests on has changed. */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    // Asked before anything is read: an answer that a change overtakes is looked at again.
    const version = this.#lake.version();
    const before = this.#known.get(key);
    const entry = before?.version === version ? before : { version, kept: this.#renew(before, make) };
    this.#known.delete(key);
    this.#known.set(key, entry);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value ?? key);
    try {
      const { value, watch } = await entry.kept;
      restOn(watch);
      return value;
    } catch (error) {
      if (this.#known.get(key) === entry) this.#known.delete(key);
      throw error;
    }
  }

  async #renew(before: Entry<Value> | undefined, make: () => Promise<Value>): Promise<Kept<Value>> {
    const kept = await before?.kept.catch(() => undefined);
    if (kept !== undefined && (await stillHolds(kept.watch))) {
      this.#foundToHold += 1;
      return kept;
    }
    this.#workedOut += 1;
    return watched(make);
  }
}
