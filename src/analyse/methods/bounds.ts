import { aboutBounds } from '../../statistics/about/bounds.ts';
import { missingGroupBounds, StatisticsError } from '../../statistics/index.ts';
import { referenceOf, sumByGroup } from '../groups.ts';
import type { Method } from '../method.ts';

/** Worst-case bounds for every group's ratio to the reference; a row with an empty group holds what was not recorded. */
export const bounds: Method = {
  about: aboutBounds,
  columns: ['group', 'events', 'population'],
  run(table, options) {
    const sums = sumByGroup(table, true);
    const unknown = sums.get('')?.events ?? 0;
    sums.delete('');
    const reference = referenceOf([...sums.keys()], options.text('reference'));
    const base = sums.get(reference) ?? { events: 0, exposure: 0 };
    const all = [...sums.values()].reduce((sum, { events }) => sum + events, unknown);
    if (all === 0) throw new StatisticsError('no-data', 'There are no events.', 'Give events above 0.');
    const groups = [...sums].map(([group, { events, exposure }]) => {
      if (group === reference) return { group, complete_case_ratio: 1, lower: 1, upper: 1 };
      const found = missingGroupBounds(
        { events, population: exposure },
        { events: base.events, population: base.exposure },
        unknown,
      );
      return { group, complete_case_ratio: found.completeCase, lower: found.lower, upper: found.upper };
    });
    return { reference, groups, missing_share: unknown / all };
  },
};
