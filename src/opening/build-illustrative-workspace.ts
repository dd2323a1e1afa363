import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { ScrutineerError } from '../foundation/errors.ts';
import { acquireLock } from '../foundation/file-lock.ts';
import { isIsoDate } from '../foundation/iso-date.ts';
import { writeDemoFiles, type DemoBatch, type DemoPlan } from '../illustrative/index.ts';
import { openOrCreateWorkspace } from '../lake/workspace.ts';
import { LakeWriter } from '../lake/writer.ts';
import { figureNames } from '../measures/figure-names.ts';
import { loadMeasures } from '../measures/load-measures.ts';
import { importPaths } from '../sources/importer/import-paths.ts';
import { SOURCES } from '../sources/registry.ts';
import type { Progress } from './build-opening-workspace.ts';
import { importShippedRecords } from './import-shipped-records.ts';

const PURPOSE = 'scrutineer, building the illustrative workspace';
/** Shares of the time that writing and importing take, roughly. */
const WRITING = 0.25;
/** What of the files stays in the workspace once they are imported: the truths, and what linking is practised on. */
const KEPT = ['illustrative-data.json', 'planted-truths.json', 'planted-truths.md', 'linking'];

/** How an illustrative workspace was built. */
export interface BuiltDemo {
  readonly rows: number;
  readonly files: number;
}

/**
 * Builds a workspace of made-up figures: writes them in the layouts of publications, imports them like those, and sets the restated
 * record beside them. It is built beside its place and moved there whole, so that a kill leaves a workspace or none.
 */
export async function buildIllustrativeWorkspace(
  dir: string,
  plan: DemoPlan,
  now: () => Date,
  progress: Progress,
): Promise<BuiltDemo> {
  const building = `${dir}.building`;
  await mkdir(join(dir, '..'), { recursive: true });
  const lock = await acquireLock(`${dir}.building.lock`, { purpose: PURPOSE });
  try {
    await rm(building, { recursive: true, force: true });
    const made = join(building, 'made');
    await mkdir(made, { recursive: true });
    const { files, rows, batches } = writeDemoFiles(
      made,
      plan,
      loadAreas(CATALOGUE_DIR),
      (share) => progress('Making up figures', WRITING * share),
      'years',
    );
    await importBatches(building, join(made, 'files'), batches, now, progress);
    await importShippedRecords(
      openOrCreateWorkspace(building, 'illustrative', now()).recordDir,
      PURPOSE,
      now,
    );
    for (const name of KEPT)
      if (existsSync(join(made, name))) await rename(join(made, name), join(building, name));
    await rm(made, { recursive: true });
    if (existsSync(dir)) await rm(dir, { recursive: true });
    await rename(building, dir);
    progress('Done', 1);
    return { files: files.length, rows };
  } finally {
    await lock.release();
  }
}

async function importBatches(
  dir: string,
  files: string,
  batches: readonly DemoBatch[],
  now: () => Date,
  progress: Progress,
): Promise<void> {
  const writer = await LakeWriter.open(openOrCreateWorkspace(dir, 'illustrative', now()), PURPOSE);
  const context = {
    areas: loadAreas(CATALOGUE_DIR),
    force: null,
    knownMeasures: figureNames(loadMeasures(CATALOGUE_DIR)),
  };
  try {
    for (const { folders, published } of batches) {
      const report = await importPaths(
        writer,
        folders.map((folder) => join(files, folder)).filter((folder) => existsSync(folder)),
        {
          sources: SOURCES,
          context,
          now,
          onProgress: (done, total) =>
            progress('Importing them', WRITING + (0.95 - WRITING) * (done / total)),
          ...(published !== null && isIsoDate(published) ? { published } : {}),
        },
      );
      const bad = report.files.find((file) => file.status !== 'imported' || file.rows_rejected > 0);
      if (bad)
        throw new ScrutineerError(
          `${bad.path} did not import cleanly (${bad.rejects[0]?.reason ?? bad.warnings[0] ?? bad.status}).`,
          'This is a fault of the program: please report it.',
        );
    }
  } finally {
    await writer.close();
  }
}
