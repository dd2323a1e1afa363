import type { Forecasted, ForecastTask } from './forecasts.ts';

/** How a model would have done on its own past. */
export interface Backtest {
  /** Mean absolute error over that of the seasonal naive within the training part: below 1 is better than it. */
  readonly mase: number | null;
  /** Share of values that fell within their prediction interval. */
  readonly coverage: number;
  /** Gneiting and Raftery's score of the intervals: width, plus 2/α times every miss; in the unit of the values. */
  readonly intervalScore: number;
  readonly origins: number;
}

const MOST_ORIGINS = 6;

/**
 * Rolling backtest: the model is fitted anew at up to six times, spread over the last part of the series, each time only
 * on what was known (of regressors, also what they came to be), and judged on what came. Null when the series is too short to hold any back.
 *
 * Source: Hyndman & Koehler (2006), International Journal of Forecasting 22, 679–688; Gneiting & Raftery (2007), JASA
 * 102, 359–378.
 */
export function backtest(task: ForecastTask, model: (task: ForecastTask) => Forecasted): Backtest | null {
  const { values, period, horizon, level } = task;
  const n = values.length;
  const least = Math.max(2 * period + 4, 10);
  const last = n - Math.min(horizon, n);
  if (last < least) return null;
  const step = Math.max(1, Math.floor((last - least) / MOST_ORIGINS), Math.floor(horizon / 4));
  let [scaled, scaledCount, inside, score, count, origins] = [0, 0, 0, 0, 0, 0];
  for (let origin = last; origin >= least && origins < MOST_ORIGINS; origin -= step) {
    const known = values.slice(0, origin);
    const scale = naiveError(known, period);
    const regressors = (task.regressors ?? []).map((column) => column.subarray(0, origin + horizon));
    const { forecasts } = model({ ...task, values: known, regressors });
    origins++;
    for (const [h, { mean, lower, upper }] of forecasts.entries()) {
      const value = values[origin + h] as number;
      if (scale > 0) {
        scaled += Math.abs(value - mean) / scale;
        scaledCount++;
      }
      if (value >= lower && value <= upper) inside++;
      const miss = Math.max(0, lower - value, value - upper);
      score += upper - lower + (2 / (1 - level)) * miss;
      count++;
    }
  }
  return {
    mase: scaledCount === 0 ? null : scaled / scaledCount,
    coverage: inside / count,
    intervalScore: score / count,
    origins,
  };
}

function naiveError(values: Float64Array, period: number): number {
  let sum = 0;
  for (let i = period; i < values.length; i++)
    sum += Math.abs((values[i] as number) - (values[i - period] as number));
  return sum / (values.length - period);
}
