import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../src/sources/input/input-file.ts';
import { findInputs, openOne } from '../../src/sources/input/open-inputs.ts';
import { cutSample } from './cut-sample.ts';
import { sourceOf, stage } from './read-mutant.ts';
import type { SampleFile } from './sample-file.ts';

/** The smallest sound piece of a published file of each source, found below some folders. Nothing is kept in the project. */
export async function findSamples(
  connection: DuckDBConnection,
  folders: readonly string[],
  scratch: string,
  only: readonly string[] = [],
): Promise<SampleFile[]> {
  await mkdir(scratch, { recursive: true });
  const found = await findInputs(
    folders.filter((folder) => existsSync(folder)),
    scratch,
  );
  const smallest = new Map<string, Sample>();
  for (const each of found) {
    if (each.kind !== 'sample') continue;
    const source = sourceOf(each.sample);
    if (!source || (only.length > 0 && !only.includes(source.id))) continue;
    const known = smallest.get(source.id);
    if (!known || each.sample.file.size < known.file.size) smallest.set(source.id, each.sample);
  }
  const samples: SampleFile[] = [];
  for (const [source, sample] of smallest) {
    for await (const piece of cutSample(connection, source, sample, scratch)) {
      if (!(await isSound(connection, piece, scratch))) continue;
      samples.push(piece);
      break;
    }
  }
  return samples;
}

async function isSound(connection: DuckDBConnection, piece: SampleFile, scratch: string): Promise<boolean> {
  const path = join(scratch, piece.name);
  await writeFile(path, piece.bytes);
  try {
    const [opened] = await openOne(path, scratch);
    if (opened?.kind !== 'sample') return false;
    const { sample } = opened;
    const source = sourceOf(sample);
    if (source?.id !== piece.source) return false;
    const { parquet, rowsKept } = await stage(connection, source, sample, scratch);
    await rm(parquet, { force: true });
    return rowsKept > 0;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true });
  }
}
