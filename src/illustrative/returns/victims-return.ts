import { binomial } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import type { CrimeCounts } from '../world/crime-counts.ts';
import { LONDON, type Place } from '../world/places.ts';
import { returnMonths, type ReturnWorld } from './return-facts.ts';

/**
 * Victims by ethnicity, and those for whom none was recorded. Where truths are planted, whether it was recorded depends on how the
 * crime was reported and on nothing else: within a way of reporting, those recorded are like all.
 */
export function writeVictimsReturn(
  files: FileSet,
  boroughs: readonly Place[],
  counts: CrimeCounts,
  { plan, planted, facts }: ReturnWorld,
): void {
  const { groups, ethnicity, not_recorded } = facts.victims;
  const file = files.open(
    'returns/victims-ethnicity.csv',
    `${REMARK}\narea,month,crime_type,reported_by,ethnicity,victims`,
  );
  for (const [month, name] of returnMonths(facts)) {
    const random = streamFor(plan.seed, `victims/${month}`);
    for (const { crime_type, offences, each } of groups) {
      const crimes = boroughs.reduce(
        (sum, borough) => sum + counts.sum(borough, [month], ({ id }) => offences.includes(id)),
        0,
      );
      const victims = binomial(random, crimes, each);
      let [left, shareLeft] = [victims, 1];
      for (const channel of planted.victims.channels) {
        const own = binomial(random, left, Math.min(1, channel.share / shareLeft));
        [left, shareLeft] = [left - own, shareLeft - channel.share];
        const missing = binomial(random, own, plan.planted ? channel.not_recorded : not_recorded);
        const line = (who: string, count: number): void =>
          file.line(`${LONDON},${name},${crime_type},${channel.name.toLowerCase()},${who},${count}`);
        let [known, partLeft] = [own - missing, 1];
        for (const [group, part] of Object.entries(ethnicity)) {
          const of = partLeft - part < 1e-9 ? known : binomial(random, known, part / partLeft);
          [known, partLeft] = [known - of, partLeft - part];
          line(group, of);
        }
        line('Not recorded', missing);
      }
    }
  }
  file.close();
}
