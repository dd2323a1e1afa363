import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { ScrutineerError } from '../foundation/errors.ts';
import { acquireLock } from '../foundation/file-lock.ts';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { LakeWriter } from '../lake/writer.ts';
import { figureNames } from '../measures/figure-names.ts';
import { loadMeasures } from '../measures/load-measures.ts';
import { importPaths } from '../sources/importer/import-paths.ts';
import { SOURCES } from '../sources/registry.ts';
import { importShippedRecords } from './import-shipped-records.ts';

const ROOT = join(import.meta.dirname, '../..');
const FIGURES = join(ROOT, 'figures');
const PURPOSE = 'scrutineer, building the opening workspace';

/** Told as the building goes on: what is being done, and how far it is (of 1). */
export type Progress = (doing: string, share: number) => void;

/**
 * Builds the opening workspace: the published figures and the restated record that come with the program, read by
 * the same importers as a user's own files. It is built beside its place and moved there whole, so that a kill leaves
 * a workspace or none.
 */
export async function buildOpeningWorkspace(dir: string, now: () => Date, progress: Progress): Promise<void> {
  const building = `${dir}.building`;
  await mkdir(join(dir, '..'), { recursive: true });
  const lock = await acquireLock(`${dir}.building.lock`, { purpose: PURPOSE });
  try {
    if (existsSync(join(dir, 'workspace.json'))) return;
    await rm(building, { recursive: true, force: true });
    const workspace = openOrCreateWorkspace(building, 'opening', now());
    await Promise.all([
      importFigures(building, now, progress),
      importShippedRecords(workspace.recordDir, PURPOSE, now),
    ]);
    if (existsSync(dir)) await rm(dir, { recursive: true });
    await rename(building, dir);
    progress('Done', 1);
  } finally {
    await lock.release();
  }
}

async function importFigures(dir: string, now: () => Date, progress: Progress): Promise<void> {
  const writer = await LakeWriter.open(openOrCreateWorkspace(dir, 'opening', now()), PURPOSE);
  try {
    const report = await importPaths(writer, [FIGURES], {
      sources: SOURCES,
      context: {
        areas: loadAreas(CATALOGUE_DIR),
        force: null,
        knownMeasures: figureNames(loadMeasures(CATALOGUE_DIR)),
      },
      now,
      onProgress: (done, total) => progress('Importing published figures', (0.9 * done) / total),
    });
    const bad = report.files.find((file) => file.status !== 'imported' || file.rows_rejected > 0);
    if (bad) {
      const [first] = [
        ...bad.rejects.map((reject) => `line ${reject.line ?? '?'}: ${reject.reason}`),
        ...bad.warnings,
      ];
      throw new ScrutineerError(
        `${bad.path} did not import cleanly (${first ?? bad.status}).`,
        'Regenerate it with `npm run figures`, or mend the line.',
      );
    }
  } finally {
    await writer.close();
  }
}
