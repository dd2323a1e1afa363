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
}

/** A fitted model's forecasts, and its name with its form. */
export interface Forecasted {
  readonly name: string;
  readonly forecasts: readonly Forecast[];
}
