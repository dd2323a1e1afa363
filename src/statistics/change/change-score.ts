import type { ChangeFound } from './change-scan.ts';

/** How much of the score a change must give up for each unit of memory that it leaves behind. */
const PRICE_OF_MEMORY = 12;

/**
 * The gain of a change less a price for the memory left after it. Where noise remembers, wandering looks like change and
 * gains run higher; priced like this, the score is spread alike for white noise and for a memory of 0.4, so one critical
 * value serves both. (In between it is exceeded a little more often, beyond less.)
 */
export function changeScore({ gain, memory }: ChangeFound): number {
  return gain - PRICE_OF_MEMORY * Math.min(memory, 0.5);
}

/**
 * Whether a steady drift is the better story: it must fit better, or nearly as well where the drift itself is plain. The
 * plainer the drift, the clearer a change must beat it.
 */
export function driftIsBetter({ gainOverDrift, driftGain }: ChangeFound): boolean {
  return gainOverDrift < 0.4 * Math.max(0, driftGain - 12);
}
