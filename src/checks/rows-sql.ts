import { sqlName, sqlText } from '../lake/engine.ts';
import { TABLES, type TableName } from '../lake/tables.ts';

/** What rows a query is over: those in force, of some sources, that meet a condition. */
export interface RowsOf {
  readonly table: TableName;
  readonly sources?: readonly string[] | undefined;
  readonly where: string;
  /** A condition that keeps the releases in force. */
  readonly inForce: string;
}

/** The first day of the period of a row, as SQL. */
export function timeOf(table: TableName): string {
  const { time } = TABLES[table];
  return time === 'year'
    ? 'make_date(year, 1, 1)'
    : time === 'date'
      ? `date_trunc('month', date)`
      : sqlName(time);
}

/** `FROM … WHERE …` for some rows that have a time. */
export function fromRows({ table, sources, where, inForce }: RowsOf): string {
  const named = sources === undefined ? '' : ` AND source IN (${sources.map(sqlText).join(', ')})`;
  return `FROM ${table} WHERE (${where}) AND ${inForce}${named} AND ${timeOf(table)} IS NOT NULL`;
}

/** The columns that part rows into series, as SELECT items: `source`, then `k0`, `k1`, … as text. */
export function keyColumns(key: readonly string[]): string {
  return ['source', ...key.map((column, index) => `CAST(${sqlName(column)} AS VARCHAR) AS k${index}`)].join(
    ', ',
  );
}

/** Positions for GROUP BY: the source, the key, and so many columns more. */
export function groupPositions(key: readonly string[], more: number): string {
  return Array.from({ length: 1 + key.length + more }, (_, index) => index + 1).join(', ');
}

/** The first and last of the releases that rows come from, which is all of them but for months put together of more than two. */
export const RELEASES = `concat_ws(' ', min(release), nullif(max(release), min(release)))`;
