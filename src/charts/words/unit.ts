/**
 * What a number is a number of.
 *
 * - `count`: things counted
 * - `per-1000`, `per-100000`: a rate, already multiplied up
 * - `proportion`: a share from 0 to 1, written as a percentage
 * - `points`: a difference in percentage points or of a score, already in points
 * - `number`: an index or score with no unit of its own
 */
export type Unit = 'count' | 'per-1000' | 'per-100000' | 'proportion' | 'points' | 'number';

/** Whether a value of this unit below zero would make no sense. */
export function cannotBeNegative(unit: Unit): boolean {
  return unit === 'count' || unit === 'per-1000' || unit === 'per-100000' || unit === 'proportion';
}
