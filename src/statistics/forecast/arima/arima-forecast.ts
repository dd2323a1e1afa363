import { twoSidedMultiplier } from '../../distributions/normal.ts';
import type { Forecast } from '../forecasts.ts';
import { lostValues } from './arima-order.ts';
import { withConstant, type ArimaFit } from './arima-fit.ts';
import { innovations, surprises } from './arma.ts';
import { differencing, filtered, multiplied } from './polynomial.ts';

/**
 * Forecasts of a fitted ARIMA model: best linear prediction from all values, with its exact error (the parameters taken as
 * known, as R does).
 *
 * Source: Brockwell & Davis (1991), Time Series, sections 5.3 and 9.5. Checked against R: `forecast::forecast`.
 *
 * @param regressors columns as long as the values and the horizon together
 */
export function arimaForecasts(
  fit: ArimaFit,
  values: Float64Array,
  horizon: number,
  level: number,
  regressors: readonly Float64Array[] = [],
): Forecast[] {
  const { arma, order, beta } = fit;
  const n = values.length;
  const columns = withConstant(order, regressors, n + horizon);
  const effect = Float64Array.from({ length: n + horizon }, (_, t) =>
    columns.reduce((sum, column, k) => sum + (beta[k] ?? 0) * (column[t] as number), 0),
  );
  const filter = differencing(order.d, order.seasonalD, order.period);
  const noise = values.map((value, t) => value - (effect[t] as number));
  const stationary = filtered(noise, filter);
  const length = n - lostValues(order);
  const triangle = innovations(arma, length + horizon);
  const known = surprises(arma, triangle, extended(stationary, horizon));
  const { m, width, weights, variances } = triangle;
  const [ahead, whole] = [extended(stationary, horizon), extended(noise, horizon)];
  for (let h = 0; h < horizon; h++) {
    const t = length + h;
    let value = 0;
    if (t >= m) for (const [i, phi] of arma.phi.entries()) value += phi * (ahead[t - 1 - i] as number);
    for (let i = h; i < Math.min(t, width); i++)
      value += (weights[t * width + i] as number) * (known[t - 1 - i] as number);
    ahead[t] = value;
    let total = value;
    for (const [i, weight] of filter.entries()) total -= weight * (whole[n + h - 1 - i] as number);
    whole[n + h] = total;
  }
  const chi = inverseOf(
    multiplied(
      arma.phi.map((value) => -value),
      filter,
      1,
    ),
    horizon,
  );
  const z = twoSidedMultiplier(level);
  return Array.from({ length: horizon }, (_, h) => {
    let variance = 0;
    for (let j = 0; j <= h; j++) {
      const origin = length + h - j;
      let reach = 0;
      for (let r = 0; r <= j; r++) {
        // The weight that the surprise at `origin` has in the value at `length + h − r`.
        const lag = j - r;
        const row = length + h - r;
        const weight = lag === 0 ? 1 : lag <= width ? (weights[row * width + lag - 1] as number) : 0;
        reach += (chi[r] as number) * weight;
      }
      variance += reach * reach * (variances[origin] as number);
    }
    const mean = (whole[n + h] as number) + (effect[n + h] as number);
    const margin = z * Math.sqrt(variance * fit.variance);
    return { mean, lower: mean - margin, upper: mean + margin };
  });
}

function extended(values: Float64Array, by: number): Float64Array {
  const longer = new Float64Array(values.length + by);
  longer.set(values);
  return longer;
}

/** Coefficients of 1 over 1 + c₁z + c₂z² …, from the 0th. */
function inverseOf(c: Float64Array, count: number): Float64Array {
  const out = new Float64Array(count);
  out[0] = 1;
  for (let j = 1; j < count; j++) {
    let sum = 0;
    for (let i = 1; i <= Math.min(j, c.length); i++) sum -= (c[i - 1] as number) * (out[j - i] as number);
    out[j] = sum;
  }
  return out;
}
