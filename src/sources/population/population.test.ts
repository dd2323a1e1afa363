import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localFile } from '../input/local-file.ts';
import type { RowsRead } from '../source.ts';
import type { LakeRow } from '../table/tally.ts';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
  sum,
} from '../table/testing.ts';
import { ageBand } from './age-band.ts';
import { boroughPopulation } from './borough-population.ts';
import { census2011Ethnicity } from './census-2011-ethnicity.ts';
import { census2021 } from './census-2021.ts';
import { forcePopulation } from './force-population.ts';
import { lsoaPopulation } from './lsoa-population.ts';
import { ALL, PopulationSums } from './population-sums.ts';

const short = (row: LakeRow): readonly unknown[] => [
  row['area'],
  row['sex'],
  row['age_band'],
  row['ethnicity'],
  row['count'],
];

async function readNamed(name: string, content: string): Promise<RowsRead> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-test-'));
  try {
    await writeFile(join(folder, name), content);
    return await lsoaPopulation.read(await localFile(join(folder, name)), context);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('population by force', () => {
  it('turns forces laid as columns into rows, and names a column that is no force', async () => {
    const read = await readText(
      forcePopulation,
      'year,City of London,Metropolitan Police,Ruritania\n2018,9721,8390028,5\n2019,..,8390029,6\n20x9,1,2,3',
    );
    expect(read.rows.map((row) => [row['area'], row['area_type'], row['year'], row['count']])).toEqual([
      ['City of London Police', 'force', 2018, 9721],
      ['Metropolitan Police', 'force', 2018, 8_390_028],
      ['Metropolitan Police', 'force', 2019, 8_390_029],
    ]);
    expect(read.warnings).toEqual([
      'unknown force "Ruritania": its column was left out',
      '1 cells without a figure were left out',
    ]);
    expect(read.rejects).toEqual([
      expect.objectContaining({ line: 4, column: 'year', reason: '"20x9" is not a year' }),
    ]);
  });
});

describe('population by borough without a year', () => {
  it('gives no year and says so', async () => {
    const read = await readText(
      boroughPopulation,
      '\uFEFFLookUp_BoroughName,population\nCamden,"210,390"\nCamden,1\nAtlantis,3',
    );
    expect(read.rows).toEqual([expect.objectContaining({ area: 'Camden', year: null, count: 210_390 })]);
    expect(read.rejects.map(({ line }) => line)).toEqual([3, 4]);
    expect(read.warnings[0]).toContain('does not say of which year');
    expect(await recognises(boroughPopulation, 'LookUp_BoroughName,population\nCamden,1')).toBe(true);
  });
});

describe('population by small area', () => {
  const file = [
    'LSOA11CD,LAD11CD,LAD11NM,Persons_All-Ages,Persons_0-15,Males_All-Ages,Females_65+',
    'E01000001,E09000001,City of London,10,2,5,1',
    'E01000002,E09000001,City of London,20,3,9,2',
    'E01000003,E09000007,Camden,7,1,3,1',
  ];

  it('adds small areas up to boroughs, with the year from the name', async () => {
    const read = await readNamed('london-mid2020-pop.csv', file.join('\n'));
    expect(read.rows.map(short)).toEqual([
      ['City of London', ALL, ALL, ALL, 30],
      ['City of London', ALL, '0-15', ALL, 5],
      ['City of London', 'Male', ALL, ALL, 14],
      ['City of London', 'Female', '65+', ALL, 3],
      ['Camden', ALL, ALL, ALL, 7],
      ['Camden', ALL, '0-15', ALL, 1],
      ['Camden', 'Male', ALL, ALL, 3],
      ['Camden', 'Female', '65+', ALL, 1],
    ]);
    expect(new Set(read.rows.map((row) => row['year']))).toEqual(new Set([2020]));
    expect(read.warnings).toEqual([expect.stringContaining('2020 is taken from the name')]);
  });

  it('gives no sum of a borough of which a part could not be read', async () => {
    const read = await readNamed(
      'mid2020.csv',
      [...file, 'E01000004,E09000007,Camden,many,1,3,1'].join('\n'),
    );
    expect(new Set(read.rows.map((row) => row['area']))).toEqual(new Set(['City of London']));
    expect(read.warnings).toContain('Camden: not all of its parts could be read, so no sum is given');
    expect([read.rowsRead, read.rowsKept, read.rejects.length]).toEqual([4, 3, 1]);
  });

  it('names a column whose age it cannot read', async () => {
    const read = await readNamed('mid2020.csv', file.join('\n').replace('Females_65+', 'Females_65@'));
    expect(read.warnings).toContain('unknown age "Females_65@": the column was left out');
    expect(read.rows).toHaveLength(6);
  });

  it('counts a repeated small area once, and refuses a file whose year nothing says', async () => {
    const read = await readNamed('mid-2019.csv', [...file, file[1]].join('\n'));
    expect([
      read.duplicates,
      sum(read.rows, 'count', { area: 'City of London', sex: ALL, age_band: ALL }),
    ]).toEqual([1, 30]);
    await expect(readNamed('people.csv', file.join('\n'))).rejects.toThrow('does not say of which year');
  });
});

describe('census of 2011', () => {
  const header =
    '"date","geography","geography code","Rural Urban","Ethnic Group: All categories: Ethnic group; measures: Value","Ethnic Group: Asian; measures: Value","Ethnic Group: Asian/Asian British: Indian; measures: Value","Ethnic Group: Martian; measures: Value"';

  it('names groups by our words, and keeps authorities outside London under their own names', async () => {
    const read = await readText(
      census2011Ethnicity,
      `${header}\n"2011","Camden","E09000007","Total",9,4,3,0\n"2011","Darlington","E06000005","Total",5,1,1,0\n"2011","Darlington","E06000005","Rural",5,1,1,0\n"2011","Nowhere","X1","Total",5,1,1,0`,
    );
    expect(read.rows.slice(0, 3).map(short)).toEqual([
      ['Camden', ALL, ALL, ALL, 9],
      ['Camden', ALL, ALL, 'Asian', 4],
      ['Camden', ALL, ALL, 'Asian: Indian', 3],
    ]);
    expect(read.rows[3]).toMatchObject({ area: 'Darlington', area_type: 'authority', year: 2011 });
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'only totals are read, and this row is of "Rural"'],
      [5, 'unknown area "Nowhere" (code X1)'],
    ]);
    expect(read.warnings).toEqual([expect.stringContaining('unknown label "Martian"')]);
  });
});

describe('census of 2021', () => {
  const header =
    'England and Wales Code,England and Wales,Ethnic group (6 categories) Code,Ethnic group (6 categories),Sex (2 categories) Code,Sex (2 categories),Observation';
  const row = (group: string, sex: string, people: string): string =>
    `K04000001,England and Wales,1,"${group}",1,${sex},${people}`;

  it('gives every margin once', async () => {
    const read = await readText(
      census2021,
      [
        header,
        row('White', 'Male', '3'),
        row('White', 'Female', '4'),
        row('Other ethnic group', 'Male', '1'),
        row('Does not apply', 'Male', '0'),
      ].join('\n'),
    );
    const expected = [
      ['England and Wales', 'Female', ALL, 'White', 4],
      ['England and Wales', 'Female', ALL, ALL, 4],
      ['England and Wales', 'Male', ALL, 'Other', 1],
      ['England and Wales', 'Male', ALL, 'White', 3],
      ['England and Wales', 'Male', ALL, ALL, 4],
      ['England and Wales', ALL, ALL, 'Other', 1],
      ['England and Wales', ALL, ALL, 'White', 7],
      ['England and Wales', ALL, ALL, ALL, 8],
    ];
    expect(read.rows).toHaveLength(expected.length);
    expect(read.rows.map(short)).toEqual(expect.arrayContaining(expected));
    expect([read.rowsRead, read.rowsKept]).toEqual([4, 4]);
  });

  it('refuses a split that it does not know, and drops no people in silence', async () => {
    await expect(
      readText(
        census2021,
        `${header.replace('Observation', 'Religion (9 categories) Code,Religion (9 categories),Observation')}\nK04000001,England and Wales,1,White,1,Male,1,None,3`,
      ),
    ).rejects.toThrow('split by "Religion (9 categories)"');
    const read = await readText(
      census2021,
      [header, row('Does not apply', 'Male', '5'), row('White', 'Male', '1')].join('\n'),
    );
    expect(read.rejects[0]?.reason).toContain('5 people to whom the question does not apply');
    expect(read.rows).toEqual([]);
  });

  it('reads ages in every published form', () => {
    expect(
      [
        'Aged under 1 year',
        'Aged 1 year',
        'Aged 2 years and under',
        'Aged 3 to 4 years',
        'Aged 90 years and over',
        '65+',
        '16-29',
      ].map((age) => ageBand(age, 'Age')),
    ).toEqual(['0', '1', '0-2', '3-4', '90+', '65+', '16-29']);
    expect(() => ageBand('elderly', 'Age')).toThrow('unknown age "elderly"');
  });

  it('adds margins that agree with their parts', () => {
    const cell = fc.record({
      sex: fc.constantFrom('Male', 'Female'),
      age: fc.constantFrom('0-15', '16+'),
      ethnicity: fc.constantFrom('White', 'Black'),
      count: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const sums = new PopulationSums();
        for (const each of cells)
          sums.addWithMargins({ area: { name: 'Camden', type: 'borough' }, year: 2021, ...each }, each.count);
        const total = cells.reduce((all, each) => all + each.count, 0);
        const rows = sums.rows();
        expect(sum(rows, 'count', { sex: ALL, age_band: ALL, ethnicity: ALL })).toBe(total);
        expect(
          sum(
            rows.filter((each) => each['sex'] !== ALL),
            'count',
            { age_band: ALL, ethnicity: ALL },
          ),
        ).toBe(total);
      }),
    );
  });
});

describe.skipIf(!hasSharedData)(
  `population, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const folder = 'ons-population';
    const whole = { sex: ALL, age_band: ALL, ethnicity: ALL };

    it('gives London 8,173,941 people in 2011', async () => {
      expect(await recognisesShared(census2011Ethnicity, `${folder}/la-ethnic-groups.csv`)).toBe(true);
      const read = await census2011Ethnicity.read(
        await sharedFile(`${folder}/la-ethnic-groups.csv`),
        context,
      );
      expect(sum(read.rows, 'count', { ...whole, area_type: 'borough' })).toBe(8_173_941);
      const broad = ['White', 'Mixed', 'Asian', 'Black', 'Other'].map((ethnicity) =>
        sum(read.rows, 'count', { ethnicity, area_type: 'borough' }),
      );
      expect(broad.reduce((a, b) => a + b, 0)).toBe(8_173_941);
      expect([read.rowsRead, read.rowsKept, read.warnings]).toEqual([348, 348, []]);
    });

    it('gives London 9,002,488 people in mid-2020, the number that the ONS divides its crime by', async () => {
      const read = await lsoaPopulation.read(await sharedFile(`${folder}/london-mid2020-pop.csv`), context);
      expect(sum(read.rows, 'count', { ...whole, year: 2020 })).toBe(9_002_488);
      expect(sum(read.rows, 'count', { ...whole, area: 'City of London' })).toBe(10_938);
      expect([read.rowsRead, read.rowsKept, read.rows.length]).toEqual([4835, 4835, 33 * 18]);
    });

    it('reads forces by year', async () => {
      expect(await recognisesShared(forcePopulation, `${folder}/population_policeforces.csv`)).toBe(true);
      const read = await forcePopulation.read(
        await sharedFile(`${folder}/population_policeforces.csv`),
        context,
      );
      expect(sum(read.rows, 'count', { area: 'City of London Police', year: 2019 })).toBe(9721);
      expect([read.rowsRead, read.rows.length]).toEqual([11, 11 * 36]);
      expect(sum(read.rows, 'count', { area: 'Metropolitan Police' })).toBe(0);
      expect(read.warnings.join()).toContain(
        'Metropolitan Police, Nottinghamshire, Thames Valley were left out',
      );
    });

    it('reads the census of 2021 by borough, and by age and sex', async () => {
      for (const name of [
        'TS022_census.csv',
        'RM032-2021-1-filtered-2024-01-08T00_57_55Z.csv',
        'pop_by_sex_age.csv',
      ]) {
        expect(await recognisesShared(census2021, `${folder}/${name}`)).toBe(true);
      }
      const london = await census2021.read(await sharedFile(`${folder}/TS022_census.csv`), context);
      expect(sum(london.rows, 'count', whole)).toBe(8_799_762);
      expect(sum(london.rows, 'count', { ...whole, ethnicity: 'White' })).toBe(4_731_166);
      expect(sum(london.rows, 'count', { ...whole, ethnicity: 'Black' })).toBe(686_157 + 502_212);
      const ages = await census2021.read(await sharedFile(`${folder}/pop_by_sex_age.csv`), context);
      expect(sum(ages.rows, 'count', whole)).toBe(59_597_539);
      expect(ages.scope).not.toBe(london.scope);
    });
  },
);
