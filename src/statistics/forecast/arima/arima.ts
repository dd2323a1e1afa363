import type { Forecasted, ForecastTask } from '../forecasts.ts';
import { fitArima } from './arima-fit.ts';
import { arimaForecasts } from './arima-forecast.ts';
import { arimaName } from './arima-order.ts';
import { autoArima } from './auto-arima.ts';

/** ARIMA, with regressors where there are any; the order given, or the one with the lowest corrected AIC on a walk. */
export function arima({ values, period, horizon, level, regressors = [], order }: ForecastTask): Forecasted {
  const known = regressors.map((column) => column.subarray(0, values.length));
  const fit = order === undefined ? autoArima(values, period, known) : fitArima(values, order, known);
  return {
    name: arimaName(fit.order),
    forecasts: arimaForecasts(fit, values, horizon, level, regressors),
    effects: Array.from(fit.beta.subarray(fit.order.constant ? 1 : 0)),
  };
}
