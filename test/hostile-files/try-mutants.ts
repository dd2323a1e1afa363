import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isScrutineerError } from '../../src/foundation/errors.ts';
import { openOne } from '../../src/sources/input/open-inputs.ts';
import { SOURCES } from '../../src/sources/registry.ts';
import type { Sample } from '../../src/sources/input/input-file.ts';
import type { Source } from '../../src/sources/source.ts';
import { mutant } from './mutant.ts';
import { readMutant, recordsBelow, sourceOf, stage } from './read-mutant.ts';
import type { SampleFile } from './sample-file.ts';

/** One changed copy: what was done to it, whether a layout was recognised in it, and what became of it. */
export interface Tried {
  readonly number: number;
  readonly change: string;
  readonly recognised: boolean;
  readonly status: 'read' | 'read in part' | 'refused';
  readonly faults: readonly string[];
}

/**
 * Tries changed copies of a sample, by number. A copy that is no longer recognised is read as what it was, as `--as` would. After
 * each, the folder for work must be as empty as before.
 */
export async function* tryMutants(
  connection: DuckDBConnection,
  file: SampleFile,
  numbers: Iterable<number>,
  folder: string,
  before: (number: number) => void = () => undefined,
): AsyncGenerator<Tried> {
  const own = SOURCES.find(({ id }) => id === file.source);
  if (!own) throw new TypeError(`there is no source ${file.source}`);
  const [inbox, scratch] = [join(folder, 'in'), join(folder, 'scratch')];
  await rm(inbox, { recursive: true, force: true });
  await mkdir(inbox, { recursive: true });
  await mkdir(scratch, { recursive: true });
  const path = join(inbox, file.name);
  await writeFile(path, file.bytes);
  const heading = await headingOf(connection, own, path, scratch);
  for (const number of numbers) {
    before(number);
    const { change, bytes } = mutant(file, number);
    await writeFile(path, bytes);
    const tried = { number, change, ...(await tryFile(connection, own, path, scratch, heading)) };
    const strangers = (await readdir(inbox)).filter((name) => name !== file.name);
    // What is left in the folder for work is swept away with it after an import; beside the file nothing may be written.
    for (const name of await readdir(scratch))
      await rm(join(scratch, name), { recursive: true, force: true });
    yield strangers.length === 0
      ? tried
      : { ...tried, faults: [...tried.faults, `written beside it: ${strangers.join(', ')}`] };
  }
}

/** Reads one hostile file, or each member of a hostile ZIP. */
export async function tryFile(
  connection: DuckDBConnection,
  own: Source,
  path: string,
  scratch: string,
  heading: readonly string[] | null = null,
): Promise<Omit<Tried, 'number' | 'change'>> {
  const faults: string[] = [];
  let [recognised, status]: [boolean, Tried['status']] = [false, 'refused'];
  for (const found of await openOne(path, scratch)) {
    if (found.kind === 'unreadable') {
      if (!isScrutineerError(found.error)) faults.push(`no named error on opening: ${String(found.error)}`);
      continue;
    }
    const { sample } = found;
    const one = await trySample(connection, own, sample, scratch, heading);
    [recognised, status] = [one.recognised, one.status];
    faults.push(...one.faults);
    if (sample.file.localPath !== sample.file.path) await rm(sample.file.localPath, { force: true });
  }
  return { recognised, status, faults };
}

async function trySample(
  connection: DuckDBConnection,
  own: Source,
  sample: Sample,
  scratch: string,
  heading: readonly string[] | null,
): Promise<Omit<Tried, 'number' | 'change'>> {
  let recognised: Source | null;
  try {
    recognised = sourceOf(sample);
  } catch (error) {
    return { recognised: false, status: 'refused', faults: [`fails to be recognised: ${String(error)}`] };
  }
  const source = recognised ?? own;
  if (source.kind !== 'rows' && sample.csv === null && sample.format !== 'parquet')
    return { recognised: recognised !== null, status: 'refused', faults: [] };
  const outcome = await readMutant(connection, source, sample, scratch, source === own ? heading : null);
  return { recognised: recognised !== null, ...outcome };
}

/** The headings of the unchanged sample, where each record below them is one row read. */
async function headingOf(
  connection: DuckDBConnection,
  source: Source,
  path: string,
  scratch: string,
): Promise<readonly string[] | null> {
  const [found] = await openOne(path, scratch);
  if (found?.kind !== 'sample' || !found.sample.csv) return null;
  const staged = await stage(connection, source, found.sample, scratch);
  await rm(staged.parquet, { force: true });
  const { header } = found.sample.csv;
  return (await recordsBelow(header, found.sample)) === staged.rowsRead ? header : null;
}
