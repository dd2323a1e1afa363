import { requirePositive } from '../check-input.ts';
import type { Forecasted, ForecastTask } from './forecasts.ts';

/** A model of the logarithms: its forecasts are medians, and its intervals keep above 0. */
export function onLogs(model: (task: ForecastTask) => Forecasted): (task: ForecastTask) => Forecasted {
  return (task) => {
    for (const value of task.values) requirePositive(value, 'a value on a log scale');
    const found = model({ ...task, values: task.values.map(Math.log) });
    return {
      ...found,
      name: `${found.name} of logs`,
      forecasts: found.forecasts.map(({ mean, lower, upper }) => ({
        mean: Math.exp(mean),
        lower: Math.exp(lower),
        upper: Math.exp(upper),
      })),
    };
  };
}
