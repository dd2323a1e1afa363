import { UsageError } from '../../foundation/errors.ts';
import { aboutSegmented } from '../../statistics/about/segmented.ts';
import { segmented } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import { termAnswer } from '../terms.ts';
import { alongAxis, placeOf, timeAxis } from '../time-axis.ts';

/** Interrupted time series with any number of interventions. A date between points takes effect at the next. */
export const segmentedMethod: Method = {
  about: aboutSegmented,
  columns: ['date', 'value'],
  run(table, options) {
    const axis = timeAxis(table);
    const dates = options.list('at');
    const at = dates.map((date) => {
      const place = placeOf(axis, date);
      if (place === null)
        throw new UsageError(`--at ${date} is not within the series.`, 'Give dates as 2022-06-01.');
      return place;
    });
    const lag = options.number('newey-west');
    const found = segmented(alongAxis(axis, table.numbersOrGaps('value')), {
      at,
      season: options.whole('season', 1, 1, 366),
      family: options.choice('family', ['gaussian', 'poisson', 'quasi-poisson']),
      level: options.level('level', 0.95),
      ...(lag === undefined ? {} : { neweyWest: lag }),
    });
    return {
      terms: found.terms.map(termAnswer),
      interventions: found.interventions.map(({ level, slope }, k) => ({
        at: dates[k],
        level: level?.estimate ?? null,
        slope: slope?.estimate ?? null,
        level_standard_error: level?.standardError ?? null,
        slope_standard_error: slope?.standardError ?? null,
        level_p: level?.p ?? null,
        slope_p: slope?.p ?? null,
      })),
      n: found.n,
      left_out: found.leftOut,
      ...('dispersion' in found ? { dispersion: found.dispersion } : {}),
    };
  },
};
