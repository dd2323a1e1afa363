import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { requireEventsOfTrials, requireExactSize, requireLevel } from '../check-input.ts';
import type { Interval } from './interval.ts';

/**
 * Jeffreys' interval for a share: equal-tailed limits of a Beta(events + ½, trials − events + ½). As its authors
 * advise, the lower limit is 0 without events and the upper 1 when every trial is an event, so the estimate always
 * lies inside.
 *
 * Source: Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133. Checked against R:
 * `qbeta(c(.025, .975), 12.5, 68.5)`.
 *
 * @throws StatisticsError without trials, with negative or non-finite numbers, or more events than trials
 */
export function jeffreysInterval(events: number, trials: number, level = 0.95): Interval {
  requireLevel(level);
  requireEventsOfTrials(events, trials);
  requireExactSize(trials, 'trials');
  const tail = (1 - level) / 2;
  const [a, b] = [events + 0.5, trials - events + 0.5];
  return {
    estimate: events / trials,
    lower: events === 0 ? 0 : betaQuantile(tail, a, b),
    upper: events === trials ? 1 : betaQuantile(1 - tail, a, b),
  };
}
