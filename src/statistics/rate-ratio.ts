import { requireLevel, requireNotNegative, requirePositive } from './check-input.ts';
import { twoSidedMultiplier } from './distributions/normal.ts';
import { exactPoissonInterval } from './intervals/exact-poisson.ts';

/** Events counted over an exposure: population, person-months, searches … */
export interface CountedRate {
  readonly events: number;
  readonly exposure: number;
}

/**
 * A ratio with its interval. `null` means that the data put no finite bound there: a ratio over zero events has no
 * estimate and no upper limit. `zeroCell` says that a count of zero stood in the way of the usual formula.
 */
export interface Ratio {
  readonly ratio: number | null;
  readonly lower: number;
  readonly upper: number | null;
  readonly zeroCell: boolean;
}

/**
 * Ratio of two rates with Wald's interval on the log scale: exp(ln RR ± z·√(1/a + 1/b)).
 *
 * With no events on one side the formula has no answer. Then the ratio is 0 (none above) or null (none below), and the
 * one limit that can be had comes from adding half an event to both counts (Haldane–Anscombe). With none on both
 * sides nothing is known: ratio null, lower 0, upper null.
 *
 * Source: Rothman, Greenland & Lash (2008), Modern Epidemiology, ch. 14. Checked against R:
 * `epitools::rateratio(cbind(c(120, 90), c(40000, 8000)), method = "wald")`.
 *
 * @throws StatisticsError with negative events or without exposure
 */
export function rateRatio(group: CountedRate, reference: CountedRate, level = 0.95): Ratio {
  requireLevel(level);
  requireNotNegative(group.events, 'events');
  requireNotNegative(reference.events, 'events of the reference');
  requirePositive(group.exposure, 'exposure');
  requirePositive(reference.exposure, 'exposure of the reference');
  if (group.events === 0 && reference.events === 0)
    return { ratio: null, lower: 0, upper: null, zeroCell: true };
  const zeroCell = group.events === 0 || reference.events === 0;
  const add = zeroCell ? 0.5 : 0;
  const [a, b] = [group.events + add, reference.events + add];
  const ratio = a / group.exposure / (b / reference.exposure);
  const factor = Math.exp(twoSidedMultiplier(level) * Math.sqrt(1 / a + 1 / b));
  return {
    ratio: reference.events === 0 ? null : group.events === 0 ? 0 : ratio,
    lower: group.events === 0 ? 0 : ratio / factor,
    upper: reference.events === 0 ? null : ratio * factor,
    zeroCell,
  };
}

/**
 * Ratio of a counted rate to a rate that is taken as known (a national figure, a target), with the exact Poisson
 * interval of the count. `constant` is in events per unit of exposure and must be above 0.
 *
 * @throws StatisticsError when events is not a count, or exposure or the constant is not above 0
 */
export function ratioToConstant(group: CountedRate, constant: number, level = 0.95): Ratio {
  requirePositive(constant, 'the constant');
  const rate = exactPoissonInterval(group.events, group.exposure, level);
  return {
    ratio: rate.estimate / constant,
    lower: rate.lower / constant,
    upper: rate.upper / constant,
    zeroCell: group.events === 0,
  };
}
