import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { requireExactCount, requireEventsOfTrials, requireLevel } from '../check-input.ts';
import type { Interval } from './interval.ts';

/**
 * Clopper and Pearson's exact interval for a share: whole events out of whole trials. It covers at least `level`,
 * usually more, so it is wide on small bases.
 *
 * Source: Clopper & Pearson (1934), Biometrika 26, 404–413. Checked against R: `binom.test(12, 80)$conf.int`.
 *
 * @throws StatisticsError without trials, or with numbers that are not counts
 */
export function exactBinomialInterval(events: number, trials: number, level = 0.95): Interval {
  requireLevel(level);
  requireEventsOfTrials(events, trials);
  requireExactCount(events, 'events');
  requireExactCount(trials, 'trials');
  const tail = (1 - level) / 2;
  return {
    estimate: events / trials,
    lower: events === 0 ? 0 : betaQuantile(tail, events, trials - events + 1),
    upper: events === trials ? 1 : betaQuantile(1 - tail, events + 1, trials - events),
  };
}
