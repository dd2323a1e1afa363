import { aboutBreaks } from '../../statistics/about/breaks.ts';
import { levelBreaks } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import { alongAxis, timeAxis } from '../time-axis.ts';

/** Breaks of level. `index`, `lower` and `upper` count the points that are there from 1; the date is that of `index`. */
export const breaks: Method = {
  about: aboutBreaks,
  columns: ['date', 'value'],
  run(table, options) {
    const axis = timeAxis(table);
    const found = levelBreaks(alongAxis(axis, table.numbersOrGaps('value')), {
      most: options.whole('max', 5, 0, 50),
      smallest: options.number('smallest', 0.15),
      level: options.level('level', 0.95),
    });
    return {
      breaks: found.breaks.map(({ index, position, lower, upper }) => {
        return { date: axis.dates[index], index: position, lower, upper };
      }),
      sup_f: found.supF,
      bic: found.bicByBreaks[found.breaks.length] ?? null,
      bic_by_breaks: found.bicByBreaks,
      rss_by_breaks: found.rssByBreaks,
    };
  },
};
