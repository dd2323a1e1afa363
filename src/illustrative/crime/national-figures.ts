import type { DemoPlan } from '../demo-plan.ts';
import type { FileSet } from '../output/file-set.ts';
import { MARK } from '../output/mark.ts';
import { peopleOfForce } from '../people/population-files.ts';
import type { CrimeCounts } from '../world/crime-counts.ts';
import type { Offence } from '../world/offences.ts';
import { monthsOfYear, type Places } from '../world/places.ts';

/** Measures of the national tables, and the major groups that each counts: all of them for recorded crime. */
const MEASURES: Readonly<Record<string, (offence: Offence) => boolean>> = {
  'recorded-crime-rate': ({ major }) => major !== undefined,
  'violence-against-the-person-rate': ({ major }) => major === 'Violence Against the Person',
  'robbery-rate': ({ major }) => major === 'Robbery',
  'burglary-rate': ({ major }) => major === 'Burglary',
  'vehicle-offences-rate': ({ major }) => major === 'Vehicle Offences',
  'sexual-offences-rate': ({ major }) => major === 'Sexual Offences',
  'criminal-damage-and-arson-rate': ({ major }) => major === 'Arson and Criminal Damage',
  'drug-offences-rate': ({ major }) => major === 'Drug Offences',
  'public-order-rate': ({ major }) => major === 'Public Order Offences',
  'weapons-offences-rate': ({ major }) => major === 'Possession of Weapons',
};
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023];
const HEADER =
  'area,area_type,measure,group_type,group_value,from,to,value,numerator,denominator,base,unit,flag';

/** National tables of the years to March, an edition a year, as cited figures: rates of every force and of the whole. */
export function writeNationalFigures(
  files: FileSet,
  places: Places,
  { plan, counts }: { readonly plan: DemoPlan; readonly counts: CrimeCounts },
): void {
  const forces = [...Map.groupBy(places.all, ({ force }) => force)];
  for (const year of YEARS) {
    const months = monthsOfYear(`${year - 1}-04`);
    const lines = Object.entries(MEASURES).flatMap(([measure, picks]) => {
      const rows = forces.map(([name, own]) => ({
        name,
        events: own.reduce((sum, place) => sum + counts.sum(place, months, picks), 0),
        people: peopleOfForce(name, places, year - 1, plan),
      }));
      const whole = rows.reduce(
        (sum, { events, people }) => ({ events: sum.events + events, people: sum.people + people }),
        { events: 0, people: 0 },
      );
      return [
        ...rows.map((row) => ({ ...row, type: 'force' })),
        { name: 'England and Wales', type: 'nation', ...whole },
      ].map(
        ({ name, type, events, people }) =>
          `${name},${type},${measure},,,${year - 1}-04,${year}-03,${((1000 * events) / people).toPrecision(6)},${events},${people},,per 1000,`,
      );
    });
    const published = `${year}-07-20`;
    const head = [
      `# publisher: Nobody: ${MARK} made up by Scrutineer`,
      `# title: ${MARK}: police force area tables`,
      '# licence: MIT',
      '# address: made up',
      `# published: ${published}`,
      `# note: ${MARK}: every figure is made up (scrutineer demo).`,
      HEADER,
    ];
    files.write(`national/police-force-areas-${year}-03.csv`, head.join('\n'), lines);
  }
}
