import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAreas } from '../../areas/index.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import { localFile } from '../input/local-file.ts';
import { sampleOf } from '../input/sample.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import type { LakeRow } from './tally.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = join(ROOT, '../shared/data');

/** Whether the real published files are beside the project. Tests that need them say "skipped: no ../shared/data". */
export const hasSharedData = existsSync(DATA);

export const context: SourceContext = { areas: loadAreas(join(ROOT, 'catalogue')), force: null };

/** A file below `../shared/data`. */
export async function sharedFile(name: string): Promise<InputFile> {
  return localFile(join(DATA, name));
}

/** A made-up file that lives as long as `use` runs. */
export async function withFile<Value>(
  content: string | Uint8Array,
  use: (file: InputFile, sample: Sample) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-test-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, content);
    const file = await localFile(path);
    return await use(file, await sampleOf(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads made-up content through a source. */
export async function readText(source: RowsSource, content: string | Uint8Array): Promise<RowsRead> {
  return withFile(content, async (file) => source.read(file, context));
}

/** Whether a source recognises made-up content. */
export async function recognises(
  source: Pick<RowsSource, 'recognises'>,
  content: string | Uint8Array,
): Promise<boolean> {
  return withFile(content, async (_file, sample) => source.recognises(sample));
}

/** Whether a source recognises a real file. */
export async function recognisesShared(
  source: Pick<RowsSource, 'recognises'>,
  name: string,
): Promise<boolean> {
  return source.recognises(await sampleOf(await sharedFile(name)));
}

/** The sum of a column over the rows that agree with `where`. */
export function sum(rows: readonly LakeRow[], column: string, where: LakeRow = {}): number {
  const conditions = Object.entries(where);
  return rows
    .filter((row) => conditions.every(([name, value]) => row[name] === value))
    .reduce((total, row) => total + Number(row[column]), 0);
}
