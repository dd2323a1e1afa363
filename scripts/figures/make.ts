import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAreas } from '../../src/areas/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import { ScrutineerError } from '../../src/foundation/errors.ts';
import type { IsoDate } from '../../src/foundation/iso-date.ts';
import type { Row } from '../../src/lake/engine.ts';
import { Lake } from '../../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../../src/lake/workspace.ts';
import { LakeWriter } from '../../src/lake/writer.ts';
import type { Figure } from '../../src/sources/figures/figure.ts';
import { writeFigures } from '../../src/sources/figures/write-figures.ts';
import { importPaths } from '../../src/sources/importer/import-paths.ts';
import { SOURCES } from '../../src/sources/registry.ts';
import { boroughPopulation } from './borough-population.ts';
import { homicideVictims } from './homicide-victims.ts';
import { metKnifeDashboard } from './met-knife-dashboard.ts';
import { metRecordedCrime } from './met-recorded-crime.ts';
import { metStopAndSearch } from './met-stop-and-search.ts';
import { policeForceAreaTables } from './police-force-area-tables.ts';
import type { Recipe } from './recipe.ts';
import { trustAndGoodJob } from './trust-and-good-job.ts';

/** Every file of figures that the opening workspace starts from. */
export const RECIPES: readonly Recipe[] = [
  policeForceAreaTables,
  ...metRecordedCrime,
  metKnifeDashboard,
  trustAndGoodJob,
  homicideVictims,
  metStopAndSearch,
  boroughPopulation,
];

/** Digits to which a ratio is written. Its parts stand beside it in full. */
const DIGITS = 5;

/**
 * Makes one file of figures: imports its published files into a workspace that is thrown away, and asks the lake.
 * @returns the file's text, the same for the same published files
 * @throws ScrutineerError when a published file is not read whole
 */
export async function makeFigures(recipe: Recipe, dataDir: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-figures-'));
  try {
    const now = new Date(0);
    const workspace = openOrCreateWorkspace(folder, 'own', now);
    const writer = await LakeWriter.open(workspace, 'making figures');
    try {
      const report = await importPaths(
        writer,
        recipe.inputs.map((input) => join(dataDir, input)),
        {
          sources: SOURCES,
          context: { areas: loadAreas(CATALOGUE_DIR), force: null },
          now: () => now,
        },
      );
      const unread = report.files.find((file) => file.status !== 'imported' || file.rows_rejected > 0);
      if (unread) {
        throw new ScrutineerError(
          `${unread.path} was not read whole (${unread.status}, ${unread.rows_rejected} rows rejected).`,
          'Figures are made of files without rejects only. Look at it with `scrutineer import`.',
        );
      }
    } finally {
      await writer.close();
    }
    const lake = new Lake(workspace);
    try {
      const { rows } = await (await lake.engine()).query(recipe.sql);
      return writeFigures(recipe.citation, rows.map(toFigure));
    } finally {
      lake.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toFigure(row: Row): Figure {
  const numerator = numberOf(row, 'numerator');
  const denominator = numberOf(row, 'denominator');
  const value = numberOf(row, 'value');
  return {
    area: String(row['area']),
    area_type: String(row['area_type']) as Figure['area_type'],
    measure: String(row['measure']),
    group_type: textOf(row, 'group_type'),
    group_value: textOf(row, 'group_value'),
    from: String(row['from']).slice(0, 10) as IsoDate,
    to: String(row['to']).slice(0, 10) as IsoDate,
    value: value !== null && denominator !== null ? Number(value.toPrecision(DIGITS)) : value,
    numerator,
    denominator,
    base: null,
    unit: String(row['unit']),
    // Published marks may carry a number ("u1"), which names a note of theirs.
    flag: textOf(row, 'flag')?.replaceAll(/\d/g, '') ?? null,
  };
}

function numberOf(row: Row, column: string): number | null {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
}

function textOf(row: Row, column: string): string | null {
  const cell = row[column];
  return typeof cell === 'string' && cell !== '' ? cell : null;
}
