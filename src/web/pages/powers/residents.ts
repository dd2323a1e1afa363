import { sqlText } from '../../../lake/engine.ts';
import type { Lake } from '../../../lake/lake.ts';
import { NEWEST } from '../../../lake/vintages.ts';
import { GROUPS, groupOf, type Group } from './ethnic-groups.ts';

/** Residents of some boroughs by ethnic group, at one census. */
export interface Residents {
  readonly year: number;
  readonly release: string;
  readonly byBorough: ReadonlyMap<string, Readonly<Record<Group, number>>>;
  readonly total: Readonly<Record<Group, number>>;
}

/**
 * Residents by the five groups, of all the boroughs asked for, the newest year first. A publication that lacks one of the
 * boroughs or one of the groups is left out: its total would be too small.
 */
export async function residentsOf(lake: Lake, boroughs: readonly string[]): Promise<readonly Residents[]> {
  if (boroughs.length === 0) return [];
  const engine = await lake.engine();
  const { rows } = await engine.query(`
SELECT area, year, ethnicity, release, sum(count) AS people
FROM population
WHERE sex = 'all' AND age_band = 'all' AND ethnicity IN (${GROUPS.map(sqlText).join(', ')})
  AND area_type = 'borough' AND area IN (${boroughs.map(sqlText).join(', ')}) AND ${lake.inForce('population', NEWEST)}
GROUP BY 1, 2, 3, 4
ORDER BY 2 DESC, 4`);
  const found = Map.groupBy(rows, (row) => `${String(row['year'])} ${String(row['release'])}`);
  const whole = [...found.values()].flatMap((own): Residents[] => {
    const [first] = own;
    if (!first) return [];
    const byBorough = new Map<string, Record<Group, number>>();
    for (const row of own) {
      const group = groupOf(String(row['ethnicity']));
      const borough = String(row['area']);
      const groups = byBorough.get(borough) ?? none();
      if (group !== null) groups[group] = Number(row['people']);
      byBorough.set(borough, groups);
    }
    const complete =
      byBorough.size === boroughs.length &&
      [...byBorough.values()].every((groups) => GROUPS.every((group) => groups[group] > 0));
    if (!complete) return [];
    const total = none();
    for (const groups of byBorough.values()) for (const group of GROUPS) total[group] += groups[group];
    return [{ year: Number(first['year']), release: String(first['release']), byBorough, total }];
  });
  // One publication a year is enough: they are the same people.
  return whole.filter(({ year }, index) => whole.findIndex((each) => each.year === year) === index);
}

function none(): Record<Group, number> {
  return { Asian: 0, Black: 0, Mixed: 0, White: 0, Other: 0 };
}
