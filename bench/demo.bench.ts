/**
 * The illustrative data: how many rows a second are made up, how many imported, and that memory does not grow with the scale. The time of
 * making them up is held against that of importing the same.
 */
import { fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { writeDemoFiles } from '../src/illustrative/index.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';
import type { Bench } from './bench.ts';

const SCALE = 0.5;
/** Ten times the scale may take at most this many times the memory. */
const MEMORY_LIMIT = 1.3;

export const bench: Bench = async ({ scratch, say }) => {
  const folder = join(scratch, 'made');
  const areas = loadAreas(CATALOGUE_DIR);
  say(`made-up city at scale ${SCALE}`);
  const before = performance.now();
  const { rows } = writeDemoFiles(folder, { scale: SCALE, seed: 1, planted: true }, areas, () => undefined);
  const made = performance.now() - before;
  const writer = await LakeWriter.open(
    openOrCreateWorkspace(join(scratch, 'demo'), 'illustrative', new Date()),
    'bench',
  );
  const start = performance.now();
  const { totals } = await importPaths(writer, [join(folder, 'files')], {
    sources: SOURCES,
    context: { areas, force: null },
    now: () => new Date(),
  });
  const imported = performance.now() - start;
  await writer.close();
  await rm(folder, { recursive: true });
  const rate = (count: number, time: number): string =>
    Math.round((1000 * count) / time).toLocaleString('en-GB');
  say(
    `  made up ${rate(rows, made)} rows a second; imported ${rate(totals.rows_kept, imported)} rows a second in ${totals.files} files`,
  );
  const [small, large] = [await memoryAt(SCALE, scratch), await memoryAt(10 * SCALE, scratch)];
  say(`  memory at scale ${SCALE}: ${small} MB, at ${10 * SCALE}: ${large} MB`);
  return [
    {
      what: `make up ${rows.toLocaleString('en-GB')} rows`,
      ours: made,
      against: 'importing them',
      theirs: imported,
      ratio: made / imported,
      limit: null,
    },
    {
      what: `memory to make up ten times the rows (MB, not ms)`,
      ours: large,
      against: 'once the rows',
      theirs: small,
      ratio: large / small,
      limit: MEMORY_LIMIT,
    },
  ];
};

/** The most memory, in megabytes, that a process of its own takes to write the files. */
async function memoryAt(scale: number, scratch: string): Promise<number> {
  const folder = join(scratch, `memory-${scale}`);
  const child = fork(join(import.meta.dirname, 'demo-memory.ts'), [folder, String(scale)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const memory = await new Promise<number>((resolve, reject) => {
    child.once('message', (most) => resolve(Number(most)));
    child.once('error', reject);
  });
  await rm(folder, { recursive: true });
  return memory;
}
