/**
 * Coefficients after the leading 1 of (1 + a₁z + a₂z² …)(1 + b₁z^s + b₂z^2s …).
 *
 * @param step s
 */
export function multiplied(a: ArrayLike<number>, b: ArrayLike<number>, step: number): Float64Array {
  const product = new Float64Array(a.length + b.length * step);
  for (let i = 0; i <= a.length; i++) {
    const left = i === 0 ? 1 : (a[i - 1] as number);
    for (let j = 0; j <= b.length; j++) {
      if (i + j === 0) continue;
      const at = i + j * step - 1;
      product[at] = (product[at] as number) + left * (j === 0 ? 1 : (b[j - 1] as number));
    }
  }
  return product;
}

/** (1 − z)^d (1 − z^s)^D without its leading 1. */
export function differencing(d: number, seasonal: number, period: number): Float64Array {
  let product: Float64Array = new Float64Array(0);
  for (let i = 0; i < d; i++) product = multiplied(product, [-1], 1);
  for (let i = 0; i < seasonal; i++) product = multiplied(product, [-1], period);
  return product;
}

/** Values after a filter of past values: x_t + c₁x_{t−1} + …, without the first that lack a past. */
export function filtered(values: Float64Array, filter: Float64Array): Float64Array {
  const lost = filter.length;
  const out = new Float64Array(Math.max(0, values.length - lost));
  for (let t = 0; t < out.length; t++) {
    let sum = values[t + lost] as number;
    for (let i = 0; i < lost; i++) sum += (filter[i] as number) * (values[t + lost - 1 - i] as number);
    out[t] = sum;
  }
  return out;
}
