import type { Row } from '../lake/engine.ts';
import type { Scope } from './scope.ts';

/** Rows of one series: its source, and the values of its key columns. */
export interface SeriesRows {
  readonly source: string;
  readonly key: readonly string[];
  /** Value of each key column that is filled. */
  readonly part: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** Parts the rows of a query with `source`, `k0`, `k1`, … into series, in the order in which they come. */
export function seriesRows(rows: readonly Row[], key: readonly string[]): SeriesRows[] {
  const name = (row: Row): string =>
    JSON.stringify([row['source'], ...key.map((_, index) => row[`k${index}`])]);
  return [...Map.groupBy(rows, name).values()].map((own) => {
    const [first] = own;
    return {
      source: String(first?.['source'] ?? ''),
      key,
      part: Object.fromEntries(
        key.flatMap((column, index) => {
          const value = first?.[`k${index}`];
          return typeof value === 'string' ? [[column, value]] : [];
        }),
      ),
      rows: own,
    };
  });
}

/** The canonical name of the place that a series is of; null where it is of no one place. */
export function areaOf({ part }: Pick<SeriesRows, 'part'>, { areas }: Scope): string | null {
  const named = part['borough'] ?? part['area'];
  if (named !== undefined) return areas.resolve(named)?.name ?? named;
  const { force } = part;
  return force === undefined ? null : (areas.bySlug(force)?.name ?? force);
}

/** A number of a row; 0 where there is none. */
export function numberAt(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}
