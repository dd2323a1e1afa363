import { normalValue } from './normal.ts';
import { devianceTerm, stirlingError } from './stirling.ts';

/** The gamma distribution with a shape and a scale of 1; it carries the Poisson and the chi-squared as well. */

/** Probability that a gamma value of this shape is at most `x`. */
export function gammaProbability(x: number, shape: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < shape + 1 ? series(x, shape) : 1 - continuedFraction(x, shape);
}

/** Probability that a gamma value of this shape is above `x`; keeps its digits where it is tiny. */
export function gammaAbove(x: number, shape: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < shape + 1 ? 1 - series(x, shape) : continuedFraction(x, shape);
}

/**
 * The value below which probability `p` of a gamma distribution lies. (The quantile of @stdlib is off in the fourth
 * figure of its probability from shapes of some thousand on, as whole forces have.)
 */
export function gammaValue(p: number, shape: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return Infinity;
  let low = 0;
  let high = Infinity;
  let x = startingValue(p, shape);
  for (let i = 0; i < 200; i++) {
    const upperTail = p > 0.5;
    const miss = upperTail ? 1 - p - gammaAbove(x, shape) : gammaProbability(x, shape) - p;
    if (miss > 0) high = Math.min(high, x);
    else low = Math.max(low, x);
    const density = gammaDensity(x, shape);
    // Halley's step; halving where it would leave the bracket.
    const newton = miss / density;
    const curved = newton / Math.max(0.5, 1 - 0.5 * newton * ((shape - 1) / x - 1));
    let next = x - curved;
    if (miss === 0 || Math.abs(curved) <= 4e-15 * x) return next;
    if (!(next > low && next < high)) next = high === Infinity ? x * 2 : (low + high) / 2;
    x = next;
  }
  return x;
}

/** Density of the gamma distribution at x > 0. */
export function gammaDensity(x: number, shape: number): number {
  return (prefactor(x, shape) * shape) / x;
}

function startingValue(p: number, shape: number): number {
  // Wilson and Hilferty's cube; for small values the first term of the series.
  const z = normalValue(p);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const guess = shape * cube ** 3;
  if (cube > 0 && guess > 1e-3 * shape) return guess;
  const logGammaNext =
    stirlingError(shape) + 0.5 * Math.log(2 * Math.PI * shape) + shape * Math.log(shape) - shape;
  return Math.max(1e-300, Math.exp((Math.log(p) + logGammaNext) / shape));
}

/** x^a e^−x / Γ(a + 1), in Loader's form, which keeps its digits for large a. */
function prefactor(x: number, a: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function series(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1e7; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, prefactor(x, a) * sum);
}

/** Lentz's evaluation of Legendre's continued fraction for the upper tail. */
function continuedFraction(x: number, a: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1e7; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return Math.min(1, prefactor(x, a) * a * h);
}
