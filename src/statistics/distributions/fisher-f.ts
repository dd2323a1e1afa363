import { betaProbability } from './beta.ts';
import { chiSquaredAbove } from './chi-squared.ts';

/** Probability that Fisher's F with `df1` and `df2` degrees of freedom (which may be fractional) is above `f`. */
export function fAbove(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  if (df2 === Infinity) return chiSquaredAbove(f * df1, df1);
  return betaProbability(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}
