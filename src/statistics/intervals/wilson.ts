import { requireEventsOfTrials, requireLevel } from '../check-input.ts';
import { twoSidedMultiplier } from '../distributions/normal.ts';
import type { Interval } from './interval.ts';

/**
 * Wilson's score interval for a share: events out of trials, as a fraction from 0 to 1.
 * Events and trials may be fractional (an effective sample). Limits never leave [0, 1] and always hold the estimate.
 *
 * Source: Wilson (1927), JASA 22, 209–212. Checked against R: `epitools::binom.wilson(12, 80)`,
 * `prop.test(12, 80, correct = FALSE)`.
 *
 * @throws StatisticsError without trials, with negative or non-finite numbers, or more events than trials
 */
export function wilsonInterval(events: number, trials: number, level = 0.95): Interval {
  requireLevel(level);
  requireEventsOfTrials(events, trials);
  const z = twoSidedMultiplier(level);
  const share = events / trials;
  const shrink = (z * z) / trials;
  const middle = (share + shrink / 2) / (1 + shrink);
  const half = (z * Math.sqrt((share * (1 - share) + shrink / 4) / trials)) / (1 + shrink);
  return {
    estimate: share,
    // At the ends the formula gives 0 and 1 but for rounding.
    lower: events === 0 ? 0 : Math.max(0, Math.min(share, middle - half)),
    upper: events === trials ? 1 : Math.min(1, Math.max(share, middle + half)),
  };
}
