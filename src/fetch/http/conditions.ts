/** What a download needs of the world around it, so that tests can stand in for clock, chance and waiting. */
export interface Conditions {
  readonly fetch: typeof globalThis.fetch;
  /** Waits some milliseconds; ends at once, by throwing, when the signal says stop. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Stops everything: Ctrl-C. */
  readonly signal: AbortSignal;
}
