/** The whitening of `whiten`, as the two diagonals of its matrix: out[i] = diagonal[i] · v[i] + below[i] · v[i − 1]. */
export interface Whitener {
  readonly diagonal: Float64Array;
  readonly below: Float64Array;
  /** Sum of the logarithms of the diagonal: the Jacobian's part of a log-likelihood. */
  readonly logJacobian: number;
}

/** Prais and Winsten's transformation for first-order memory `rho`, with gaps: over d periods the memory is rho^d. */
export function whitenerOf(times: Int32Array, rho: number): Whitener {
  const diagonal = new Float64Array(times.length);
  const below = new Float64Array(times.length);
  let logJacobian = 0;
  for (let i = 0; i < times.length; i++) {
    const memory = i === 0 ? 0 : rho ** ((times[i] as number) - (times[i - 1] as number));
    const scale = Math.sqrt((1 - rho * rho) / (1 - memory * memory));
    diagonal[i] = scale;
    below[i] = -memory * scale;
    logJacobian += Math.log(scale);
  }
  return { diagonal, below, logJacobian };
}

/** Values whitened. */
export function whitened({ diagonal, below }: Whitener, values: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const before = i === 0 ? 0 : (below[i] as number) * (values[i - 1] as number);
    out[i] = (diagonal[i] as number) * (values[i] as number) + before;
  }
  return out;
}

/** The transpose of the whitening, applied: its product with a step is a sum over the step's points. */
export function whitenedBack({ diagonal, below }: Whitener, values: Float64Array): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const after = i + 1 < out.length ? (below[i + 1] as number) * (values[i + 1] as number) : 0;
    out[i] = (diagonal[i] as number) * (values[i] as number) + after;
  }
  return out;
}
