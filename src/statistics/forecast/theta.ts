import { twoSidedMultiplier } from '../distributions/normal.ts';
import { leastSquares } from '../linear/least-squares.ts';
import { fitEts } from './ets-fit.ts';
import type { Forecasted, ForecastTask } from './forecasts.ts';
import { seasonalFigure } from './starting-values.ts';

/**
 * The theta method: simple exponential smoothing with half the slope of a straight line, on values freed of a
 * multiplicative season where one is plain (autocorrelation at the season beyond its 90 % limit).
 *
 * Source: Assimakopoulos & Nikolopoulos (2000); Hyndman & Billah (2003), International Journal of Forecasting 19,
 * 287–290. Checked against R: `forecast::thetaf`.
 */
export function thetaForecasts({ values, period, horizon, level }: ForecastTask): Forecasted {
  const n = values.length;
  const figure =
    period > 1 && n > 2 * period && isSeasonal(values, period) ? seasonalFigure(values, period, 'M') : null;
  const season = figure !== null && figure.every((value) => value > 1e-4) ? figure : null;
  const adjusted = values.map((value, i) => value / (season?.[i % period] ?? 1));
  const fit = fitEts(adjusted, { error: 'A', trend: 'N', season: 'N' }, 1);
  const line = leastSquares(
    [new Float64Array(n).fill(1), Float64Array.from({ length: n }, (_, i) => i)],
    adjusted,
  );
  const { alpha } = fit.weights;
  const drift = (line.coefficients[1] ?? 0) / 2;
  const z = twoSidedMultiplier(level);
  const forecasts = Array.from({ length: horizon }, (_, h) => {
    const flat = fit.state.level + drift * (h + (1 - (1 - alpha) ** n) / alpha);
    const mean = flat * (season?.[(n + h) % period] ?? 1);
    const reach = z * Math.sqrt(fit.variance * (h * alpha * alpha + 1));
    return { mean, lower: mean - reach, upper: mean + reach };
  });
  return { name: 'theta', forecasts };
}

/** Whether the autocorrelation at lag `m` is beyond what the shorter lags and chance allow. */
function isSeasonal(values: Float64Array, m: number): boolean {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (total === 0) return false;
  const correlation = (lag: number) => {
    let sum = 0;
    for (let i = lag; i < n; i++)
      sum += ((values[i] as number) - mean) * ((values[i - lag] as number) - mean);
    return sum / total;
  };
  let squares = 0;
  for (let lag = 1; lag < m; lag++) squares += correlation(lag) ** 2;
  return Math.abs(correlation(m)) / Math.sqrt((1 + 2 * squares) / n) > 1.6448536269514722;
}
