import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { betaProbability } from './beta.ts';
import { normalTwoSided, normalValue } from './normal.ts';

/** From this many degrees of freedom on, Student's t is the normal to more digits than anyone prints. */
const AS_NORMAL = 1e9;

/** Two-sided p-value of a t statistic with `df` degrees of freedom (which may be fractional). */
export function tTwoSided(t: number, df: number): number {
  if (df >= AS_NORMAL) return normalTwoSided(t);
  return betaProbability(df / (df + t * t), df / 2, 0.5);
}

/** The value below which probability `p` of Student's t lies. */
export function tValue(p: number, df: number): number {
  if (df >= AS_NORMAL) return normalValue(p);
  return tQuantile(p, df);
}

/** The multiplier of a two-sided interval at `level`. */
export function tMultiplier(level: number, df: number): number {
  return tValue(1 - (1 - level) / 2, df);
}
