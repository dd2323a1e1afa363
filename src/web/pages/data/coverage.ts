import {
  addMonths,
  endOfMonth,
  monthsBetween,
  startOfMonth,
  type IsoDate,
} from '../../../foundation/iso-date.ts';
import type { Lake } from '../../../lake/lake.ts';
import type { Release } from '../../../lake/release.ts';

/** Which months of a publication are held. */
export interface Coverage {
  readonly title: string;
  readonly held: number;
  readonly missing: readonly IsoDate[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Each month from the first to the last, and whether it is held. */
  readonly months: readonly { readonly month: IsoDate; readonly held: boolean }[];
}

/** First days of the months that a release of cited figures has figures for. */
export type MonthsOfFigures = ReadonlyMap<string, ReadonlySet<string>>;

/** The months that cited figures are of, by release; figures of quarters and years are left aside. */
export async function monthsOfFigures(lake: Lake): Promise<MonthsOfFigures> {
  if (!lake.releases().some(({ table }) => table === 'published_figure')) return new Map();
  const engine = await lake.engine();
  const { rows } = await engine.query(
    `SELECT DISTINCT release, period_from FROM published_figure
WHERE date_diff('day', period_from, period_to) BETWEEN 27 AND 30 AND value IS NOT NULL ORDER BY 1, 2`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => String(row['release']))].map(([release, own]) => [
      release,
      new Set(own.map((row) => String(row['period_from']))),
    ]),
  );
}

/**
 * Which months between the first and the last of a publication are held; null for one that is not published by month. A
 * file of months is taken to hold every month that it covers, a file of cited figures only those that it has figures for.
 */
export function coverageOf(
  { title, releases }: { readonly title: string; readonly releases: readonly Release[] },
  figures: MonthsOfFigures,
): Coverage | null {
  const held = new Set(releases.flatMap((release) => monthsOf(release, figures)));
  const [from, to] = [[...held].toSorted()[0], [...held].toSorted().at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => {
    const month = addMonths(from, index);
    return { month, held: held.has(month) };
  });
  const missing = months.filter((each) => !each.held).map(({ month }) => month);
  return { title, held: months.length - missing.length, missing, from, to: endOfMonth(to), months };
}

/** Tables of which a row belongs to a month. */
const MONTHLY: ReadonlySet<Release['table']> = new Set([
  'crime',
  'outcome',
  'stop_search',
  'crime_count',
  'homicide_victim',
]);

function monthsOf({ release, table, from, to }: Release, figures: MonthsOfFigures): IsoDate[] {
  if (table === 'published_figure') return [...(figures.get(release) ?? [])] as IsoDate[];
  if (!MONTHLY.has(table) || from === null || to === null) return [];
  const first = startOfMonth(from);
  return Array.from({ length: monthsBetween(first, startOfMonth(to)) + 1 }, (_, index) =>
    addMonths(first, index),
  );
}
