import { betaValue } from '../distributions/beta.ts';
import { gammaValue } from '../distributions/gamma.ts';
import { twoSidedMultiplier } from '../distributions/normal.ts';
import type { FunnelData } from './funnel-scores.ts';

export interface FunnelLimits {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Limits from the counting distribution itself, at any level: the exact interval of a unit of this size that lies right
 * on the target. Poisson for ratios and rates (Garwood), binomial for proportions (Clopper–Pearson); FunnelPlotR has
 * only the first, at 95 % and 99.8 %.
 */
export function exactLimits(
  denominator: number,
  target: number,
  data: FunnelData,
  level: number,
): FunnelLimits {
  const tail = (1 - level) / 2;
  const expected = denominator * target;
  if (data === 'proportion') {
    const rest = denominator - expected;
    return {
      level,
      lower: expected > 0 ? betaValue(tail, expected, rest + 1) : 0,
      upper: rest > 0 ? betaValue(1 - tail, expected + 1, rest) : 1,
    };
  }
  return {
    level,
    lower: (target * gammaValue(tail, expected)) / expected,
    upper: (target * gammaValue(1 - tail, expected + 1)) / expected,
  };
}

/** Exact limits drawn apart by √φ around the target: every unit is as much more variable, whatever its size. */
export function multipliedLimits(
  denominator: number,
  target: number,
  data: FunnelData,
  level: number,
  phi: number,
): FunnelLimits {
  const { lower, upper } = exactLimits(denominator, target, data, level);
  const stretch = Math.sqrt(Math.max(1, phi));
  const most = data === 'proportion' ? 1 : Infinity;
  return {
    level,
    lower: Math.max(0, target - (target - lower) * stretch),
    upper: Math.min(most, target + (upper - target) * stretch),
  };
}

/** Normal limits on the scale of the scores with the variance between units added: target ± z·√(s² + τ²). */
export function addedLimits(
  denominator: number,
  target: number,
  data: FunnelData,
  level: number,
  tau2: number,
): FunnelLimits {
  const z = twoSidedMultiplier(level);
  if (data === 'proportion') {
    const reach = z * Math.sqrt(1 / (4 * denominator) + tau2);
    const middle = Math.asin(Math.sqrt(target));
    return {
      level,
      lower: Math.sin(Math.max(0, middle - reach)) ** 2,
      upper: Math.sin(Math.min(Math.PI / 2, middle + reach)) ** 2,
    };
  }
  // Beyond this the exponential is no number; nothing lies outside such limits anyway.
  const reach = Math.min(300, z * Math.sqrt(1 / (denominator * target) + tau2));
  return { level, lower: target * Math.exp(-reach), upper: target * Math.exp(reach) };
}
