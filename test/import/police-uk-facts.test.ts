import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../src/lake/engine.ts';
import type { FileReport, ImportReport } from '../../src/sources/importer/report.ts';
import { noSharedData, SHARED_DATA, TestWorkspace } from './workspace.ts';

const FOLDERS = [
  'police-uk-metropolitan-stop-and-search',
  'police-uk-metropolitan-stop-and-search-zip',
  'police-uk-metropolitan-outcomes',
  'police-uk-city-of-london',
  'police-uk-northumbria',
  'police-uk-merseyside',
  'police-uk-south-yorkshire',
  'police-uk-greater-manchester',
  'police-uk-south-wales-stop-and-search',
];

describe.skipIf(noSharedData !== null)(
  `published data.police.uk files${noSharedData === null ? '' : ` (${noSharedData})`}`,
  () => {
    let workspace: TestWorkspace;
    let report: ImportReport;

    beforeAll(async () => {
      workspace = new TestWorkspace();
      report = await workspace.import(FOLDERS.map((folder) => join(SHARED_DATA, folder)));
    }, 300_000);

    afterAll(() => workspace.cleanUp());

    const filesOf = (folder: string, source?: string): FileReport[] =>
      report.files.filter(
        (file) => file.path.includes(`/${folder}/`) && (source === undefined || file.source === source),
      );
    const sum = (files: readonly FileReport[], column: 'rows_read' | 'rows_kept' | 'duplicates'): number =>
      files.reduce((total, file) => total + file[column], 0);
    const one = async (sql: string): Promise<Row> => {
      const [row] = await workspace.query(sql);
      if (!row) throw new Error(`no answer to ${sql}`);
      return row;
    };

    test('every file is imported and no row of them is rejected', () => {
      expect(report.files.filter((file) => file.status !== 'imported' || file.rows_rejected > 0)).toEqual([]);
    });

    describe('Metropolitan stop and search', () => {
      const folder = 'police-uk-metropolitan-stop-and-search';

      test('67 monthly files hold 875,390 searches; exact repeats are kept and counted', () => {
        const files = filesOf(folder);
        expect(files).toHaveLength(67);
        expect(sum(files, 'rows_read')).toBe(875_390);
        expect(sum(files, 'rows_kept')).toBe(875_390);
        expect(sum(files, 'duplicates')).toBe(27_252);
      });

      test('by London time every search falls in the month of its file', async () => {
        const files = filesOf(folder);
        const wrong = files.filter((file) => !file.path.includes(`/${file.from?.slice(0, 7)}-`));
        expect(wrong).toEqual([]);
        const spread = await one(
          `SELECT max(months) AS months FROM (SELECT release, count(DISTINCT month) AS months FROM stop_search WHERE force = 'metropolitan' GROUP BY 1)`,
        );
        expect(spread['months']).toBe(1);
        const moved = await one(
          `SELECT count(*) AS n FROM stop_search WHERE force = 'metropolitan' AND strftime("at", '%Y-%m') <> strftime(month, '%Y-%m') AND release IN (SELECT release FROM release WHERE member IS NULL)`,
        );
        expect(moved['n']).toBe(825);
      });

      test.each([
        ['2015-04-01', 11_126],
        ['2018-08-01', 15_127],
        ['2019-02-01', 18_402],
      ])('the month of %s has %i searches', async (month, searches) => {
        const { n } = await one(
          `SELECT count(*) AS n FROM stop_search WHERE force = 'metropolitan' AND month = DATE '${month}'`,
        );
        expect(n).toBe(searches);
      });

      test('4,007 searches of August 2018 were under section 60', async () => {
        const { n } = await one(
          `SELECT count(*) AS n FROM stop_search WHERE force = 'metropolitan' AND month = DATE '2018-08-01' AND legislation LIKE '%(section 60)'`,
        );
        expect(n).toBe(4_007);
      });

      test('officer-defined ethnicity from April 2015 to February 2019, the unrecorded among it', async () => {
        const rows = await workspace.query(
          `SELECT coalesce(officer_defined_ethnicity, 'blank') AS ethnicity, count(*) AS n FROM stop_search WHERE force = 'metropolitan' AND month BETWEEN DATE '2015-04-01' AND DATE '2019-02-01' GROUP BY 1`,
        );
        expect(Object.fromEntries(rows.map((row) => [row['ethnicity'], row['n']]))).toEqual({
          Black: 228_431,
          White: 227_839,
          Asian: 88_091,
          Other: 18_525,
          blank: 7_848,
        });
      });

      test('outcome labels of before and after January 2018 become one', async () => {
        const rows = await workspace.query(
          `SELECT year(month) AS year, count(*) AS n FROM stop_search WHERE force = 'metropolitan' AND outcome = 'Arrest' GROUP BY 1 ORDER BY 1`,
        );
        expect(rows.map((row) => row['year'])).toEqual([
          2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023,
        ]);
        const { n } = await one(`SELECT count(*) AS n FROM stop_search WHERE outcome = 'Suspect arrested'`);
        expect(n).toBe(0);
      });

      test('the ZIP of three months is read member by member', async () => {
        const files = filesOf('police-uk-metropolitan-stop-and-search-zip');
        expect(files.map((file) => file.rows_kept).toSorted((a, b) => a - b)).toEqual([
          19_928, 20_127, 25_909,
        ]);
        expect(files.every((file) => file.member?.includes('metropolitan'))).toBe(true);
      });
    });

    describe('City of London', () => {
      test('22,480 street rows, 1,216 of them outside the City and said to be', () => {
        const files = filesOf('police-uk-city-of-london', 'police-uk-street');
        expect(files).toHaveLength(36);
        expect(sum(files, 'rows_read')).toBe(22_480);
        const told = files
          .flatMap((file) => file.warnings)
          .map((warning) => Number(/^(\d+) rows lie outside/.exec(warning)?.[1] ?? 0));
        expect(told.reduce((a, b) => a + b, 0)).toBe(1_216);
      });

      test('exact repeats: 1,026 counted, of which only those that carry an ID are made one', async () => {
        const files = filesOf('police-uk-city-of-london', 'police-uk-street');
        expect(sum(files, 'duplicates')).toBe(1_026);
        const { blank } = await one(
          `SELECT count(*) FILTER (WHERE crime_id IS NULL) AS blank FROM crime WHERE force = 'city-of-london'`,
        );
        expect(blank).toBe(2_983);
      });
    });

    describe('Northumbria', () => {
      test('59,096 of 66,499 outcome IDs match a street row', async () => {
        const row = await one(
          `SELECT count(*) AS ids, count(*) FILTER (WHERE id IN (SELECT crime_id FROM crime WHERE force = 'northumbria')) AS found FROM (SELECT DISTINCT crime_id AS id FROM outcome WHERE force = 'northumbria')`,
        );
        expect(row).toEqual({ ids: 66_499, found: 59_096 });
      });

      test('162,666 street rows, 86,481 without an ID', async () => {
        const row = await one(
          `SELECT count(*) AS n, count(*) FILTER (WHERE crime_id IS NULL) AS blank FROM crime WHERE force = 'northumbria'`,
        );
        expect(row).toEqual({ n: 162_666, blank: 86_481 });
      });
    });

    test('South Yorkshire: two columns of no published layout are named and not read', () => {
      const [file] = filesOf('police-uk-south-yorkshire');
      expect(file).toMatchObject({ rows_kept: 12_398, source: 'police-uk-street' });
      expect(file?.warnings).toContain('Not part of the published layout, and not read: "MSOA", "COLOUR".');
    });

    test('South Wales: the force comes from the folder, the index column is not read, mixed booleans are', async () => {
      const files = filesOf('police-uk-south-wales-stop-and-search');
      expect(files).toHaveLength(36);
      expect(sum(files, 'rows_kept')).toBe(74_627);
      expect(
        files.every((file) =>
          file.warnings.includes("The force is taken from the folder's name: south-wales."),
        ),
      ).toBe(true);
      const row = await one(
        `SELECT count(DISTINCT force) AS forces, min(month) AS first, max(month) AS last, count(*) FILTER (WHERE outcome_linked) > 0 AS linked FROM stop_search WHERE force = 'south-wales'`,
      );
      expect(row).toEqual({ forces: 1, first: '2019-04-01', last: '2022-03-01', linked: true });
    });

    test('a ZIP named by a hash is read for what is in it', () => {
      const file = filesOf('police-uk-greater-manchester').find((each) => each.path.endsWith('.zip'));
      expect(file).toMatchObject({ rows_kept: 30_671, source: 'police-uk-street', from: '2016-06-01' });
      expect(file?.member).toBe('2016-06/2016-06-greater-manchester-street.csv');
    });

    test('importing the same bytes again changes nothing', async () => {
      const before = await workspace.query('SELECT release FROM release ORDER BY 1');
      const again = await workspace.import([join(SHARED_DATA, 'police-uk-city-of-london')]);
      expect(again.totals).toMatchObject({ imported: 0, already_imported: 72, failed: 0 });
      expect(await workspace.query('SELECT release FROM release ORDER BY 1')).toEqual(before);
    });
  },
);
