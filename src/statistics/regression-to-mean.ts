import { requireLevel, requireNotNegative } from './check-input.ts';
import { twoSidedMultiplier } from './distributions/normal.ts';
import { StatisticsError } from './statistics-error.ts';

export interface RegressionToMean {
  readonly picked: number;
  readonly before: number;
  /** What the picked places would have had next, had nothing been done and nothing else changed. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** Share of their count that picked places lose by themselves; below 0 where they were picked for being low. */
  readonly fallByItself: number;
  /** How much of a place's distance from the mean lasts: 0 chance alone, 1 all of it. */
  readonly lasting: number;
}

/**
 * How far places that were picked because their count was high fall by themselves. Counts are Poisson about a level of
 * each place, levels are gamma among places; the mean and spread of the levels come from all places, picked or not.
 *
 * Source: Hauer (1997), Observational Before–After Studies in Road Safety, ch. 11 (empirical Bayes, by moments).
 *
 * @param before counts of all places in the period by which they were picked
 * @param picked whether each was
 * @param level of the interval for the next count
 * @throws StatisticsError with fewer than three places, none picked or all, or only zeros
 */
export function regressionToMean(
  before: Float64Array,
  picked: readonly boolean[],
  level = 0.95,
): RegressionToMean {
  requireLevel(level);
  for (const count of before) requireNotNegative(count, 'a count');
  const n = before.length;
  const chosen = before.filter((_, i) => picked[i] === true);
  if (n < 3)
    throw new StatisticsError(
      'too-few-points',
      `${n} places are too few.`,
      'Give all places, picked or not.',
    );
  if (chosen.length === 0 || chosen.length === n) {
    throw new StatisticsError(
      'one-group',
      'Either no place was picked or all were.',
      'Give the places that could have been picked as well.',
    );
  }
  const mean = before.reduce((sum, count) => sum + count, 0) / n;
  if (mean === 0) throw new StatisticsError('no-data', 'All counts are 0.', 'Take a longer period.');
  const variance = before.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1);
  const lasting = Math.max(0, variance - mean) / variance || 0;
  const total = chosen.reduce((sum, count) => sum + count, 0);
  const expected = chosen.reduce((sum, count) => sum + mean + lasting * (count - mean), 0);
  const reach = twoSidedMultiplier(level) * Math.sqrt(expected * (1 + lasting));
  return {
    picked: chosen.length,
    before: total,
    expected,
    lower: Math.max(0, expected - reach),
    upper: expected + reach,
    fallByItself: total === 0 ? 0 : 1 - expected / total,
    lasting,
  };
}
