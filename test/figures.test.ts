import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFigures, RECIPES } from '../scripts/figures/make.ts';
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { Lake } from '../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { figureNames } from '../src/measures/figure-names.ts';
import { loadMeasures } from '../src/measures/load-measures.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import type { ImportReport } from '../src/sources/importer/report.ts';
import { SOURCES } from '../src/sources/registry.ts';

const ROOT = join(import.meta.dirname, '..');
const FIGURES = join(ROOT, 'figures');
const DATA = join(ROOT, '../shared/data');
const hasData = existsSync(DATA);
const files = readdirSync(FIGURES).filter((name) => name.endsWith('.csv'));

describe('the published figures of the opening workspace', () => {
  let folder = '';
  let lake: Lake;
  let report: ImportReport;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-figures-test-'));
    const workspace = openOrCreateWorkspace(folder, 'own', new Date(0));
    const writer = await LakeWriter.open(workspace, 'test');
    report = await importPaths(writer, [FIGURES], {
      sources: SOURCES,
      context: {
        areas: loadAreas(CATALOGUE_DIR),
        force: null,
        knownMeasures: figureNames(loadMeasures(CATALOGUE_DIR)),
      },
      now: () => new Date(0),
    });
    await writer.close();
    lake = new Lake(workspace);
  });

  afterAll(async () => {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (sql: string): Promise<unknown[][]> =>
    (await (await lake.engine()).query(sql)).rows.map((row) => Object.values(row));
  const value = async (
    measure: string,
    area: string,
    from: string,
    more = 'group_type IS NULL',
  ): Promise<unknown> => {
    const rows = await ask(
      `SELECT value FROM published_figure_current WHERE measure = '${measure}' AND area = '${area}' AND period_from = DATE '${from}' AND ${more}`,
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.[0];
  };

  it('are the files that the recipes name, and less than 500 kB together', () => {
    expect(files.toSorted()).toEqual(RECIPES.map(({ file }) => file).toSorted());
    const bytes = files.reduce((total, name) => total + statSync(join(FIGURES, name)).size, 0);
    expect(bytes).toBeLessThan(500_000);
  });

  it('are imported without a reject, with measures of the catalogue only, each with its citation', async () => {
    expect(
      report.files.map(({ status, rejects, warnings, duplicates }) => [
        status,
        rejects,
        warnings,
        duplicates,
      ]),
    ).toEqual(files.map(() => ['imported', [], [], 0]));
    expect(
      await ask(
        `SELECT count(*) FROM release WHERE licence <> 'Open Government Licence v3.0' OR publisher LIKE 'named%' OR address NOT LIKE 'https://%'`,
      ),
    ).toEqual([[0]]);
  });

  it('hold both vintages of the recorded crime of the Metropolitan Police', async () => {
    const rows = await ask(
      `SELECT CAST(r.published AS VARCHAR), r.published_basis, f.value FROM published_figure f JOIN release r USING (release)
       WHERE measure = 'recorded-crime' AND period_from = DATE '2023-10-01' ORDER BY 1`,
    );
    expect(rows).toEqual([
      ['2023-11-01', 'not-before', 82_432],
      ['2026-04-01', 'not-before', 82_527],
    ]);
    expect(await value('recorded-crime', 'Metropolitan Police', '2023-10-01')).toBe(82_527);
    expect(
      await ask(
        `SELECT measure FROM published_figure_current WHERE measure = 'robbery' AND period_from = DATE '2026-03-01'`,
      ),
    ).toHaveLength(1);
  });

  it('agree with the national tables of the year to March 2022', async () => {
    const rate = async (measure: string, area: string): Promise<string> =>
      Number(await value(measure, area, '2021-04-01')).toFixed(2);
    expect(
      await Promise.all(
        ['Metropolitan Police', 'England and Wales', 'Greater Manchester'].map(async (area) =>
          rate('violence-against-the-person-rate', area),
        ),
      ),
    ).toEqual(['26.89', '35.22', '47.30']);
    expect(
      await Promise.all(
        ['Metropolitan Police', 'England and Wales', 'West Midlands'].map(async (area) =>
          rate('robbery-rate', area),
        ),
      ),
    ).toEqual(['2.70', '1.11', '2.72']);
    expect(await value('knife-crime-pfa', 'Metropolitan Police', '2019-04-01')).toBe(14_681);
    expect(
      await ask(
        `SELECT count(DISTINCT area) FROM published_figure WHERE measure = 'robbery-rate' AND area_type = 'force'`,
      ),
    ).toEqual([[43]]);
  });

  it('agree with the searches, the survey and the homicides as published', async () => {
    expect(await value('stop-and-search', 'Metropolitan Police', '2015-04-01')).toBe(11_126);
    expect(await value('stop-and-search', 'Metropolitan Police', '2018-08-01')).toBe(15_127);
    expect(await value('section-60-searches', 'Metropolitan Police', '2018-08-01')).toBe(4_007);
    expect(await value('stop-and-search', 'Metropolitan Police', '2019-02-01')).toBe(18_402);
    expect(
      await ask(
        `SELECT group_value, sum(value) FROM published_figure WHERE measure = 'stop-and-search' AND group_type = 'officer-defined-ethnicity'
         AND period_from BETWEEN DATE '2015-04-01' AND DATE '2019-02-01' GROUP BY 1 ORDER BY 2 DESC`,
      ),
    ).toEqual([
      ['Black', 228_431],
      ['White', 227_839],
      ['Asian', 88_091],
      ['Other', 18_525],
      [null, 7_848],
    ]);
    const trust = async (to: string): Promise<unknown[][]> =>
      ask(
        `SELECT value, CAST(period_from AS VARCHAR) FROM published_figure WHERE measure = 'trust' AND area = 'Metropolitan Police' AND period_to = DATE '${to}'`,
      );
    expect([await trust('2016-03-31'), await trust('2023-12-31')]).toEqual([
      [[0.86, '2015-04-01']],
      [[0.69, '2023-01-01']],
    ]);
    expect(await value('homicide', 'Metropolitan Police', '2022-01-01')).toBe(108);
    expect(
      await ask(`SELECT sum(value) FROM published_figure WHERE measure = 'homicide' GROUP BY group_type`),
    ).toEqual([[2_912], [2_912], [2_912]]);
  });

  describe.skipIf(!hasData)(`made again${hasData ? '' : ' (skipped: no ../shared/data)'}`, () => {
    it.each(RECIPES.map((recipe) => [recipe.file, recipe] as const))(
      '%s has the same bytes',
      async (file, recipe) => {
        expect(await makeFigures(recipe, DATA)).toBe(readFileSync(join(FIGURES, file), 'utf8'));
      },
      120_000,
    );
  });
});
