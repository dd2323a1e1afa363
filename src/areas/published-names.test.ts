import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AreaType } from './area.ts';
import type { TypeFilter } from './areas.ts';
import { loadAreas } from './load-areas.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const areas = loadAreas(join(import.meta.dirname, '../../catalogue'));

const FORCE: TypeFilter = ['force', 'region', 'nation', 'unplaced'];
const BOROUGH: TypeFilter = ['borough', 'unplaced'];
const PLACE: TypeFilter = ['borough', 'region', 'nation'];
const REGION: TypeFilter = ['region', 'nation'];

/** Columns of published CSV files that name areas: [files, column, what the names are, texts that name no area]. */
const CSV_COLUMNS: readonly (readonly [string, string, TypeFilter, (readonly string[])?])[] = [
  ['london-datastore-mps-recorded-crime-to-2023-10/*.csv', 'LookUp_BoroughName', BOROUGH],
  ['london-datastore-mps-recorded-crime-to-2026-03/*.csv', 'BoroughName', BOROUGH],
  ['london-datastore-mps-ward-crime-24-months/*.csv.gz', 'LookUp_BoroughName', BOROUGH],
  ['london-datastore-borough-crime-2008-2016-long/*.csv.gz', 'borough', BOROUGH],
  ['london-datastore-mps-homicide/*.csv', 'Borough', BOROUGH],
  ['mopac-public-attitude-survey/PAS_{Dashboard_Borough,buroughs}.csv', 'Borough', BOROUGH],
  ['mopac-public-attitude-survey/PAS_Total.csv', 'Borough', 'force'],
  [
    'london-mps-derived-borough-month/{pas,strengths,time_spent,use_of_force}_cleaned.csv',
    'Borough',
    BOROUGH,
  ],
  ['london-borough-profiles/crime_data.csv', 'Borough', BOROUGH],
  ['london-borough-profiles/population_density.csv', 'Name', PLACE],
  ['london-borough-profiles/*.csv', 'Area', PLACE, ['', 'Unnamed: 34', 'Unnamed: 37', 'Unnamed: 47']],
  ['ons-population/london-mid*.csv', 'LAD11NM', BOROUGH],
  ['ons-population/TS022_census.csv', 'Lower tier local authorities', BOROUGH],
  ['ons-population/{police-defined,}*demographics.csv', 'Police force', FORCE],
  ['ons-population/force-demographics.csv', 'PFA16NM', FORCE],
  ['ons-lookups/forces.csv', 'Label', FORCE],
  ['ons-lookups/194.csv', 'PFA19NM', FORCE],
  ['ons-lookups/244.csv', 'PFA19NM', FORCE, ['']],
  ['ons-lookups/Local*.csv', 'PFA16NM', FORCE],
  ['home-office-use-of-force/cleaned-csv/**/*.csv', 'Police Force', FORCE],
  ['home-office-use-of-force/cleaned-csv/**/*.csv', 'Police force', FORCE],
  ['home-office-use-of-force/cleaned-csv/**/*.csv', 'Region', REGION],
  ['home-office-taser/cleaned-csv/*.csv', 'Police force', FORCE],
  ['home-office-taser/cleaned-csv/by-ced-type-force-region/*.csv', 'Police Force/Region', FORCE],
  ['home-office-taser/cleaned-csv/pre-2011/*.csv', 'Force', FORCE],
  ['home-office-police-powers/search-arrests-data.csv.gz', 'force_name', FORCE],
  ['home-office-police-powers/breath-tests-data.csv.gz', 'force', FORCE, ['NA']],
  ['home-office-police-workforce/*.csv', 'Police force', FORCE],
  ['home-office-police-workforce/*.csv.gz', 'force_name', FORCE],
  ['ethnicity-facts-figures-stop-and-search/*.csv.gz', 'Geography', FORCE],
  ['bbc-data-unit-outcomes/outcomes_by_force.csv', 'Force', FORCE],
  ['bbc-data-unit-outcomes/crime*.csv.gz', 'reported_by', FORCE],
  ['ons-csew-perceptions/fairness*.csv.gz', 'geography', FORCE],
  ['police-uk-{city-of-london,merseyside,south-yorkshire}/*street*.csv', 'Reported by', FORCE],
  [
    'police-uk-{northumbria,metropolitan-outcomes}/**/*{2014-06,2020-02}*outcomes*.csv*',
    'Falls within',
    FORCE,
  ],
];

const PARQUET_COLUMNS: readonly (readonly [string, string, TypeFilter])[] = [
  ['homicide', 'borough', BOROUGH],
  ['stolen-animals', 'borough', BOROUGH],
  ['thorough-searches', 'borough', BOROUGH],
  ['thorough-searches', 'area', ['command unit', 'unplaced']],
  ['recorded-crime-borough', 'boroughname', BOROUGH],
  ['recorded-crime-borough-historical', 'boroughname', BOROUGH],
  ['recorded-crime-ward', 'lookup_boroughname', BOROUGH],
  ['recorded-crime-ward-historical', 'lookup_boroughname', BOROUGH],
  ['vawg-offences', 'borough_name', BOROUGH],
  ['vawg-offences', 'bcu_location', ['command unit', 'unplaced']],
  ['vawg-victims', 'borough_name', BOROUGH],
];

const held = existsSync(data);

describe.skipIf(!held)(`names in published files${held ? '' : ' (skipped: no ../shared/data)'}`, () => {
  let query: (sql: string) => Promise<readonly string[]>;
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    query = async (sql) => (await connection.runAndReadAll(sql)).getRows().map(([value]) => String(value));
  });

  it.each(CSV_COLUMNS.map(([files, column, type, blanks = []]) => ({ files, column, type, blanks })))(
    '$files: every name in "$column" is an area',
    ({ files, column, type, blanks }) => {
      const names = globSync(join(data, files)).flatMap((file) => columnOf(file, column));
      const distinct = [...new Set(names)];
      expect(distinct).not.toEqual([]);
      expect(distinct.filter((name) => !blanks.includes(name) && areas.resolve(name, type) === null)).toEqual(
        [],
      );
    },
  );

  it.each(PARQUET_COLUMNS)('%s.parquet: every name in "%s" is an area', async (file, column, type) => {
    const path = join(data, 'london-datastore-mps-dashboards-parquet', `${file}.parquet`);
    const names = await query(`SELECT DISTINCT ${column} FROM '${path}' WHERE ${column} IS NOT NULL`);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => areas.resolve(name, type) === null)).toEqual([]);
  });

  it('the monthly crime dashboard: every borough row is an area', async () => {
    const path = join(data, 'london-datastore-mps-dashboards-parquet/monthly-crime-dashboard.parquet');
    const sql = (column: string): string =>
      `SELECT DISTINCT ${column} FROM '${path}' WHERE area_type = 'Borough' AND ${column} IS NOT NULL`;
    const names = [...(await query(sql('borough_snt'))), ...(await query(sql('area_name')))];
    expect(names.filter((name) => areas.resolve(name, BOROUGH) === null)).toEqual([]);
  });

  it('the names of London small areas begin with a borough, in the files of the Met', async () => {
    const path = join(data, 'london-datastore-mps-dashboards-parquet/recorded-crime-lsoa.parquet');
    const names = await query(`SELECT DISTINCT lsoa_name FROM '${path}'`);
    const boroughs = new Set(names.map((name) => areas.authorityOfLsoaName(name)));
    expect([...boroughs].filter((name) => name === null || areas.resolve(name, 'borough') === null)).toEqual(
      [],
    );
    expect(boroughs.size).toBe(32);
  });

  it('the codes of the ONS lookup belong to the same areas', () => {
    const file = join(data, 'ons-lookups/194.csv');
    const codes = columnOf(file, 'PFA19CD');
    const wrong = columnOf(file, 'PFA19NM').filter(
      (name, i) => areas.resolve(name, 'force')?.code !== codes[i],
    );
    expect(codes).toHaveLength(342);
    expect(wrong).toEqual([]);
  });

  it('the slugs of data.police.uk are ours, and mean the forces that it names', () => {
    const file = join(data, 'ons-lookups/forces.csv');
    const labels = columnOf(file, 'Label');
    const wrong = columnOf(file, 'id').filter(
      (slug, i) => areas.resolve(labels[i] ?? '', 'force')?.slug !== slug,
    );
    expect(labels).toHaveLength(44);
    expect(wrong).toEqual([]);
  });

  it('the regions of the Home Office hold the same forces as ours', () => {
    const file = join(data, 'home-office-use-of-force/cleaned-csv/incidents/april2019-march2020.csv');
    const regions = columnOf(file, 'Region');
    const wrong = columnOf(file, 'Police Force').filter((name, i) => {
      const force = areas.resolve(name, 'force');
      const region = areas.require(regions[i] ?? '', REGION);
      return force !== null && !areas.membersOf(region.name, 'force').includes(force);
    });
    expect(wrong).toEqual([]);
  });

  describe('in the police force area tables', () => {
    const workbook = held ? read(readFileSync(join(data, 'ons-crime-pfa-tables/pfafinalmar22.xls'))) : null;
    const tables = Object.entries(workbook?.Sheets ?? {}).filter(([name]) => name.startsWith('Table P'));

    it.each(tables)('%s: every area has its code, or none, and a name of ours', (_, sheet) => {
      const rows = utils.sheet_to_json<readonly (string | number | undefined)[]>(sheet, { header: 1 });
      const header = rows.findIndex((row) => row.some((cell) => /^area names?$/i.test(String(cell))));
      const [codeAt, nameAt] = [/^area codes?$/i, /^area names?$/i].map((pattern) =>
        (rows[header] ?? []).findIndex((cell) => pattern.test(String(cell))),
      );
      const named = rows
        .slice(header + 1)
        .filter((row) => row.length > 2)
        .map((row) => {
          const name = row[nameAt ?? -1];
          // The total of table P9 stands in the column of codes.
          return name === undefined
            ? { name: String(row[0]) }
            : { code: row[codeAt ?? -1], name: String(name) };
        })
        .filter(({ name }) => !/^area name/i.test(name));
      const wrong = named.filter(({ code, name }) => {
        const area = areas.resolve(name, code === undefined ? FORCE : typeOf(String(code)));
        return area === null || (code !== undefined && area.code !== code);
      });
      expect(named.length).toBeGreaterThan(36);
      expect(wrong).toEqual([]);
    });
  });
});

function typeOf(code: string): AreaType {
  if (/^(E23|W15)/.test(code)) return 'force';
  return code.startsWith('E12') ? 'region' : 'nation';
}

/** Values of a column, as published: any line end, "," or ";", packed or not. Empty where the file has no such column. */
function columnOf(file: string, column: string): readonly string[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const header = text.slice(0, text.search(/[\r\n]/));
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ',';
  const rows = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
  });
  const index = rows[0]?.indexOf(column) ?? -1;
  return index === -1 ? [] : rows.slice(1).map((row) => row[index] ?? '');
}
