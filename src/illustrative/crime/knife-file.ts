import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import { binomial } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import type { CrimeCounts } from '../world/crime-counts.ts';
import type { Offence } from '../world/offences.ts';
import type { Place } from '../world/places.ts';

/** How many of these offences involve a knife. */
const WITH_KNIFE: Readonly<Record<string, number>> = {
  'robbery-personal': 0.22,
  'robbery-business': 0.3,
  'violence-injury': 0.05,
  rape: 0.02,
};
const INJURED = 0.28;
const POSITIVE = 0.12;

/** The monthly dashboard of knife crime, by borough. @param refreshed the day that it says it was brought up to date */
export function writeKnifeDashboard(
  files: FileSet,
  boroughs: readonly Place[],
  world: { readonly plan: DemoPlan; readonly counts: CrimeCounts; readonly offences: readonly Offence[] },
  refreshed: string,
): void {
  const file = files.open(
    'crime-dashboard/monthly-crime-dashboard.csv',
    `${REMARK}\nMonth_Year,Area Type,Borough_SNT,Area Name,Area Code,Crime Type,Crime Subtype,Measure,Financial Year,FY_FYIndex,Count,Refresh Date`,
  );
  for (const [month, first] of ALL_MONTHS.entries()) {
    const year = Number(first.slice(2, 4)) - (first.slice(5, 7) < '04' ? 1 : 0);
    const financial = `${year}-${year + 1}`;
    const index = String(((Number(first.slice(5, 7)) + 8) % 12) + 1).padStart(2, '0');
    for (const borough of boroughs) {
      const random = streamFor(world.plan.seed, `knife/${borough.name}/${month}`);
      const knife = world.counts
        .of(borough, month)
        .reduce(
          (sum, count, at) => sum + binomial(random, count, WITH_KNIFE[world.offences[at]?.id ?? ''] ?? 0),
          0,
        );
      const injured = binomial(random, knife, INJURED);
      const positive = binomial(random, knife, POSITIVE);
      for (const [subtype, measure, count] of [
        ['Knife Crime', 'Offences', knife],
        ['Knife Crime with Injury', 'Offences', injured],
        ['Knife Crime', 'Positive Outcomes', positive],
      ] as const)
        if (count > 0)
          file.line(
            `${first},Borough,${borough.name},${borough.name},,Knife Crime,${subtype},${measure},fy${financial},${financial}_${index},${count},${refreshed}`,
          );
    }
  }
  file.close();
}
