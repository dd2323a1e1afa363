import betaInc from '@stdlib/math-base-special-betainc';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** Probability that a beta value with shapes `a` and `b` is at most `x`. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return betaInc(x, a, b);
}

/** The same for "above `x`"; keeps its digits where it is tiny. */
export function betaAbove(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return betaInc(x, a, b, true, true);
}

/** The value below which probability `p` of a beta distribution lies. Shapes above 0. */
export function betaValue(p: number, a: number, b: number): number {
  return betaQuantile(p, a, b);
}
