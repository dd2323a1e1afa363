import type { Areas } from '../areas/index.ts';
import type { Lake } from '../lake/lake.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import { noted } from '../lake/watch.ts';
import { feedRows } from './feed-rows.ts';
import type { PeopleBy } from './measure.ts';
import type { PopulationFigure } from './populations.ts';

/** A count further from the year asked for than this is not used. */
const MOST_YEARS_AWAY = 8;

const COLUMN: Readonly<Record<PeopleBy, string>> = { ethnicity: 'ethnicity', sex: 'sex', age: 'age_band' };

/** Residents of one group, by area and year: what a rate of that group is divided by. */
export class GroupPopulations {
  /** Area and group → counts by year, oldest first. */
  readonly #counts: ReadonlyMap<string, readonly PopulationFigure[]>;
  readonly #areas: Areas;

  private constructor(counts: ReadonlyMap<string, readonly PopulationFigure[]>, areas: Areas) {
    this.#counts = counts;
    this.#areas = areas;
  }

  /** Reads the counts by one characteristic alone (everyone of an ethnic group, whatever the sex and age). */
  static async load(
    { lake, areas }: { readonly lake: Lake; readonly areas: Areas },
    people: PeopleBy,
    vintage: Vintage = NEWEST,
  ): Promise<GroupPopulations> {
    const column = COLUMN[people];
    const others = Object.values(COLUMN).filter((each) => each !== column);
    const name = `populations by ${people} ${JSON.stringify(vintage)}`;
    const rows = await noted(name, async () => {
      return feedRows(
        lake,
        `
SELECT p.area, p.${column} AS grp, p.year, sum(p.count) AS count, p.release, max(coalesce(r.published, DATE '1900-01-01')) AS published
FROM (SELECT * FROM population WHERE ${lake.inForce('population', vintage)}) p JOIN release r ON r.release = p.release
WHERE p.${column} <> 'all' AND ${others.map((each) => `p.${each} = 'all'`).join(' AND ')} AND p.year IS NOT NULL AND p.area IS NOT NULL
  AND p.area_type IN ('borough', 'force', 'region', 'nation')
GROUP BY 1, 2, 3, 5
ORDER BY 3, 6`,
      );
    });
    const counts = new Map<string, PopulationFigure[]>();
    for (const row of rows) {
      const key = keyOf(String(row['area']), String(row['grp']));
      const year = Number(row['year']);
      const earlier = (counts.get(key) ?? []).filter((figure) => figure.year !== year);
      counts.set(key, [...earlier, { count: Number(row['count']), year, release: String(row['release']) }]);
    }
    return new GroupPopulations(counts, areas);
  }

  /**
   * Residents of a group in a year: as counted, or on the straight line between two counts around it, or as counted in the nearest
   * year; null when none is near. An area that is not counted itself is the sum of its parts, if all are known. `year` is
   * that of the count used: of a line, that of the count it begins with.
   */
  of(area: string, group: string, year: number): PopulationFigure | null {
    const own = this.#counts.get(keyOf(area, group));
    if (own !== undefined) return at(own, year);
    const parts = this.#areas.resolve(area) === null ? [] : this.#areas.membersOf(area);
    const members = parts.map((part) => this.of(part.name, group, year));
    if (members.length === 0 || members.some((member) => member === null)) return null;
    const known = members.filter((member) => member !== null);
    return {
      count: known.reduce((sum, { count }) => sum + count, 0),
      year: known[0]?.year ?? year,
      release: [...new Set(known.flatMap(({ release }) => release.split(' ')))].join(' '),
    };
  }
}

function at(figures: readonly PopulationFigure[], year: number): PopulationFigure | null {
  const before = figures.findLast((figure) => figure.year <= year);
  const after = figures.find((figure) => figure.year >= year);
  if (before && after && before.year !== after.year) {
    const share = (year - before.year) / (after.year - before.year);
    return {
      count: Math.round(before.count + share * (after.count - before.count)),
      year: before.year,
      release: [before.release, after.release]
        .filter((each, index, all) => all.indexOf(each) === index)
        .join(' '),
    };
  }
  const nearest = before ?? after ?? null;
  return nearest !== null && Math.abs(nearest.year - year) <= MOST_YEARS_AWAY ? nearest : null;
}

function keyOf(area: string, group: string): string {
  return `${area}\u0000${group}`;
}
