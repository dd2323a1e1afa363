import { smallAreaCode, smallAreaName, SMALL_AREAS } from '../crime/street-files.ts';
import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import type { FileSet } from '../output/file-set.ts';
import { csv, REMARK } from '../output/mark.ts';
import type { Place, Places } from '../world/places.ts';

const AGES = { '0-15': 0.2, '16-29': 0.18, '30-44': 0.24, '45-64': 0.26, '65+': 0.12 } as const;
const YEARS = [...new Set(ALL_MONTHS.map((month) => Number(month.slice(0, 4))))];
const GROUPS = ['White', 'Black', 'Asian', 'Chinese', 'Mixed', 'Other'] as const;

/** People by borough (a file for each middle of a year, by small area, sex and age), by force, and by the groups that officers record. */
export function writePopulation(
  files: FileSet,
  places: Places,
  plan: DemoPlan,
  codeOf: (name: string) => string,
): void {
  for (const year of YEARS) writeSmallAreas(files, places, plan, codeOf, year);
  writeForces(files, places, plan);
  writeGroups(files, places, plan);
}

function writeSmallAreas(
  files: FileSet,
  places: Places,
  plan: DemoPlan,
  codeOf: (name: string) => string,
  year: number,
): void {
  const ages = Object.keys(AGES);
  const heads = ['Persons', 'Males', 'Females'].flatMap((sex) =>
    ['All-Ages', ...ages].map((age) => `${sex}_${age}`),
  );
  const lines = places.boroughs.flatMap((borough) => {
    const people = split(
      places.people(borough, year, plan),
      Array.from({ length: SMALL_AREAS }, () => 1),
    );
    return people.map((count, small) => {
      const byAge = split(count, Object.values(AGES));
      const males = byAge.map((each) => Math.floor(each / 2));
      const females = byAge.map((each, index) => each - (males[index] ?? 0));
      const cells = [byAge, males, females].flatMap((each) => [each.reduce((a, b) => a + b, 0), ...each]);
      const name = csv(smallAreaName(borough, small));
      const code = smallAreaCode(borough, small);
      return [
        code,
        name,
        code.replace('E01', 'E02'),
        name.slice(0, -1),
        codeOf(borough.name),
        csv(borough.name),
        ...cells,
      ].join(',');
    });
  });
  files.write(
    `population/london-mid${year}-pop.csv`,
    `${REMARK}\nLSOA11CD,LSOA11NM,MSOA11CD,MSOA11NM,LAD11CD,LAD11NM,${heads.join(',')}`,
    lines,
  );
}

function writeForces(files: FileSet, places: Places, plan: DemoPlan): void {
  const groups = [...Map.groupBy(places.all, ({ force }) => force)];
  files.write(
    'population/population_policeforces.csv',
    `${REMARK}\nyear,${groups.map(([name]) => name).join(',')}`,
    YEARS.map((year) => [year, ...groups.map(([, own]) => sum(own, places, year, plan))].join(',')),
  );
}

function writeGroups(files: FileSet, places: Places, plan: DemoPlan): void {
  const groups = [...Map.groupBy(places.all, ({ force }) => force)];
  files.write(
    'population/police-defined-demographics.csv',
    `${REMARK}\nPolice force,White,Black (or Black British),Asian (or Asian British),Chinese,Mixed,Other`,
    groups.map(([name, own]) =>
      [
        name,
        ...GROUPS.map((group) =>
          own.reduce(
            (total, place) => total + Math.round(places.people(place, 2020, plan) * (place.mix[group] ?? 0)),
            0,
          ),
        ),
      ].join(','),
    ),
  );
}

/** People of some places together. */
export function sum(own: readonly Place[], places: Places, year: number, plan: DemoPlan): number {
  return own.reduce((total, place) => total + places.people(place, year, plan), 0);
}

/** People of a force in a year. */
export function peopleOfForce(name: string, places: Places, year: number, plan: DemoPlan): number {
  return sum(
    places.all.filter(({ force }) => force === name),
    places,
    year,
    plan,
  );
}

/** Splits a count by weights into whole parts that add up to it. */
function split(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  let [given, weight] = [0, 0];
  return weights.map((each) => {
    weight += each;
    const part = Math.round((count * weight) / total) - given;
    given += part;
    return part;
  });
}
