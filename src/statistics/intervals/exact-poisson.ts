import { requireExactCount, requireLevel, requirePositive } from '../check-input.ts';
import { gammaValue } from '../distributions/gamma.ts';
import type { Interval } from './interval.ts';

/**
 * Garwood's exact interval for a rate: whole events per unit of exposure.
 *
 * Source: Garwood (1936), Biometrika 28, 437–442. Checked against R: `poisson.test(7, 1000)$conf.int`,
 * `epitools::pois.exact(7, 1000)`.
 *
 * @throws StatisticsError when events is not a count, or without exposure
 */
export function exactPoissonInterval(events: number, exposure: number, level = 0.95): Interval {
  requireLevel(level);
  requireExactCount(events, 'events');
  requirePositive(exposure, 'exposure');
  const tail = (1 - level) / 2;
  return {
    estimate: events / exposure,
    lower: events === 0 ? 0 : gammaValue(tail, events) / exposure,
    upper: gammaValue(1 - tail, events + 1) / exposure,
  };
}
