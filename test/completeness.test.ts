import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreas, loadBreaks } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { Lake } from '../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { completenessOf, loadMeasures, seriesOf, type Completeness } from '../src/measures/index.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';

const DATA = join(import.meta.dirname, '../../shared/data');
const hasData = existsSync(DATA);
const areas = loadAreas(CATALOGUE_DIR);
const measures = loadMeasures(CATALOGUE_DIR);
const breaks = loadBreaks(CATALOGUE_DIR, areas);
const FILES = [
  'police-uk-metropolitan-stop-and-search/2018-08-metropolitan-stop-and-search.csv.gz',
  'police-uk-south-wales-stop-and-search/0.csv.gz',
  'police-uk-api-stops-metropolitan',
  'london-datastore-mps-homicide',
  'london-datastore-mps-dashboards-parquet/thorough-searches.parquet',
  'london-datastore-mps-dashboards-parquet/homicide.parquet',
  'home-office-use-of-force',
];

describe.skipIf(!hasData)(
  `completeness of the published files${hasData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    let lake: Lake;
    let folder = '';

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'scrutineer-completeness-'));
      const workspace = openOrCreateWorkspace(folder, 'own', new Date(0));
      const writer = await LakeWriter.open(workspace, 'test');
      const inputs = FILES.map((file) => join(DATA, file)).filter((file) => existsSync(file));
      const options = { sources: SOURCES, context: { areas, force: null }, now: () => new Date(0) };
      await importPaths(writer, inputs, options);
      await writer.close();
      lake = new Lake(workspace);
    }, 120_000);

    afterAll(async () => {
      lake.close();
      await rm(folder, { recursive: true, force: true });
    });

    const ask = async (set: string, area = 'Metropolitan Police', source?: string): Promise<Completeness> =>
      completenessOf({ lake, areas, measures }, set, { area, source });

    it('counts every field of a month of searches, vehicles apart', async () => {
      const searches = await ask('stop_search');
      expect(searches.set).toBe('stop-and-search');
      const officer = searches.fields.find(({ id }) => id === 'officer-defined-ethnicity')?.periods;
      expect(officer?.map(({ from, records, counts }) => [from, records, counts.missing])).toEqual([
        ['2018-08-01', 14_936, 110],
      ]);
      const self = searches.fields.find(({ id }) => id === 'self-defined-ethnicity')?.periods[0];
      expect(self?.notRecorded).toBeCloseTo(0.19, 2);
      expect(searches.fields.find(({ id }) => id === 'outcome-linked')?.periods[0]?.notRecorded).toBe(1);
    });

    it('answers from one source and never joins a second to it', async () => {
      expect((await ask('stop-and-search')).source).toBe('police-uk-stop-search');
      const answers = await ask('stop-and-search', 'Metropolitan Police', 'police-uk-api-stops');
      expect(answers.fields[0]?.periods.at(0)?.from).toBe('2024-09-01');
      expect(answers.fields[0]?.periods.reduce((sum, { records }) => sum + records, 0)).toBe(27_395);
    });

    it('keeps what people refused, what nobody wrote down and what nobody knew apart', async () => {
      const victims = await ask('homicide-victims');
      const total = (of: Completeness, field: string, status: 'unknown' | 'missing'): number =>
        (of.fields.find(({ id }) => id === field)?.periods ?? []).reduce(
          (sum, { counts }) => sum + counts[status],
          0,
        );
      expect([total(victims, 'ethnicity', 'unknown'), total(victims, 'sex', 'missing')]).toEqual([24, 2]);
      const adults = (await ask('thorough-searches')).fields.find(({ id }) => id === 'appropriate-adult');
      expect(adults?.periods.reduce((sum, { records }) => sum + records, 0)).toBe(2_889);
      expect(adults?.periods.reduce((sum, { counts }) => sum + counts.missing, 0)).toBe(630);
    });

    it('gives statuses that add up to all records, in every set, as counts and as measures', async () => {
      for (const set of measures.recordSets.sets) {
        const found = await ask(set.id);
        if (found.source === null) continue;
        for (const { measure } of found.fields) {
          const { observations } = await seriesOf(
            { lake, areas, breaks, measures },
            { measure, areas: ['Metropolitan Police'], by: 'status' },
          );
          for (const own of Map.groupBy(observations, ({ from }) => from).values()) {
            const sum = own.reduce((total, { numerator }) => total + (numerator ?? 0), 0);
            expect(sum, `${measure} ${own[0]?.period}`).toBe(own[0]?.denominator);
          }
        }
      }
    });

    it('says that nothing is held of an area or a set without records', async () => {
      expect(await ask('thorough-searches', 'Kent')).toMatchObject({ source: null, fields: [] });
      await expect(ask('thorough-serches')).rejects.toThrow(/no set of records called "thorough-serches"/);
    });
  },
);
