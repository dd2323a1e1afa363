import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDuckDb } from '../../lake/duckdb.ts';
import { sqlText } from '../../lake/engine.ts';
import { stageQuery } from '../importer/stage-query.ts';
import type { Staged } from '../importer/staged.ts';
import type { InputFile } from '../input/input-file.ts';
import { sampleOf } from '../input/sample.ts';
import type { QuerySource } from '../source.ts';
import { context, withFile } from '../table/testing.ts';

/** What a query source made of a file: what is reported of it, and the result of a query over its rows, `staged`. */
export interface QueryRead {
  readonly staged: Staged;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Reads a file through a query source. @param sql asked of the finished rows, which are the table `staged` */
export async function readQuery(
  source: QuerySource,
  file: InputFile,
  sql = 'SELECT * FROM staged',
): Promise<QueryRead> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-test-'));
  const instance = await startDuckDb();
  const connection = await instance.connect();
  try {
    const parquet = join(folder, 'staged.parquet');
    const staged = await stageQuery(connection, source, await sampleOf(file), context, parquet, folder);
    await connection.run(`CREATE VIEW staged AS SELECT * FROM read_parquet(${sqlText(parquet)})`);
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return { staged, rows: rows.map(numbered) };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As `readQuery`, for made-up content. */
export async function queryText(
  source: QuerySource,
  content: string | Uint8Array,
  sql?: string,
): Promise<QueryRead> {
  return withFile(content, async (file) => readQuery(source, file, sql));
}

/** Whole numbers of 64 bits come as text. */
function numbered(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}
