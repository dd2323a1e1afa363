/**
 * Coefficients φ of a stationary autoregression from any real numbers: their hyperbolic tangents are its partial
 * autocorrelations.
 *
 * Source: Monahan (1984), Biometrika 71, 403–404; as R's `arima` does.
 */
export function stationaryFrom(free: ArrayLike<number>): Float64Array {
  const p = free.length;
  const phi = new Float64Array(p);
  const before = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    const partial = Math.tanh(free[k] as number);
    before.set(phi);
    for (let j = 0; j < k; j++) phi[j] = (before[j] as number) - partial * (before[k - 1 - j] as number);
    phi[k] = partial;
  }
  return phi;
}

/**
 * Whether all roots of 1 − φ₁z − φ₂z² … lie further out than `radius`: the step down through partial autocorrelations of
 * the polynomial shrunk by it.
 */
export function rootsBeyond(phi: ArrayLike<number>, radius: number): boolean {
  let at = Array.from(phi, (value, i) => value * radius ** (i + 1));
  for (let k = at.length - 1; k >= 0; k--) {
    const partial = at[k] as number;
    if (!(Math.abs(partial) < 1)) return false;
    const scale = 1 - partial * partial;
    const longer = at;
    at = longer.slice(0, k).map((value, j) => (value + partial * (longer[k - 1 - j] as number)) / scale);
  }
  return true;
}
