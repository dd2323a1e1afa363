import { requireFinite } from '../../check-input.ts';

/** x_t = φ₁x_{t−1} + … + e_t + θ₁e_{t−1} + …, e of variance 1. */
export interface Arma {
  readonly phi: Float64Array;
  readonly theta: Float64Array;
}

/**
 * How each value is foretold from those before it: the triangle of the innovations algorithm. Row t foretells value t from
 * the surprises before it, after the autoregression has done its part (from the m-th value on, m the longer of both).
 */
export interface Innovations {
  readonly length: number;
  readonly m: number;
  /** Columns kept of each row: the last `width` surprises before t. */
  readonly width: number;
  /** By row, `width` each; entry i is the weight of surprise t − 1 − i. */
  readonly weights: Float64Array;
  /** Variance of each surprise, in units of that of e. */
  readonly variances: Float64Array;
}

/**
 * The innovations algorithm for an ARMA process: exact, by a banded triangle.
 *
 * Source: Ansley (1979), Biometrika 66, 59–65; Brockwell & Davis (1991), Time Series, sections 5.2 and 5.3.
 */
export function innovations(arma: Arma, length: number): Innovations {
  const [p, q] = [arma.phi.length, arma.theta.length];
  const m = Math.max(p, q);
  const width = Math.max(m, 1);
  const cover = covariances(arma, m);
  const weights = new Float64Array(length * width);
  const variances = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const first = t < m ? 0 : t - q;
    const row = t * width;
    let variance = cover(t, t);
    for (let k = Math.max(0, first); k < t; k++) {
      let sum = cover(t, k);
      const other = k * width;
      const from = Math.max(first, k < m ? 0 : k - q, 0);
      for (let j = from; j < k; j++)
        sum -=
          (weights[other + k - 1 - j] as number) *
          (weights[row + t - 1 - j] as number) *
          (variances[j] as number);
      const weight = sum / (variances[k] as number);
      weights[row + t - 1 - k] = weight;
      variance -= weight * weight * (variances[k] as number);
    }
    variances[t] = Math.max(variance, 1e-12);
  }
  return { length, m, width, weights, variances };
}

/** Surprises of a column (a series, or a regressor treated like one): its values less what their past foretells. */
export function surprises(
  { phi }: Arma,
  { length, m, width, weights }: Innovations,
  x: Float64Array,
): Float64Array {
  const p = phi.length;
  const out = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    let value = x[t] as number;
    if (t >= m) for (let i = 0; i < p; i++) value -= (phi[i] as number) * (x[t - 1 - i] as number);
    const row = t * width;
    const reach = Math.min(t, width);
    for (let i = 0; i < reach; i++) value -= (weights[row + i] as number) * (out[t - 1 - i] as number);
    out[t] = value;
  }
  return out;
}

/**
 * Covariance of the values t and k (from 0), the m-th and later ones freed of their autoregression.
 * Brockwell & Davis (1991), equation 5.3.5.
 */
function covariances(arma: Arma, m: number): (t: number, k: number) => number {
  const { phi, theta } = arma;
  const [p, q] = [phi.length, theta.length];
  const gamma = autocovariances(arma, m + 1);
  const moving = new Float64Array(q + 1);
  const at = (r: number) => (r === 0 ? 1 : (theta[r - 1] as number));
  for (let lag = 0; lag <= q; lag++)
    for (let r = 0; r + lag <= q; r++) moving[lag] = (moving[lag] as number) + at(r) * at(r + lag);
  const mixed = new Float64Array(q + 1);
  for (let lag = 1; lag <= q; lag++) {
    let sum = gamma[lag] as number;
    for (let r = 1; r <= p; r++) sum -= (phi[r - 1] as number) * (gamma[Math.abs(r - lag)] as number);
    mixed[lag] = sum;
  }
  return (t, k) => {
    const lag = t - k;
    if (t < m) return gamma[lag] as number;
    if (lag > q) return 0;
    return k < m ? (mixed[lag] as number) : (moving[lag] as number);
  };
}

/** γ(0) … γ(count − 1), and at least γ(0) … γ(p), by the equations of Brockwell & Davis (1991), 3.3.8. */
export function autocovariances({ phi, theta }: Arma, count: number): Float64Array {
  const [p, q] = [phi.length, theta.length];
  const psi = new Float64Array(q + 1);
  psi[0] = 1;
  for (let j = 1; j <= q; j++) {
    let sum = theta[j - 1] as number;
    for (let i = 1; i <= Math.min(j, p); i++) sum += (phi[i - 1] as number) * (psi[j - i] as number);
    psi[j] = sum;
  }
  const right = (k: number) => {
    let sum = 0;
    for (let j = k; j <= q; j++) sum += (j === 0 ? 1 : (theta[j - 1] as number)) * (psi[j - k] as number);
    return sum;
  };
  const gamma = new Float64Array(Math.max(count, p + 1));
  if (p === 0) {
    for (let k = 0; k < gamma.length; k++) gamma[k] = right(k);
    return gamma;
  }
  const size = p + 1;
  const matrix = new Float64Array(size * (size + 1));
  for (let k = 0; k < size; k++) {
    const row = k * (size + 1);
    matrix[row + k] = 1;
    for (let i = 1; i <= p; i++) {
      const at = row + Math.abs(k - i);
      matrix[at] = (matrix[at] as number) - (phi[i - 1] as number);
    }
    matrix[row + size] = right(k);
  }
  gamma.set(eliminated(matrix, size));
  for (let k = size; k < gamma.length; k++) {
    let sum = right(k);
    for (let i = 1; i <= p; i++) sum += (phi[i - 1] as number) * (gamma[k - i] as number);
    gamma[k] = sum;
  }
  return gamma;
}

/** Gauss's elimination with pivots; `matrix` has the right side as its last column and is used up. */
function eliminated(matrix: Float64Array, size: number): Float64Array {
  const wide = size + 1;
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(matrix[i * wide + k] as number) > Math.abs(matrix[best * wide + k] as number)) best = i;
    if (best !== k)
      for (let j = k; j < wide; j++) {
        const held = matrix[k * wide + j] as number;
        matrix[k * wide + j] = matrix[best * wide + j] as number;
        matrix[best * wide + j] = held;
      }
    const pivot = matrix[k * wide + k] as number;
    requireFinite(1 / pivot, 'the variance of the process');
    for (let i = k + 1; i < size; i++) {
      const factor = (matrix[i * wide + k] as number) / pivot;
      if (factor === 0) continue;
      for (let j = k; j < wide; j++)
        matrix[i * wide + j] = (matrix[i * wide + j] as number) - factor * (matrix[k * wide + j] as number);
    }
  }
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = matrix[i * wide + size] as number;
    for (let j = i + 1; j < size; j++) sum -= (matrix[i * wide + j] as number) * (x[j] as number);
    x[i] = sum / (matrix[i * wide + i] as number);
  }
  return x;
}
