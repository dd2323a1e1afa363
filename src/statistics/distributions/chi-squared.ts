import { gammaAbove } from './gamma.ts';

/** Probability that a chi-squared value with `df` degrees of freedom is above `x`. */
export function chiSquaredAbove(x: number, df: number): number {
  return gammaAbove(x / 2, df / 2);
}
