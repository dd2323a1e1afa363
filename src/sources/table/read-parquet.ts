import { DuckDBInstance } from '@duckdb/node-api';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import { sqlName, sqlText } from '../../lake/engine.ts';
import type { InputFile } from '../input/input-file.ts';
import type { Sheet, TextRow } from './sheet.ts';

/** Reads a Parquet file as text, its column names as the first row (line 1) and record n on line n + 1. */
export async function readParquet(file: InputFile): Promise<Sheet> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-parquet-'));
  const path = join(folder, 'table.parquet');
  // A copy under a plain name: the given one may hold marks that the database would take for a pattern.
  await (file.gzip ? writeFile(path, await file.read()) : copyFile(file.localPath, path));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '1',
  });
  const connection = await instance.connect();
  try {
    const from = `read_parquet(${sqlText(path)})`;
    const names = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`))
      .getRows()
      .map((row) => String(row[0]));
    const texts = names.map((name) => `CAST(${sqlName(name)} AS VARCHAR)`).join(', ');
    const records = (await connection.runAndReadAll(`SELECT ${texts} FROM ${from}`)).getRows();
    const rows = records.map((cells, index): TextRow => ({
      line: index + 2,
      cells: cells.map((cell) => (typeof cell === 'string' ? cell.trim() : '')),
    }));
    return { name: null, rows: [{ line: 1, cells: names }, ...rows], faults: [] };
  } catch (error) {
    throw new BadInputError(
      `the Parquet file cannot be read (${(error as Error).message.split('\n', 1)[0]})`,
      { file: file.path },
      'Download the file again; it may be cut short.',
      { cause: error },
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
