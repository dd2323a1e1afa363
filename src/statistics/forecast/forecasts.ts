import type { ArimaOrder } from './arima/arima-order.ts';

/** One forecast with its prediction interval at the level asked for. */
export interface Forecast {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a model needs to know to forecast. */
export interface ForecastTask {
  readonly values: Float64Array;
  /** Periods in a season; 1 for none. */
  readonly period: number;
  readonly horizon: number;
  readonly level: number;
  /** Columns over the values and the horizon together: what is known, or supposed, of the future. */
  readonly regressors?: readonly Float64Array[];
  /** The ARIMA model to fit; none chosen by itself. */
  readonly order?: ArimaOrder;
}

/** A fitted model's forecasts, and its name with its form. */
export interface Forecasted {
  readonly name: string;
  /** Of the regressors, in their order. */
  readonly effects?: readonly number[];
  readonly forecasts: readonly Forecast[];
}
