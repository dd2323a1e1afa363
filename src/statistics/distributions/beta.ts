import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { devianceTerm, stirlingError } from './stirling.ts';

/** Probability that a beta value with shapes `a` and `b` is at most `x`. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return below(x, 1 - x, a, b);
}

/** The same for "above `x`"; keeps its digits where it is tiny. */
export function betaAbove(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return below(1 - x, x, b, a);
}

/** The value below which probability `p` of a beta distribution lies. Shapes above 0. */
export function betaValue(p: number, a: number, b: number): number {
  return betaQuantile(p, a, b);
}

/** `rest` is 1 − x, given apart so that neither end loses digits. */
function below(x: number, rest: number, a: number, b: number): number {
  // The continued fraction is quick on its own side of the mean; the other side is its complement.
  if (x * (a + b + 2) > a + 1) return Math.max(0, 1 - (density(x, rest, a, b) * fraction(rest, b, a)) / b);
  return Math.min(1, (density(x, rest, a, b) * fraction(x, a, b)) / a);
}

/** x^a (1 − x)^b / B(a, b), in Loader's form, which keeps its digits for large shapes. */
function density(x: number, rest: number, a: number, b: number): number {
  const n = a + b;
  const log =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * rest);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(log);
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const safe = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return h;
}
