/** The 5 % limit of the test for a level. Kwiatkowski and others (1992), table 1. */
const LIMIT = 0.463;

/**
 * Whether a series wanders rather than keeping to a level (KPSS test at 5 %), with the lags of R's `forecast::ndiffs`.
 *
 * Source: Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of Econometrics 54, 159–178. Checked against R:
 * `urca::ur.kpss(type = "mu")`.
 */
export function kpssStatistic(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const rest = values.map((value) => value - mean);
  let [walk, squares] = [0, 0];
  for (const value of rest) {
    walk += value;
    squares += walk * walk;
  }
  const lags = Math.trunc((3 * Math.sqrt(n)) / 13);
  let spread = rest.reduce((sum, value) => sum + value * value, 0) / n;
  for (let lag = 1; lag <= lags; lag++) {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += (rest[t] as number) * (rest[t - lag] as number);
    spread += (2 / n) * (1 - lag / (lags + 1)) * sum;
  }
  return spread > 0 ? squares / (n * n * spread) : 0;
}

export function wanders(values: Float64Array): boolean {
  return kpssStatistic(values) > LIMIT;
}
