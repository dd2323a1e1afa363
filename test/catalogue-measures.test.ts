import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAreas, loadBreaks } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import type { IsoDate } from '../src/foundation/iso-date.ts';
import { Lake } from '../src/lake/lake.ts';
import { openOrCreateWorkspace } from '../src/lake/workspace.ts';
import { LakeWriter } from '../src/lake/writer.ts';
import { NEWEST } from '../src/lake/vintages.ts';
import { joinQueries } from '../src/measures/feed-query.ts';
import { tableFeedQuery } from '../src/measures/feed-sql.ts';
import { joinedSql } from '../src/measures/joined-sql.ts';
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

function day(text: string): IsoDate {
  return text as IsoDate;
}

function expressions({ numerator, denominator, value }: TableFeed): readonly string[] {
  return [numerator, denominator, value].filter((each) => each !== null);
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

  it('are all that the series breaks speak of', () => {
    const unmatched = breaks.unmatched(measures.list().map(({ id }) => id)).map(({ pattern }) => pattern);
    expect(unmatched).toEqual([]);
  });

  it('are written in SQL that a lake without a row answers', async () => {
    const { lake, folder } = await withLake([]);
    try {
      const engine = await lake.engine();
      for (const [id, feed] of feeds)
        for (const by of [null, ...Object.keys(feed.by), ...Object.keys(feed.parts ?? {})]) {
          const query = tableFeedQuery(feed, {
            areaType: 'force',
            areas: [{ name: 'Kent', slug: 'kent' }],
            by,
            from: null,
            to: null,
            inForce: 'true',
            joined: joinedSql(lake, feed, NEWEST),
          });
          const sql = query === null ? '' : joinQueries([query]).sql;
          await expect(engine.query(sql), `${id}: ${sql}`).resolves.toBeDefined();
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
        'london-datastore-mps-dashboards-parquet/thorough-searches.parquet',
        'london-datastore-mps-dashboards-parquet/homicide.parquet',
        'ethnicity-facts-figures-stop-and-search',
        'police-uk-api-stops-metropolitan',
        'police-uk-south-wales-stop-and-search/0.csv.gz',
        'police-uk-northumbria',
        'ons-population/la-ethnic-groups.csv',
        'ons-population/TS022_census.csv',
        'ons-population/population_policeforces.csv',
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
      const held = new Set(lake.releases().map(({ source }) => source));
      const known = feeds.filter(([, { source }]) => held.has(source));
      expect(known.length).toBeGreaterThan(60);
      for (const [id, feed] of known) {
        const { rows } = await engine.query(
          `SELECT count(*) AS n FROM ${feed.table} WHERE source = '${feed.source}' AND (${feed.where})`,
        );
        expect(rows[0]?.['n'], id).toBeGreaterThan(0);
        // What nobody has left blank in these files, and outcomes that did not happen in one month, are no wrong labels.
        if (id.startsWith('completeness-') || feed.table === 'crime') continue;
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

    it('give the published facts of searches, of knives and of other forces as series', async () => {
      const perThousand = await met('stop-and-search-per-1000', { by: 'ethnicity', from: day('2017-04-01') });
      const of = (group: string): string | undefined =>
        perThousand.find((each) => each.group === group)?.value?.toFixed(2);
      expect([of('Black'), of('White')]).toEqual(['39.59', '9.30']);
      const february = { from: day('2026-02-01'), to: day('2026-02-28') };
      const knives = await Promise.all(
        ['knife-crime', 'knife-crime-with-injury'].map(async (id) => (await met(id, february))[0]?.value),
      );
      expect(knives).toEqual([1_003, 238]);
      const forces = await ask({
        measure: 'recorded-crime',
        areas: ['Metropolitan Police', 'City of London Police'],
        from: day('2021-04-01'),
        to: day('2022-03-31'),
      });
      expect(forces.map(({ area, value }) => [area, value])).toEqual([
        ['City of London Police', 5_931],
        ['Metropolitan Police', 829_891],
      ]);
    });

    it('never joins the answers of the API to the files before them, and says where they are', async () => {
      const request = { measure: 'stop-and-search', areas: ['Metropolitan Police'] };
      const files = await seriesOf({ lake, areas, breaks, measures }, request);
      expect(files.observations.at(-1)?.period).toBe('2018-08');
      expect(files.notes.join(' ')).toContain('police-uk-api-stops, holds 2024-09 to 2025-04');
      const answers = await seriesOf(
        { lake, areas, breaks, measures },
        { ...request, from: day('2024-01-01') },
      );
      expect(answers.feed).toContain('police-uk-api-stops');
      expect(answers.observations.map(({ value }) => value)).toEqual([
        3_253, 3_400, 3_389, 2_836, 3_646, 3_506, 3_824, 3_541,
      ]);
      expect(answers.notes.join(' ')).toContain('no continuation of the earlier series');
    });

    it('divide a group of people by its own residents where they are counted', async () => {
      const years = { every: 'year', from: day('2020-01-01'), to: day('2021-12-31') } as const;
      const homicides = await met('homicide-rate', { by: 'ethnicity', ...years });
      const black = homicides.find(({ group, period }) => group === 'Black' && period === '2021');
      expect([black?.numerator, black?.denominator]).toEqual([55, 1_188_138]);
      expect(black?.value).toBeCloseTo(4.629, 3);
      expect(homicides.find(({ group }) => group?.startsWith('Unrecorded'))?.value).toBeNull();
      const searches = await met('stop-and-search-rate', { by: 'self-defined-ethnic-group' });
      const white = searches.find(({ group }) => group === 'White');
      // Between the censuses of 2011 (4,883,000 in the force area) and 2021 (4,725,212).
      expect(white?.denominator).toBeGreaterThan(4_725_212);
      expect(white?.denominator).toBeLessThan(4_884_000);
      expect(white?.flags).toContain('e');
      expect(searches.find(({ group }) => group === 'Not stated')?.value).toBeNull();
    });

    it('tell outcomes of a cohort from outcomes of a period, with what is not yet assigned beside them', async () => {
      const north = async (measure: string, by?: string): Promise<readonly Observation[]> =>
        ask({ measure, areas: ['Northumbria'], by });
      const [first, ...others] = await north('positive-outcome-rate');
      expect([first?.numerator, first?.denominator]).toEqual([2_469, 6_195]);
      // Twelve months follow the first; the others have had less than that.
      expect(first?.flags).toEqual([]);
      for (const { flags, period } of others) expect(flags, period).toContain('p');
      expect(others.find(({ period }) => period === '2014-04')?.flags).toContain('b');
      const states = (await north('positive-outcome-rate', 'what-became')).filter(
        ({ period }) => period === '2013-06',
      );
      expect(states.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(6_195);
      const open = states.find(({ group }) => group === 'Not yet assigned')?.numerator;
      expect((await north('crimes-not-yet-assigned'))[0]?.numerator).toBe(open);
      const [period] = await north('sanction-detection-period-rate');
      expect([period?.numerator, period?.denominator]).toEqual([2_424, 6_195]);
      const rate = async (set: string): Promise<number> => (await north(`${set}-rate`))[0]?.value ?? 0;
      expect(await rate('charged')).toBeLessThan(await rate('sanction-detection'));
      expect(await rate('sanction-detection')).toBeLessThan(await rate('positive-outcome'));
    });

    it('keep what a search of a child says of an appropriate adult within the time it is said', async () => {
      const year = { every: 'year', yearStarts: 1 } as const;
      const without = await met('thorough-searches-children-without-adult', year);
      expect(
        without.map(({ period, numerator, denominator }) => [period, numerator, denominator]),
      ).toContainEqual(['2025', 33, 221]);
      expect(without[0]?.from).toBe('2025-01-01');
      const children = await met('thorough-searches-of-children', year);
      const with_ = await met('thorough-searches-children-with-adult', year);
      expect(with_.find(({ period }) => period === '2019')?.denominator).toBe(
        children.find(({ period }) => period === '2019')?.value,
      );
    });

    it('tell of a link between search and outcome only for forces that publish one', async () => {
      expect(await met('stop-and-search-linked-outcome-rate')).toEqual([]);
      const [wales] = await ask({ measure: 'stop-and-search-linked-outcome-rate', areas: ['South Wales'] });
      expect(wales?.value).toBeGreaterThan(0.02);
      expect(wales?.value).toBeLessThan(0.3);
    });

    it('divide no group of people by all residents, and every kind of offence by them', async () => {
      const homicides = await met('homicide-rate', { by: 'age', every: 'year' });
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
