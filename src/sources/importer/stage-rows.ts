import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { BadInputError } from '../../foundation/errors.ts';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import type { Cell } from '../../lake/engine.ts';
import { sqlName, sqlText } from '../../lake/engine.ts';
import type { ColumnType, TableName } from '../../lake/tables.ts';
import { columnsOf } from '../../lake/tables.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsSource, SourceContext } from '../source.ts';
import type { Staged } from './staged.ts';
import { MAX_REJECTS_LISTED } from './staged.ts';
import { timeSpan } from './time-span.ts';

/** Reads a file through a rows source and writes its rows to Parquet. */
export async function stageRows(
  connection: DuckDBConnection,
  source: RowsSource,
  file: InputFile,
  context: SourceContext,
  parquet: string,
): Promise<Staged> {
  const read = await source.read(file, context);
  if (read.rows.length === 0 && read.rejects.length === 0) {
    throw new BadInputError(
      'the file holds no rows',
      { file: file.path },
      'Check that the download is complete.',
    );
  }
  await writeRows(connection, source.table, source.id, read.rows, parquet);
  const span = await timeSpan(connection, source.table, parquet);
  return {
    ...read,
    parquet,
    rejects: read.rejects.slice(0, MAX_REJECTS_LISTED),
    rowsRejected: read.rowsRead - read.rowsKept,
    rows: read.rows.length,
    ...span,
  };
}

async function writeRows(
  connection: DuckDBConnection,
  table: TableName,
  source: string,
  rows: readonly Readonly<Record<string, Cell>>[],
  parquet: string,
): Promise<void> {
  const columns = columnsOf(table);
  // What is the same in every row, or that no row has, need not travel with each.
  const carriedColumns = columns.filter(
    ([column]) => column !== 'source' && rows.some((row) => row[column] !== undefined),
  );
  if (carriedColumns.length === 0) carriedColumns.push(...columns.slice(1));
  const names = new Set(carriedColumns.map(([column]) => column));
  const goodDates = new Set<string>();
  const name = `rows_${crypto.randomUUID().replaceAll('-', '')}`;
  // Dates travel as text through the appender and are cast in SQL, where a bad one is an error, not a guess.
  const carried = carriedColumns.map(([column, type]) => `${sqlName(column)} ${carrier(type)}`);
  await connection.run(`CREATE TEMP TABLE ${name} (${carried.join(', ')})`);
  try {
    const appender = await connection.createAppender(name, undefined, 'temp');
    for (const row of rows) {
      for (const [column, type] of carriedColumns) appendCell(appender, type, row[column] ?? null, goodDates);
      appender.endRow();
    }
    appender.closeSync();
    const select = columns.map(
      ([column, type]) =>
        `CAST(${column === 'source' ? sqlText(source) : names.has(column) ? sqlName(column) : 'NULL'} AS ${type}) AS ${sqlName(column)}`,
    );
    await connection.run(
      `COPY (SELECT ${select.join(', ')} FROM ${name}) TO ${sqlText(parquet)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`,
    );
  } finally {
    await connection.run(`DROP TABLE ${name}`);
  }
}

function carrier(type: ColumnType): string {
  return type === 'DATE' || type === 'TIMESTAMP' ? 'VARCHAR' : type;
}

function appendCell(appender: DuckDBAppender, type: ColumnType, cell: Cell, goodDates: Set<string>): void {
  if (cell === null || cell === '') appender.appendNull();
  else if (type === 'DOUBLE') appender.appendDouble(numberOf(cell));
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(Math.round(numberOf(cell))));
  else if (type === 'INTEGER') appender.appendInteger(numberOf(cell));
  else if (type === 'BOOLEAN') appender.appendBoolean(cell === true);
  else if (type === 'DATE') appender.appendVarchar(dateOf(cell, goodDates));
  else appender.appendVarchar(String(cell));
}

function numberOf(cell: string | number | boolean): number {
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  throw new TypeError(`a source gave ${String(cell)} where the table holds a number`);
}

/** @param good dates that were found good: a file of half a million rows holds few different ones */
function dateOf(cell: string | number | boolean, good: Set<string>): string {
  if (typeof cell === 'string' && good.has(cell)) return cell;
  const date = typeof cell === 'string' ? parseIsoDate(cell) : null;
  if (date === null) throw new TypeError(`a source gave ${String(cell)} where the table holds a date`);
  if (date === cell) good.add(date);
  return date;
}
