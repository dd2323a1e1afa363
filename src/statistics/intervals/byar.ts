import { requireLevel, requireNotNegative, requirePositive } from '../check-input.ts';
import { twoSidedMultiplier } from '../distributions/normal.ts';
import type { Interval } from './interval.ts';

/**
 * Byar's interval for a rate: events per unit of exposure (people, months, searches …). A close approximation to the
 * exact Poisson limits; the usual choice for published rates in the United Kingdom.
 *
 *     lower = O (1 − 1/(9O) − z/(3√O))³ / exposure
 *     upper = (O+1) (1 − 1/(9(O+1)) + z/(3√(O+1)))³ / exposure
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69; the form of
 * `PHEindicatormethods::phe_rate` for R. (R's `epitools::pois.byar` puts O + ½ in both limits instead, which
 * imitates the narrower mid-p limits.)
 *
 * @throws StatisticsError with negative events or without exposure
 */
export function byarInterval(events: number, exposure: number, level = 0.95): Interval {
  requireLevel(level);
  requireNotNegative(events, 'events');
  requirePositive(exposure, 'exposure');
  const z = twoSidedMultiplier(level);
  const more = events + 1;
  // Below about four events at very high levels the cube's base turns negative: no count that small excludes 0.
  const lowerBase = events === 0 ? 0 : Math.max(0, 1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)));
  const upperBase = 1 - 1 / (9 * more) + z / (3 * Math.sqrt(more));
  return {
    estimate: events / exposure,
    lower: (events * lowerBase ** 3) / exposure,
    upper: (more * upperBase ** 3) / exposure,
  };
}
