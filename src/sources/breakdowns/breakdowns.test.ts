import { describe, expect, it } from 'vitest';
import { queryText, readQuery } from '../raw/testing.ts';
import { hasSharedData, recognisesShared, sharedFile } from '../table/testing.ts';
import type { QuerySource } from '../source.ts';
import { breakdowns } from './breakdowns.ts';

function layout(id: string): QuerySource {
  const found = breakdowns.find((source) => source.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
}

const ARRESTS = 'financial_year,force_name,offence_group,ethnic_group,age_group,sex,arrests,year_ending';
const arrest = (force: string, count: string, ended = '2018-03-31'): string =>
  `2017/18,${force},Burglary,White,10 - 17 years,Female,${count},${ended}`;

describe('breakdowns, made-up files', () => {
  it('gives a count its force, its period and every characteristic', async () => {
    const { rows } = await queryText(
      layout('home-office-arrests'),
      `${ARRESTS}\n${arrest('Metropolitan Police', '"1,234"')}`,
    );
    expect(rows[0]).toMatchObject({
      source: 'home-office-arrests',
      force: 'metropolitan',
      area: 'Metropolitan Police',
      period_from: '2017-04-01',
      period_to: '2018-03-31',
      measure: 'Arrests',
      category: 'Burglary',
      sex: 'Female',
      age_group: '10 - 17 years',
      ethnicity: 'White',
      value: 1234,
      flag: null,
    });
  });

  it('keeps the marks that stand for a figure as flags, and never as zero', async () => {
    const { rows } = await queryText(
      layout('home-office-arrests'),
      `${ARRESTS}\n${arrest('Kent', 'NA')}\n${arrest('Essex', '[c]')}\n${arrest('Surrey', '..')}`,
    );
    expect(rows.map((row) => [row['value'], row['flag']])).toEqual([
      [null, 'NA'],
      [null, 'c'],
      [null, '..'],
    ]);
  });

  it('rejects unknown forces, impossible dates and negative counts by line', async () => {
    const { staged } = await queryText(
      layout('home-office-arrests'),
      [
        ARRESTS,
        arrest('Kent', '1'),
        arrest('Kemt', '1'),
        arrest('Kent', '-4'),
        arrest('Kent', '1', '2018-13-31'),
      ].join('\n'),
    );
    expect(staged.rejects.map(({ line, column }) => [line, column])).toEqual([
      [3, 'force_name'],
      [4, 'arrests'],
      [5, 'year_ending'],
    ]);
    expect([staged.rowsRead, staged.rowsKept]).toEqual([4, 1]);
  });

  it('says which columns it does not know, and passes over rows without a filled cell', async () => {
    const { staged } = await queryText(
      layout('home-office-arrests'),
      `${ARRESTS},colour\n${arrest('Kent', '1')},red\n,,,,,,,,\n`,
    );
    expect(staged.warnings).toEqual(['columns that are not part of the layout were left out: colour']);
    expect(staged.rowsRead).toBe(1);
  });

  it('lays the groups of a wide table under each other', async () => {
    const { rows } = await queryText(
      layout('census-2011-officer-defined-by-force'),
      'Police force,White,Black (or Black British),Asian (or Asian British),Chinese,Mixed,Other\nKent,5,4,3,2,1,0',
      'SELECT ethnicity, value FROM staged ORDER BY value',
    );
    expect(rows.map((row) => row['ethnicity'])).toEqual([
      'Other',
      'Mixed',
      'Chinese',
      'Asian (or Asian British)',
      'Black (or Black British)',
      'White',
    ]);
  });

  it('counts the sheets of one workbook as different things where they count the same offences', async () => {
    const header =
      'bcu_location,borough_name,ward_name_clean_2,recorded_date_months,count,sheet,crimsec_group,vawg_offence';
    const { rows } = await queryText(
      layout('mps-vawg-offences'),
      [
        header,
        'AS,Camden,Highgate,2024-01-01 00:00:00,3,Offence count location,,',
        ',,,2024-01-01 00:00:00,3,Offence count classification,Rape,Rape of a Female',
      ].join('\n'),
    );
    expect(rows.map((row) => [row['measure'], row['area']])).toEqual([
      ['VAWG offences by place', 'Camden'],
      ['VAWG offences by offence', 'Metropolitan Police'],
    ]);
  });

  it('evens out capitals where a layout says so', async () => {
    const { rows } = await queryText(
      layout('mps-stolen-animals'),
      'count_of_stolen_animals,type_of_animal,borough,type_of_offence,animal_recovered,year_and_month\n1,BIrd,Camden,Robbery,Recovered,Jan-2010',
    );
    expect(rows[0]).toMatchObject({
      category: 'Bird',
      detail: 'Robbery, Recovered',
      period_from: '2010-01-01',
    });
  });
});

describe.skipIf(!hasSharedData)(
  `breakdowns, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const dashboards = 'london-datastore-mps-dashboards-parquet';
    it.each([
      ['mps-custody-disposals', `${dashboards}/custody.parquet`, 32_870, 1_091_273],
      ['mps-homicide-proceedings', `${dashboards}/homicide.parquet`, 4512, 4512],
      ['home-office-searches', 'home-office-police-powers/search-arrests-data.csv.gz', 92_199, null],
      ['home-office-arrests', 'home-office-police-powers/police-arrests-data.csv.gz', 286_500, 13_784_212],
      [
        'bbc-outcomes-by-year',
        'bbc-data-unit-outcomes/crime outcomes by category force year 2012-16.csv.gz',
        47_577,
        29_343_720,
      ],
      ['bbc-outcomes-by-force', 'bbc-data-unit-outcomes/outcomes_by_force.csv', 45, 29_343_720],
    ])('reads %s', async (id, name, records, sum) => {
      expect(breakdowns.filter((source) => source.id === id)).toHaveLength(1);
      expect(await recognisesShared(layout(id), name)).toBe(true);
      const { staged, rows } = await readQuery(
        layout(id),
        await sharedFile(name),
        'SELECT sum(value) AS s FROM staged',
      );
      expect([staged.rowsRead, staged.rowsRejected]).toEqual([records, 0]);
      if (sum !== null) expect(rows[0]?.['s']).toBe(sum);
    });

    it('keeps the cells that the census withholds as flags', async () => {
      const { rows } = await readQuery(
        layout('census-2021-age-ethnicity-rounded'),
        await sharedFile('ons-population/census.csv.gz'),
        "SELECT count(*) AS n FROM staged WHERE flag = 'c' AND value IS NULL",
      );
      expect(rows).toEqual([{ n: 406_398 }]);
    });
  },
);
