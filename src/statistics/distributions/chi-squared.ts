import { gammaAbove, gammaValue } from './gamma.ts';

/** Probability that a chi-squared value with `df` degrees of freedom is above `x`. */
export function chiSquaredAbove(x: number, df: number): number {
  return gammaAbove(x / 2, df / 2);
}

/** The value below which probability `p` of a chi-squared distribution lies. */
export function chiSquaredValue(p: number, df: number): number {
  return 2 * gammaValue(p, df / 2);
}
