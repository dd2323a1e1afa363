import { twoSidedMultiplier } from '../distributions/normal.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { Forecasted, ForecastTask } from './forecasts.ts';

/**
 * The same period a season before (the last value, without a season). The yardstick for every other model. The interval
 * grows with the root of the number of seasons ahead.
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 5.2 and 5.5. Checked against R:
 * `forecast::snaive`.
 *
 * @throws StatisticsError with less than a season and one value
 */
export function seasonalNaive({ values, period, horizon, level }: ForecastTask): Forecasted {
  const n = values.length;
  if (n < period + 1) {
    throw new StatisticsError(
      'too-few-points',
      `${n} values are no more than a season.`,
      `Give ${period + 1} or more.`,
    );
  }
  let squares = 0;
  for (let i = period; i < n; i++) squares += ((values[i] as number) - (values[i - period] as number)) ** 2;
  const sigma = Math.sqrt(squares / (n - period));
  const z = twoSidedMultiplier(level);
  const forecasts = Array.from({ length: horizon }, (_, h) => {
    const mean = values[n - period + (h % period)] as number;
    const reach = z * sigma * Math.sqrt(Math.floor(h / period) + 1);
    return { mean, lower: mean - reach, upper: mean + reach };
  });
  return { name: period > 1 ? 'seasonal-naive' : 'naive', forecasts };
}
