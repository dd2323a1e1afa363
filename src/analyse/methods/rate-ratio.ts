import { aboutRateRatio } from '../../statistics/about/rate-ratio.ts';
import {
  exactRateRatio,
  mantelHaenszelRateRatio,
  midPRateRatio,
  rateRatio,
  riskRatio,
  type CountedRate,
  type Ratio,
} from '../../statistics/index.ts';
import { referenceOf, sumByGroup } from '../groups.ts';
import type { Method } from '../method.ts';
import type { Table } from '../table.ts';

const PLAIN = { wald: rateRatio, 'mid-p': midPRateRatio, exact: exactRateRatio, risk: riskRatio };

/** Rate of every group, and its ratio to the reference group. Rows of one group are added up. */
export const rateRatios: Method = {
  about: aboutRateRatio,
  columns: ['group', 'events', 'population', 'stratum'],
  run(table, options) {
    const kind = options.choice(
      'kind',
      ['wald', 'mid-p', 'exact', 'risk', 'mantel-haenszel'],
      table.has('stratum') ? 'mantel-haenszel' : 'wald',
    );
    const level = options.level('level', 0.95);
    const groups = sumByGroup(table);
    const reference = referenceOf([...groups.keys()], options.text('reference'));
    const base = groups.get(reference) ?? { events: 0, exposure: 0 };
    const rows = [...groups].map(([group, counted]) => {
      const rate = counted.exposure > 0 ? counted.events / counted.exposure : null;
      if (group === reference)
        return { answer: { group, rate, ratio: 1, lower: null, upper: null }, heterogeneity: null };
      if (kind === 'mantel-haenszel') {
        const { heterogeneity, ...pooled } = mantelHaenszelRateRatio(strata(table, group, reference), level);
        return { answer: { group, rate, ...limits(pooled) }, heterogeneity };
      }
      return { answer: { group, rate, ...limits(PLAIN[kind](counted, base, level)) }, heterogeneity: null };
    });
    const tests = rows.flatMap(({ answer, heterogeneity }) =>
      heterogeneity === null ? [] : [{ group: answer.group, ...heterogeneity }],
    );
    const [first] = tests;
    // With two groups there is one test, given plainly; with more, one for each group.
    const heterogeneity = tests.length > 1 ? { heterogeneity: tests } : first ? { heterogeneity: first } : {};
    return { reference, groups: rows.map(({ answer }) => answer), ...heterogeneity };
  },
};

function limits({ ratio, lower, upper }: Ratio) {
  return { ratio, lower, upper };
}

/** The strata in which both groups have people. */
function strata(
  table: Table,
  group: string,
  reference: string,
): { group: CountedRate; reference: CountedRate }[] {
  return table.groups(table.nameOf('stratum')).flatMap(({ table: part }) => {
    const sums = sumByGroup(part);
    const [one, other] = [sums.get(group), sums.get(reference)];
    return one && other && one.exposure > 0 && other.exposure > 0 ? [{ group: one, reference: other }] : [];
  });
}
