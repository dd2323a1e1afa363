/**
 * What Stirling's formula for ln Γ(n + 1) leaves out. Source: Loader (2000), Fast and Accurate Computation of Binomial
 * Probabilities. For n > 0.
 */
export function stirlingError(n: number): number {
  // Step up until the series is accurate: error(n) = error(n + 1) − 1 + (n + ½) ln((n + 1)/n).
  if (n <= 15) return stirlingError(n + 1) - 1 + (n + 0.5) * Math.log1p(1 / n);
  const m = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * m) * m) * m) * m) * m) / n;
}

/** x ln(x/m) + m − x, the deviance of an observation x from its mean m, without loss of digits where they are close. */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m;
  const v = (x - m) / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + m - x;
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** ln Γ(x) for x > 0, to the last digits. */
export function logGamma(x: number): number {
  // Γ(x) = Γ(x + 1)/x, and Stirling with its error for Γ(x + 1).
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(x) - x + stirlingError(x) - Math.log(x);
}
