import { requireNotNegative } from './check-input.ts';
import { StatisticsError } from './statistics-error.ts';

/** A category's share among the known, and the range that the unknown leave for its true share. */
export interface ShareBounds {
  readonly knownShare: number | null;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Bounds for the share of each category when `unknown` of the cases have none recorded: with p among the known and a
 * part m missing, the true share lies in [p(1 − m), p(1 − m) + m] whatever the missing are.
 *
 * Source: Manski (2003), ch. 1.
 *
 * @throws StatisticsError for negative counts, or when there is nothing to share
 */
export function shareBounds(counts: readonly number[], unknown: number): ShareBounds[] {
  for (const count of counts) requireNotNegative(count, 'a count');
  requireNotNegative(unknown, 'the count without a category');
  const known = counts.reduce((sum, count) => sum + count, 0);
  const all = known + unknown;
  if (all === 0)
    throw new StatisticsError(
      'no-data',
      'All counts are 0: there is nothing to share.',
      'Give counts above 0.',
    );
  return counts.map((count) => ({
    knownShare: known === 0 ? null : count / known,
    lower: count / all,
    upper: (count + unknown) / all,
  }));
}

/** Whether two ranges overlap: could one and the same share lie in both? */
export function rangesOverlap(
  a: { lower: number; upper: number },
  b: { lower: number; upper: number },
): boolean {
  return a.lower <= b.upper && b.lower <= a.upper;
}
