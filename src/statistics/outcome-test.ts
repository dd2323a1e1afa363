import { requireEventsOfTrials, requireLevel } from './check-input.ts';
import { twoSidedMultiplier } from './distributions/normal.ts';
import { wilsonInterval } from './intervals/wilson.ts';
import { StatisticsError } from './statistics-error.ts';

/** Searches and those that found something. */
export interface Searches {
  readonly searches: number;
  readonly hits: number;
}

/** A difference of two shares, with its interval. */
export interface Difference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Difference of two hit rates with Newcombe's interval, built from the Wilson intervals of both; it never leaves [−1, 1].
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 */
export function hitRateDifference(group: Searches, reference: Searches, level = 0.95): Difference {
  const one = wilsonInterval(group.hits, group.searches, level);
  const other = wilsonInterval(reference.hits, reference.searches, level);
  const difference = one.estimate - other.estimate;
  return {
    difference,
    lower: difference - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
    upper: difference + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
  };
}

/**
 * Mantel and Haenszel's difference of hit rates: like is compared with like within each area. Sato's variance, which
 * holds for few large areas and for many small ones. Areas in which either was never searched say nothing.
 *
 * Source: Sato (1989), Biometrics 45, 1323–1324. Checked against R: `metafor::rma.mh(measure = "RD")`.
 *
 * @throws StatisticsError when no area has searches of both
 */
export function areaAdjustedDifference(
  areas: readonly { readonly group: Searches; readonly reference: Searches }[],
  level = 0.95,
): Difference {
  requireLevel(level);
  let [weights, sum, p, q] = [0, 0, 0, 0];
  for (const { group, reference } of areas) {
    const [n, m] = [group.searches, reference.searches];
    if (n === 0 || m === 0) continue;
    requireEventsOfTrials(group.hits, n);
    requireEventsOfTrials(reference.hits, m);
    const all = n + m;
    weights += (n * m) / all;
    sum += (group.hits * m - reference.hits * n) / all;
    p += (n * n * reference.hits - m * m * group.hits + (n * m * (m - n)) / 2) / (all * all);
    q += (group.hits * (m - reference.hits) + reference.hits * (n - group.hits)) / (2 * all);
  }
  if (weights === 0) {
    throw new StatisticsError(
      'no-trials',
      'No area has searches of both groups.',
      'Leave the areas out, or choose another reference.',
    );
  }
  const difference = sum / weights;
  const reach = (twoSidedMultiplier(level) * Math.sqrt(Math.max(0, difference * p + q))) / weights;
  return { difference, lower: Math.max(-1, difference - reach), upper: Math.min(1, difference + reach) };
}
