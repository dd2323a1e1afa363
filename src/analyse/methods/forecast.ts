import { UsageError } from '../../foundation/errors.ts';
import { aboutForecast } from '../../statistics/about/forecast.ts';
import { forecast } from '../../statistics/index.ts';
import { arimaOrder } from '../arima-order.ts';
import type { Method } from '../method.ts';
import { scenarioOf } from '../scenario.ts';
import { alongAxis, datesAfter, periodsInYear, timeAxis } from '../time-axis.ts';

/** Forecasts with their intervals, and how the model did on its own past. */
export const forecastMethod: Method = {
  about: aboutForecast,
  columns: ['date', 'value'],
  files: ['scenario'],
  run(table, options, others) {
    const axis = timeAxis(table);
    const values = alongAxis(axis, table.numbersOrGaps('value'));
    const gap = values.findIndex((value) => value === null);
    if (gap >= 0) {
      throw new UsageError(
        `There is no value for ${axis.dates[gap] ?? ''}.`,
        'A forecast needs every period: fill it, or start after it.',
      );
    }
    const horizon = options.whole('horizon', 12, 1, 120);
    const dates = datesAfter(axis, horizon);
    const period = options.whole('season', periodsInYear(axis.step), 1, 366);
    const order = arimaOrder(options, period);
    const { names, columns } = scenarioOf(table, axis, others.get('scenario'), dates, options.list('x'));
    const model = options.choice('model', ['auto', 'seasonal-naive', 'ets', 'arima', 'theta']);
    if (columns.length + (order === null ? 0 : 1) > 0 && model !== 'auto' && model !== 'arima') {
      throw new UsageError(
        `The model ${model} has no place for regressors or an order.`,
        'Leave --model out, or give --model arima.',
      );
    }
    const found = forecast(
      {
        values: Float64Array.from(values, (value) => value ?? 0),
        period,
        horizon,
        level: options.level('level', 0.95),
        regressors: columns,
        ...(order === null ? {} : { order }),
      },
      model,
      options.flag('log') ? 'log' : 'as-is',
    );
    const { mase, coverage, intervalScore, origins } = found.backtest ?? {
      mase: null,
      coverage: null,
      intervalScore: null,
      origins: 0,
    };
    return {
      model: found.model,
      forecasts: found.forecasts.map(({ mean, lower, upper }, h) => ({
        date: dates[h] ?? null,
        mean,
        lower,
        upper,
      })),
      backtest: { mase, coverage, interval_score: intervalScore, origins },
      beats_seasonal_naive: found.beatsSeasonalNaive,
      regressors: names.map((name, k) => ({ name, effect: found.effects[k] ?? null })),
    };
  },
};
