import type { DuckDBConnection } from '@duckdb/node-api';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import { sqlName, sqlText } from '../../lake/engine.ts';
import type { Reject } from '../../lake/release.ts';
import type { Sample } from '../input/input-file.ts';
import type { RawTable } from '../source.ts';
import { isPattern, readCsvSql } from './read-csv-sql.ts';
import { repair } from './repair.ts';

/** A file laid as text into a temporary table, which whoever opened it drops. */
export interface OpenTable extends RawTable {
  readonly name: string;
  /** Pieces of the file that are no record. */
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
  drop(): Promise<void>;
}

/** Lays a clean CSV into the database at full speed. Null for one that only a repair can read. */
export async function openClean(connection: DuckDBConnection, sample: Sample): Promise<OpenTable | null> {
  const { csv: head, file } = sample;
  if (!head || sample.encoding !== 'utf-8' || isPattern(file.localPath)) return null;
  const from = readCsvSql({
    path: file.localPath,
    delimiter: head.delimiter,
    newline: head.newline,
    width: head.header.length,
    headerLine: head.headerLine,
    gzip: file.gzip,
    line: false,
  });
  const columns = head.header.map((_, index) => `nullif(trim(c${index}), '') AS c${index}`).join(', ');
  const line = `row_number() OVER () + ${head.headerLine} AS line`;
  try {
    return await laid(connection, sample, head.header, `SELECT ${columns}, ${line} FROM ${from}`);
  } catch {
    return null;
  }
}

/** Lays a Parquet file, or a CSV repaired line by line, into the database. */
export async function openRepaired(
  connection: DuckDBConnection,
  sample: Sample,
  scratch: string,
): Promise<OpenTable> {
  if (sample.format === 'parquet') return openParquet(connection, sample, scratch);
  const head = sample.csv;
  if (!head) throw new TypeError('a table source was given a file that is no table');
  const { path, rejects, warnings } = await repair(sample.file, head, scratch);
  const from = readCsvSql({
    path,
    delimiter: ',',
    newline: '\n',
    width: head.header.length,
    headerLine: 1,
    gzip: false,
    line: true,
  });
  const columns = head.header.map((_, index) => `nullif(trim(c${index}), '') AS c${index}`).join(', ');
  try {
    const table = await laid(
      connection,
      sample,
      head.header,
      `SELECT ${columns}, CAST(line AS BIGINT) AS line FROM ${from}`,
    );
    return { ...table, rejects, warnings };
  } finally {
    await rm(path, { force: true });
  }
}

async function openParquet(
  connection: DuckDBConnection,
  sample: Sample,
  scratch: string,
): Promise<OpenTable> {
  const { file } = sample;
  // A copy under a plain name: the given one may hold marks that the database would take for a pattern.
  const path = join(scratch, `${crypto.randomUUID()}.parquet`);
  await (file.gzip ? writeFile(path, await file.read()) : copyFile(file.localPath, path));
  const from = `read_parquet(${sqlText(path)}, file_row_number = true)`;
  try {
    const described = await connection.runAndReadAll(
      `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${from}`,
    );
    const header = described.getRows().map((row) => String(row[0]));
    const columns = header.map(
      (name, index) => `nullif(trim(CAST(${sqlName(name)} AS VARCHAR)), '') AS c${index}`,
    );
    return await laid(
      connection,
      sample,
      header,
      `SELECT ${columns.join(', ')}, file_row_number + 2 AS line FROM ${from}`,
    );
  } catch (error) {
    throw new BadInputError(
      `the Parquet file cannot be read (${(error as Error).message.split('\n', 1)[0]})`,
      { file: file.path },
      'Download the file again; it may be cut short.',
      { cause: error },
    );
  } finally {
    await rm(path, { force: true });
  }
}

async function laid(
  connection: DuckDBConnection,
  { file, csv }: Sample,
  header: readonly string[],
  select: string,
): Promise<OpenTable> {
  const name = `raw_${crypto.randomUUID().replaceAll('-', '')}`;
  // A row without a single filled cell is no record.
  const any = header.map((_, index) => `c${index}`).join(', ');
  await connection.run(
    `CREATE TEMP TABLE ${name} AS SELECT * FROM (${select}) WHERE coalesce(${any}) IS NOT NULL`,
  );
  return {
    file,
    header,
    headerLine: csv?.headerLine ?? 1,
    name,
    rejects: [],
    warnings: [],
    async distinct(columns) {
      const list = columns.map((at) => `c${at}`).join(', ');
      const reader = await connection.runAndReadAll(
        `SELECT ${list}, CAST(min(line) AS INTEGER) AS line FROM ${name} GROUP BY ${list} ORDER BY line`,
      );
      return reader.getRows().map((row) => ({
        cells: row.slice(0, -1).map((cell) => (typeof cell === 'string' ? cell : null)),
        line: Number(row.at(-1)),
      }));
    },
    async drop() {
      await connection.run(`DROP TABLE ${name}`);
    },
  };
}
