/**
 * Turns values whose noise remembers itself (first-order autocorrelation `rho` from one period to the next) into
 * values with independent noise: Prais and Winsten's transformation, with gaps: over d periods the memory is rho^d.
 */
export function whiten(values: Float64Array, times: Int32Array, rho: number): Float64Array {
  if (rho === 0) return values;
  const out = new Float64Array(values.length);
  out[0] = (values[0] ?? 0) * Math.sqrt(1 - rho * rho);
  for (let i = 1; i < values.length; i++) {
    const memory = rho ** ((times[i] as number) - (times[i - 1] as number));
    const scale = Math.sqrt((1 - rho * rho) / (1 - memory * memory));
    out[i] = ((values[i] as number) - memory * (values[i - 1] as number)) * scale;
  }
  return out;
}

/** Sum of the logarithms of the factors that `whiten` applied: the Jacobian's part of a log-likelihood. */
export function whiteningJacobian(times: Int32Array, rho: number): number {
  if (rho === 0) return 0;
  let sum = 0.5 * Math.log(1 - rho * rho);
  for (let i = 1; i < times.length; i++) {
    const memory = rho ** ((times[i] as number) - (times[i - 1] as number));
    sum += 0.5 * Math.log((1 - rho * rho) / (1 - memory * memory));
  }
  return sum;
}
