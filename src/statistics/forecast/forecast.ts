import { requireFinite, requireLevel } from '../check-input.ts';
import { StatisticsError } from '../statistics-error.ts';
import { arima } from './arima/arima.ts';
import { backtest, type Backtest } from './backtest.ts';
import { bestEts, etsForecasts } from './ets.ts';
import type { Forecast, Forecasted, ForecastTask } from './forecasts.ts';
import { onLogs } from './on-logs.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { thetaForecasts } from './theta.ts';

export type ForecastModel = 'seasonal-naive' | 'ets' | 'arima' | 'theta';

export interface ForecastResult {
  /** Name of the model used, with its form. */
  readonly model: string;
  readonly forecasts: readonly Forecast[];
  readonly backtest: Backtest | null;
  /** Whether it beat the seasonal naive in the backtest; null when that could not be tried. */
  readonly beatsSeasonalNaive: boolean | null;
  /** What a unit of each regressor adds; empty without any. */
  readonly effects: readonly number[];
}

const MODELS: Readonly<Record<ForecastModel, (task: ForecastTask) => Forecasted>> = {
  'seasonal-naive': seasonalNaive,
  theta: thetaForecasts,
  arima,
  ets: (task) => etsForecasts(bestEts(task.values, task.period), task),
};

const quickEts = (task: ForecastTask) => etsForecasts(bestEts(task.values, task.period, 'quick'), task);

/**
 * Forecasts with prediction intervals and a rolling backtest. `auto` takes the model with the smallest error in the
 * backtest, and only one that beats the seasonal naive there; else the seasonal naive itself.
 *
 * @throws StatisticsError for values that are not finite, or too few
 */
export function forecast(
  task: ForecastTask,
  model: ForecastModel | 'auto',
  scale: 'as-is' | 'log' = 'as-is',
): ForecastResult {
  requireLevel(task.level);
  if (!(Number.isInteger(task.horizon) && task.horizon >= 1)) {
    throw new StatisticsError(
      'bad-option',
      `A horizon of ${task.horizon} is none.`,
      'Give 1 or more periods.',
    );
  }
  for (const value of task.values) requireFinite(value, 'a value');
  const onScale = (run: (task: ForecastTask) => Forecasted) => (scale === 'log' ? onLogs(run) : run);
  const withRegressors = (task.regressors ?? []).length > 0 || task.order !== undefined;
  const tried = new Map<ForecastModel, Backtest | null>();
  const tryOut = (name: ForecastModel) => {
    const known = tried.get(name);
    if (known !== undefined) return known;
    // Within the backtest a quick fit will do: it is made many times.
    const found = backtest(task, onScale(name === 'ets' ? quickEts : MODELS[name]));
    tried.set(name, found);
    return found;
  };
  // Only ARIMA has a place for regressors.
  const chosen = model !== 'auto' ? model : withRegressors ? 'arima' : bestOf(tryOut);
  const { name, forecasts, effects = [] } = onScale(MODELS[chosen])(task);
  const own = tryOut(chosen);
  const naive = tryOut('seasonal-naive');
  const [mase, naiveMase] = [own?.mase ?? null, naive?.mase ?? null];
  return {
    model: name,
    forecasts,
    backtest: own,
    beatsSeasonalNaive:
      chosen === 'seasonal-naive' || mase === null || naiveMase === null ? null : mase < naiveMase,
    effects,
  };
}

function bestOf(tryOut: (name: ForecastModel) => Backtest | null): ForecastModel {
  let best: ForecastModel = 'seasonal-naive';
  for (const name of ['theta', 'ets', 'arima'] as const) {
    const [mase, least] = [orNull(() => tryOut(name))?.mase ?? null, tryOut(best)?.mase ?? null];
    if (mase !== null && least !== null && mase < least) best = name;
  }
  return best;
}

/** A model that cannot be fitted to a series is no candidate. */
function orNull(run: () => Backtest | null): Backtest | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof StatisticsError) return null;
    throw error;
  }
}
