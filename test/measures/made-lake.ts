import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAreas, loadBreaks } from '../../src/areas/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import { Lake } from '../../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../../src/lake/workspace.ts';
import { LakeWriter } from '../../src/lake/writer.ts';
import { loadMeasures, type MeasureContext } from '../../src/measures/index.ts';
import { importPaths } from '../../src/sources/importer/import-paths.ts';
import type { ImportReport } from '../../src/sources/importer/report.ts';
import { SOURCES } from '../../src/sources/registry.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

/** Whether the published files are beside the project. */
export const hasData = existsSync(DATA);

/** A path below the published files. */
export function published(name: string): string {
  return join(DATA, name);
}

const areas = loadAreas(CATALOGUE_DIR);

/** A lake of some files, with what `seriesOf` needs; `close` takes it away. */
export interface MadeLake extends MeasureContext {
  readonly report: ImportReport;
  readonly close: () => Promise<void>;
}

/** Imports files into a workspace of their own. */
export async function lakeOf(paths: readonly string[]): Promise<MadeLake> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-measures-'));
  const workspace = openOrCreateWorkspace(folder, 'own', new Date(0));
  const writer = await LakeWriter.open(workspace, 'test');
  const report = await importPaths(writer, paths, {
    sources: SOURCES,
    context: { areas, force: null },
    now: () => new Date(0),
  });
  await writer.close();
  const lake = new Lake(workspace);
  return {
    lake,
    areas,
    breaks: loadBreaks(CATALOGUE_DIR, areas),
    measures: loadMeasures(CATALOGUE_DIR),
    report,
    close: async () => {
      lake.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
