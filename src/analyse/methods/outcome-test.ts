import { aboutOutcomeTest } from '../../statistics/about/outcome-test.ts';
import {
  areaAdjustedDifference,
  hitRateDifference,
  wilsonInterval,
  type Searches,
} from '../../statistics/index.ts';
import { referenceOf } from '../groups.ts';
import type { Method } from '../method.ts';
import type { Table } from '../table.ts';

/** Hit rate of every group, and its difference from the reference: area by area where there is a column `area`. */
export const outcomeTest: Method = {
  about: aboutOutcomeTest,
  columns: ['group', 'searches', 'hits', 'area'],
  run(table, options) {
    const level = options.level('level', 0.95);
    const sums = searchesByGroup(table);
    const reference = referenceOf([...sums.keys()], options.text('reference'));
    const base = sums.get(reference) ?? NONE;
    const areas = table.has('area')
      ? table.groups(table.nameOf('area')).map(({ table: part }) => searchesByGroup(part))
      : null;
    const groups = [...sums].map(([group, searches]) => {
      const { estimate, lower, upper } = wilsonInterval(searches.hits, searches.searches, level);
      const rate = { group, hit_rate: estimate, lower, upper };
      if (group === reference)
        return Object.assign(rate, { difference: 0, difference_lower: null, difference_upper: null });
      const crude = hitRateDifference(searches, base, level);
      const found =
        areas === null
          ? crude
          : areaAdjustedDifference(
              areas.map((area) => ({
                group: area.get(group) ?? NONE,
                reference: area.get(reference) ?? NONE,
              })),
              level,
            );
      return Object.assign(rate, {
        difference: found.difference,
        difference_lower: found.lower,
        difference_upper: found.upper,
        crude_difference: crude.difference,
      });
    });
    return { reference, adjusted_for_area: areas !== null, groups };
  },
};

const NONE: Searches = { searches: 0, hits: 0 };

function searchesByGroup(table: Table): Map<string, Searches> {
  const [searches, hits] = [table.numbers('searches'), table.numbers('hits')];
  const sums = new Map<string, Searches>();
  for (const [row, group] of table.text('group').entries()) {
    const before = sums.get(group) ?? NONE;
    sums.set(group, {
      searches: before.searches + (searches[row] ?? 0),
      hits: before.hits + (hits[row] ?? 0),
    });
  }
  return sums;
}
