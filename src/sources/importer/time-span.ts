import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { addDays, addMonths } from '../../foundation/iso-date.ts';
import { sqlText } from '../../lake/engine.ts';
import type { TableName } from '../../lake/tables.ts';
import { TABLES } from '../../lake/tables.ts';

export interface TimeSpan {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** SQL for the first and last day that a table's rows cover, as `span_from` and `span_to`. */
export function timeSpanSql(table: TableName): string {
  const { time } = TABLES[table];
  if (time === 'year')
    return `make_date(min(year), 1, 1) AS span_from, make_date(max(year), 12, 31) AS span_to`;
  if (time === 'period_from') return 'min(period_from) AS span_from, max(period_to) AS span_to';
  return `CAST(min(${time}) AS DATE) AS span_from, CAST(max(${time}) AS DATE) AS span_to`;
}

/** A month column holds first days; what it covers ends with the month. */
export function closeSpan(table: TableName, from: string | null, to: string | null): TimeSpan {
  if (from === null || to === null) return { from: null, to: null };
  const last = to as IsoDate;
  return {
    from: from as IsoDate,
    to: TABLES[table].time === 'month' ? addDays(addMonths(last, 1), -1) : last,
  };
}

/** First and last day that a Parquet file of a table covers. */
export async function timeSpan(
  connection: DuckDBConnection,
  table: TableName,
  parquet: string,
): Promise<TimeSpan> {
  const reader = await connection.runAndReadAll(
    `SELECT ${timeSpanSql(table)} FROM read_parquet(${sqlText(parquet)})`,
  );
  const [row] = reader.getRows();
  return closeSpan(table, textOrNull(row?.[0]), textOrNull(row?.[1]));
}

/** A cell as text, or null where there is none. */
export function textOrNull(value: DuckDBValue | undefined): string | null {
  return value === null || value === undefined ? null : value.toString();
}
