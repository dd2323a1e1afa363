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
import { loadMeasures } from '../src/measures/load-measures.ts';
import type { Measure, TableFeed } from '../src/measures/measure.ts';
import type { Observation } from '../src/measures/observation.ts';
import { seriesOf, type SeriesRequest } from '../src/measures/series.ts';
import { importPaths } from '../src/sources/importer/import-paths.ts';
import { SOURCES } from '../src/sources/registry.ts';

const DATA = join(import.meta.dirname, '../../shared/data');
const hasData = existsSync(DATA);
const areas = loadAreas(CATALOGUE_DIR);
const measures = loadMeasures(CATALOGUE_DIR);
const breaks = loadBreaks(CATALOGUE_DIR, areas);
const feeds: (readonly [string, TableFeed])[] = measures
  .list()
  .flatMap((measure: Measure) =>
    measure.feeds.flatMap((feed) => (feed.kind === 'table' ? [[measure.id, feed] as const] : [])),
  );

async function withLake(inputs: readonly string[]): Promise<{ lake: Lake; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-measures-'));
  const workspace = openOrCreateWorkspace(folder, 'own', new Date(0));
  if (inputs.length > 0) {
    const writer = await LakeWriter.open(workspace, 'test');
    const options = { sources: SOURCES, context: { areas, force: null }, now: () => new Date(0) };
    await importPaths(
      writer,
      inputs.map((input) => join(DATA, input)),
      options,
    );
    await writer.close();
  }
  return { lake: new Lake(workspace), folder };
}

function expressions({ numerator, denominator, value, by }: TableFeed): readonly string[] {
  return [numerator, denominator, value, ...Object.values(by)].filter((each) => each !== null);
}

describe('the measures of the catalogue', () => {
  it('are the ones that records and figures rely on', () => {
    const ids = measures.list().map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'recorded-crime',
        'violence-against-the-person',
        'robbery',
        'burglary',
        'knife-crime',
        'knife-crime-pfa',
        'homicide',
        'positive-outcome-rate',
        'stop-and-search',
        'section-60-searches',
        'stop-and-search-arrest-rate',
        'stop-and-search-ethnicity-not-recorded-officer',
        'stop-and-search-ethnicity-not-recorded-self',
        'trust',
        'good-job',
        'violence-against-the-person-rate',
        'robbery-rate',
        'homicide-rate',
      ]),
    );
    expect(measures.require('homicide-rate').per).toBe(100_000);
    expect(measures.require('robbery-rate').per).toBe(1000);
  });

  it('say in notes that the two counts of knife crime are never joined', () => {
    for (const id of ['knife-crime', 'knife-crime-pfa'])
      expect(measures.require(id).notes.join(' ')).toContain('never joined');
  });

  it('are fed by sources that exist', () => {
    const known = new Map(SOURCES.map(({ id, table }) => [id, table]));
    expect(feeds.filter(([, { source, table }]) => known.get(source) !== table)).toEqual([]);
  });

  it('are met by the series breaks, but for measures that are yet to come', () => {
    const unmatched = breaks.unmatched(measures.list().map(({ id }) => id)).map(({ pattern }) => pattern);
    expect([...new Set(unmatched)].toSorted()).toEqual([
      '*-by-ethnicity*',
      '*disparity*',
      '*self-defined*',
      'arrest-rate*',
      'confidence*',
      'domestic-abuse*',
      'find-rate*',
      'hate-crime*',
      'public-attitude*',
      'recorded-crime-monthly',
      'search*',
      'taser*',
      'use-of-force*',
      'vawg*',
    ]);
  });

  it('are written in SQL that a lake without a row answers', async () => {
    const { lake, folder } = await withLake([]);
    try {
      const engine = await lake.engine();
      for (const [id, feed] of feeds) {
        const aggregates = [feed.numerator, feed.denominator].filter((each) => each !== null);
        const others = [feed.value, ...Object.values(feed.by)].filter((each) => each !== null);
        for (const selected of [aggregates, others].filter((each) => each.length > 0)) {
          const sql = `SELECT ${selected.join(', ')} FROM ${feed.table} WHERE ${feed.where}`;
          await expect(engine.query(sql), `${id}: ${sql}`).resolves.toBeDefined();
        }
      }
    } finally {
      lake.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf(!hasData)(
  `measures of the published files${hasData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    let lake: Lake;
    let folder = '';

    beforeAll(async () => {
      ({ lake, folder } = await withLake([
        'ons-crime-pfa-tables',
        'london-datastore-mps-recorded-crime-to-2026-03',
        'london-datastore-mps-dashboards-parquet/monthly-crime-dashboard.parquet',
        'london-datastore-mps-homicide',
        'mopac-public-attitude-survey/PAS_buroughs.csv',
        'police-uk-metropolitan-stop-and-search/2018-08-metropolitan-stop-and-search.csv.gz',
        'police-uk-city-of-london/2019-01-city-of-london-street.csv',
      ]));
    }, 120_000);

    afterAll(async () => {
      lake.close();
      await rm(folder, { recursive: true, force: true });
    });

    const ask = async (request: SeriesRequest): Promise<readonly Observation[]> =>
      (await seriesOf({ lake, areas, breaks, measures }, request)).observations;
    const met = async (measure: string, more: Partial<SeriesRequest> = {}): Promise<readonly Observation[]> =>
      ask({ measure, areas: ['Metropolitan Police'], ...more });
    const yearTo = async (measure: string, period: string): Promise<number | null | undefined> =>
      (await met(measure, { every: 'year' })).find((each) => each.period === period)?.value;

    it('find rows for every condition, and for every label that an expression names', async () => {
      const engine = await lake.engine();
      for (const [id, feed] of feeds) {
        const { rows } = await engine.query(
          `SELECT count(*) AS n FROM ${feed.table} WHERE source = '${feed.source}' AND (${feed.where})`,
        );
        expect(rows[0]?.['n'], id).toBeGreaterThan(0);
        if (id === 'positive-outcome-rate') continue;
        for (const text of expressions(feed).filter((each) => each.includes("'") && !each.includes('CASE'))) {
          expect(
            Object.values(
              (await engine.query(`SELECT ${text} AS n FROM ${feed.table} WHERE ${feed.where}`)).rows[0] ??
                {},
            )[0],
            `${id}: ${text}`,
          ).toBeGreaterThan(0);
        }
      }
    });

    it('give the rates of the national tables, of violence, robbery and homicide', async () => {
      const rate = async (measure: string): Promise<string[]> =>
        (await ask({ measure, areas: ['Metropolitan Police', 'England and Wales'] }))
          .map(({ area, value }) => `${area} ${value?.toFixed(2)}`)
          .toSorted();
      expect(await rate('violence-against-the-person-rate')).toEqual([
        'England and Wales 35.22',
        'Metropolitan Police 26.89',
      ]);
      expect(await rate('robbery-rate')).toEqual(['England and Wales 1.11', 'Metropolitan Police 2.70']);
      expect(await rate('homicide-rate')).toEqual(['England and Wales 1.19', 'Metropolitan Police 1.38']);
    });

    it('count the crime of a force over all its boroughs, airports and unknown places', async () => {
      expect(
        (await met('recorded-crime', { every: 'month' })).find(({ period }) => period === '2023-10')?.value,
      ).toBe(82_527);
      expect(await yearTo('robbery', '2022/23')).toBe(29_594);
      const theft = await Promise.all(
        ['theft', 'burglary', 'vehicle-offences'].map(async (id) => yearTo(id, '2022/23')),
      );
      expect(theft.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(
        await yearTo('theft-offences', '2022/23'),
      );
    });

    it('keep the two counts of knife crime apart, and neighbourhoods out of the force', async () => {
      expect(await yearTo('knife-crime', '2022/23')).toBe(13_135);
      expect(await yearTo('knife-crime-pfa', '2021/22')).toBe(11_108);
      const outcomes = (await met('knife-crime-positive-outcomes', { every: 'year' })).find(
        ({ period }) => period === '2022/23',
      );
      expect([outcomes?.numerator, outcomes?.denominator]).toEqual([1_985, 13_135]);
      expect(outcomes?.value).toBeCloseTo(15.1123, 4);
    });

    it('count victims of homicide, and share out who was searched and what came of it', async () => {
      expect(await yearTo('homicide', '2022')).toBe(108);
      expect(await yearTo('homicide-solved', '2022')).toBeCloseTo(91 / 108, 10);
      expect((await met('stop-and-search')).map(({ value }) => value)).toEqual([15_127]);
      expect((await met('section-60-searches')).map(({ value }) => value)).toEqual([4_007]);
      const [arrests] = await met('stop-and-search-arrest-rate');
      expect([arrests?.numerator, arrests?.denominator]).toEqual([2_044, 14_936]);
      const [unseen] = await met('stop-and-search-ethnicity-not-recorded-officer');
      expect([unseen?.numerator, unseen?.denominator]).toEqual([110, 14_936]);
      const [unsaid] = await met('stop-and-search-ethnicity-not-recorded-self');
      expect(unsaid?.value).toBeCloseTo(0.19, 2);
      const groups = await met('stop-and-search', { by: 'self-defined-ethnic-group' });
      expect(groups.map(({ group }) => group ?? '').toSorted()).toEqual([
        'Asian',
        'Black',
        'Mixed',
        'Not recorded',
        'Not stated',
        'Other',
        'White',
      ]);
      expect(groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(15_127);
    });

    it('divide no group of people by all residents, and every kind of offence by them', async () => {
      const homicides = await met('homicide-rate', { by: 'ethnicity', every: 'year' });
      expect(homicides.length).toBeGreaterThan(20);
      expect(homicides.filter(({ value }) => value !== null)).toEqual([]);
      expect(homicides.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(2_912);
      const robberies = await met('robbery-rate', { by: 'offence', every: 'year' });
      expect(robberies.find(({ period }) => period === '2021/22')?.value).toBeGreaterThan(0.1);
    });

    it('give trust and confidence as two series, and outcomes of crimes as a share', async () => {
      const last = async (measure: string): Promise<number | null | undefined> =>
        (await met(measure)).at(-1)?.value;
      expect([await last('trust'), await last('good-job')]).toEqual([0.69, 0.47]);
      const [outcomes] = await ask({ measure: 'positive-outcome-rate', areas: ['City of London Police'] });
      expect(outcomes?.denominator).toBe(524);
      expect(outcomes?.value).toBeGreaterThan(0.05);
      expect(outcomes?.value).toBeLessThan(0.5);
    });
  },
);
