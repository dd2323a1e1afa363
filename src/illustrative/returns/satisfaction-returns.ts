import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import { LONDON } from '../world/places.ts';
import { returnMonths, type ReturnWorld } from './return-facts.ts';

/**
 * Satisfaction of victims, over the year that ends with each quarter: of those whom officers saw or spoke to, and of those whom the
 * telephone and digital unit dealt with. Where truths are planted, the latter are less satisfied by a known gap.
 */
export function writeSatisfactionReturns(files: FileSet, { plan, planted, facts }: ReturnWorld): void {
  const { stages, base, digital_base, design_effect } = facts.satisfaction;
  const { below, script_changed, narrows } = planted.digital;
  const months = returnMonths(facts);
  for (const { name, column, head, asked, people, lower } of [
    {
      name: 'user-satisfaction',
      column: 'all',
      head: 'area,from,to,asked_by,crime_type,stage,satisfied,base,standard_error',
      asked: 'telephone',
      people: base,
      lower: () => 0,
    },
    {
      name: 'telephone-digital-satisfaction',
      column: 'all',
      head: 'area,from,to,asked_by,reported_by,stage,satisfied,base,standard_error',
      asked: 'online',
      people: digital_base,
      lower: (month: string) => (plan.planted ? below - (month >= script_changed ? narrows : 0) : 0),
    },
  ]) {
    const random = streamFor(plan.seed, `satisfaction/${name}`);
    // Each quarter's people are asked once, and stand in four published years.
    const quarters = months
      .filter((_, index) => index % 3 === 2)
      .map(([, month]) => ({
        month,
        shares: Object.entries(stages).map(([stage, share]) => {
          const truth = share - lower(month);
          const error = Math.sqrt((truth * (1 - truth) * design_effect) / (people / 4));
          return { stage, share: truth + error * random.normal() };
        }),
      }));
    const file = files.open(`returns/${name}.csv`, `${REMARK}\n${head}`);
    for (const [index, { month }] of quarters.entries()) {
      const year = quarters.slice(index - 3, index + 1);
      if (index < 3) continue;
      const from = months[index * 3 + 2 - 11]?.[1] ?? '';
      for (const [at, stage] of Object.keys(stages).entries()) {
        const share = year.reduce((sum, { shares }) => sum + (shares[at]?.share ?? 0), 0) / year.length;
        const error = Math.sqrt((share * (1 - share) * design_effect) / people);
        file.line(
          `${LONDON},${from},${month},${asked},${column},${stage},${share.toFixed(3)},${people},${error.toFixed(4)}`,
        );
      }
    }
    file.close();
  }
}
