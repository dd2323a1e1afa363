import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LakeRow } from '../table/tally.ts';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import { divisor } from './figure.ts';
import { onsPfaTables } from './ons-pfa-tables.ts';
import { midYear, spanOf, yearEnding } from './period.ts';
import { notesOn, tidy } from './pfa-table.ts';

type Cells = (string | number | null)[];

function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet([...rows]), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const COVER: readonly Cells[] = [['Police force area data tables - year ending March 2022']];
const counts = (...rows: Cells[]): readonly Cells[] => [
  [
    'Table P1: Police recorded crime by offence group and police force area, England and Wales, number of offences, year ending March 2022 [note 1]',
  ],
  ['Some cells refer to notes'],
  ['Area Code', 'Area Name', ' Total recorded crime\n (excluding fraud) [note 2]', 'Robbery'],
  ...rows,
];
const rates = (...rows: Cells[]): readonly Cells[] => [
  [
    'Table P3: Police recorded crime by offence group and police force area, England and Wales, rate of offences per 1,000 population, year ending March 2022',
  ],
  ['Area Code', 'Area Name', 'Population figures\n (mid-2020) rounded to 100\n[note 8]', 'Robbery'],
  ...rows,
];
const find = (
  rows: readonly LakeRow[],
  area: string,
  measure: string,
  from = '2021-04-01',
): LakeRow | undefined =>
  rows.find(
    (row) =>
      row['area'] === area &&
      row['measure'] === measure &&
      row['period_from'] === from &&
      row['group_type'] === null,
  );

describe('ONS police force area tables, made-up workbooks', () => {
  it('joins counts, rates and population of an area, and strips notes and line breaks', async () => {
    const read = await readText(
      onsPfaTables,
      workbook({
        Cover: COVER,
        'Table P1': counts(['E23000001', 'Metropolitan Police [note 2]', 829_891, 24_320]),
        'Table P3': rates(['E23000001', 'Metropolitan Police', 8_991_600, (24_320 / 8_991_550) * 1000]),
      }),
    );
    expect(find(read.rows, 'Metropolitan Police', 'robbery-rate')).toMatchObject({
      area_type: 'force',
      period_to: '2022-03-31',
      value: expect.closeTo(2.70476, 4) as number,
      numerator: 24_320,
      denominator: 8_991_550,
      unit: 'offences per 1,000 people',
      flag: null,
    });
    expect(find(read.rows, 'Metropolitan Police', 'recorded-crime-count')).toMatchObject({
      value: 829_891,
      unit: 'offences excluding fraud',
    });
    expect(find(read.rows, 'Metropolitan Police', 'population', '2020-06-30')).toMatchObject({
      value: 8_991_600,
    });
    expect([read.rowsRead, read.rowsKept]).toEqual([2, 2]);
  });

  it('keeps the meaning of a mark as a flag, and gives no denominator that would undo it', async () => {
    const read = await readText(
      onsPfaTables,
      workbook({
        Cover: COVER,
        'Table P1': counts(['E23000034', 'City of London', 5931, 104]),
        'Table P3': rates(['E23000034', 'City of London', 10_900, '[u1]']),
      }),
    );
    expect(find(read.rows, 'City of London Police', 'robbery-rate')).toMatchObject({
      value: null,
      flag: 'u1',
      numerator: 104,
      denominator: null,
    });
  });

  it('rejects unknown areas, a code at odds with its name, and bad cells', async () => {
    const read = await readText(
      onsPfaTables,
      workbook({
        Cover: COVER,
        'Table P1': counts(
          ['E23000001', 'Metropolitan Police', 1, 2],
          ['E99999999', 'Narnia', 1, 2],
          ['E23000005', 'Kent', 1, 2],
          ['E23000032', 'Kent', 1, 'many'],
          [null, 'Narnia', 1, 2],
          [null, 'British Transport Police', 1, 2],
        ),
      }),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [5, 'Area Code', 'unknown code "E99999999" of "Narnia"'],
      [6, 'Area Name', 'the code E23000005 is that of Greater Manchester, but the name is "Kent"'],
      [7, 'Robbery', '"many" is not a number'],
      [8, 'Area Name', expect.stringContaining('unknown area "Narnia"')],
    ]);
    expect([read.rowsRead, read.rowsKept]).toEqual([6, 2]);
  });

  it('names columns and tables that it leaves out', async () => {
    const [title, note, header, ...rows] = counts(['E23000001', 'Metropolitan Police', 1, 2]);
    const read = await readText(
      onsPfaTables,
      workbook({
        Cover: COVER,
        'Table P1': [title ?? [], note ?? [], [...(header ?? []), 'Cattle rustling'], ...rows],
        'Table P99': [
          ['Table P99: something new'],
          ['Area Code', 'Area Name', 'x'],
          ['E23000001', 'Metropolitan Police', 1],
        ],
      }),
    );
    expect(read.warnings).toEqual([
      expect.stringContaining('unknown label "Cattle rustling"'),
      expect.stringContaining('Table P99'),
    ]);
  });

  it('takes a name without a code for the region first and for the force after it', async () => {
    const read = await readText(
      onsPfaTables,
      workbook({
        Cover: COVER,
        'Table P12': [
          [
            'Table P12: Anti-social behaviour incidents, by police force area, year ending March 2021 to year ending March 2022',
          ],
          [
            'Area name',
            'Apr 2021 to Mar 2022\nNumber of Incidents\n',
            'Apr 2021 to Mar 2022\nNumber per 1,000 population',
          ],
          ['West Midlands', 90, 0.015],
          ['West Midlands', 60, '[x]'],
        ],
      }),
    );
    expect(
      read.rows.map((row) => [row['area'], row['area_type'], row['measure'], row['value'], row['flag']]),
    ).toEqual([
      ['West Midlands region', 'region', 'asb-incidents', 90, null],
      ['West Midlands region', 'region', 'asb-incidents-rate', 0.015, null],
      ['West Midlands', 'force', 'asb-incidents', 60, null],
      ['West Midlands', 'force', 'asb-incidents-rate', null, 'x'],
    ]);
  });

  it('refuses a workbook without its tables or rows', async () => {
    await expect(readText(onsPfaTables, workbook({ Cover: COVER }))).rejects.toThrow(
      'no sheet holds a table',
    );
    await expect(readText(onsPfaTables, workbook({ 'Table P1': counts() }))).rejects.toThrow('no rows');
    expect(await recognises(onsPfaTables, workbook({ Cover: COVER }))).toBe(false);
    expect(
      await recognises(
        onsPfaTables,
        workbook({ Cover: COVER, P1: counts(['E23000001', 'Metropolitan Police', 1, 2]) }),
      ),
    ).toBe(true);
  });
});

describe('parts of headings', () => {
  it('reads spans, years and notes', () => {
    expect(spanOf(tidy('Apr  2019 to\n Mar  2020 [note 8]'))).toEqual({
      from: '2019-04-01',
      to: '2020-03-31',
    });
    expect(spanOf('Apr 2021 to Mar 2022 compared with Apr 2011 to Mar 2012')).toBeNull();
    expect(yearEnding('…, year ending March 2022')).toEqual({ from: '2021-04-01', to: '2022-03-31' });
    expect(yearEnding('year ending March 2021 compared with year ending March 2022')).toBeNull();
    expect(midYear('(mid-2020)')).toEqual({ from: '2020-06-30', to: '2020-06-30' });
    expect(notesOn('Lincolnshire [note 4,5][note 2]')).toEqual(['4', '5', '2']);
  });

  it('gives back the population that a rate was divided by, whatever the count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1000, max: 60_000_000 }),
        (count, people) => {
          expect(divisor(count, (count / people) * 1000, 1000, Math.round(people / 100) * 100)).toBe(people);
        },
      ),
    );
    expect(divisor(0, 0, 1000, 10_900)).toBe(10_900);
    expect(divisor(5, null, 1000, 10_900)).toBeNull();
    expect(divisor(5, 7, 1000, 10_900)).toBe(10_900);
  });
});

describe.skipIf(!hasSharedData)(
  `ONS police force area tables, published workbook${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const name = 'ons-crime-pfa-tables/pfafinalmar22.xls';

    it('gives the published counts and rates of the year to March 2022', async () => {
      expect(await recognisesShared(onsPfaTables, name)).toBe(true);
      const read = await onsPfaTables.read(await sharedFile(name), context);
      expect([read.rejects, read.duplicates, read.rowsRead - read.rowsKept]).toEqual([[], 0, 0]);
      const value = (area: string, measure: string): number =>
        Number(find(read.rows, area, measure)?.['value']);
      expect(
        ['Metropolitan Police', 'City of London Police', 'London'].map((area) =>
          value(area, 'recorded-crime-count'),
        ),
      ).toEqual([829_891, 5931, 835_822]);
      const twoDecimals = (measure: string, ...areas: string[]): string[] =>
        areas.map((area) => value(area, measure).toFixed(2));
      expect(
        twoDecimals(
          'violence-against-the-person-rate',
          'Metropolitan Police',
          'England and Wales',
          'Greater Manchester',
        ),
      ).toEqual(['26.89', '35.22', '47.30']);
      expect(
        twoDecimals('robbery-rate', 'Metropolitan Police', 'England and Wales', 'West Midlands'),
      ).toEqual(['2.70', '1.11', '2.72']);
      expect(find(read.rows, 'England and Wales', 'robbery-rate')?.['denominator']).toBe(59_719_724);
      expect(find(read.rows, 'City of London Police', 'robbery-rate')).toMatchObject({
        value: null,
        flag: 'u1',
      });
      expect(value('Metropolitan Police', 'knife-crime-pfa')).toBe(11_108);
      const byOffence = read.rows.filter(
        (row) => row['area'] === 'Metropolitan Police' && row['group_type'] === 'offence',
      );
      expect(byOffence.reduce((total, row) => total + Number(row['value']), 0)).toBe(11_108);
      expect(
        read.rows.filter((row) => row['measure'] === 'robbery-rate' && row['area_type'] === 'force'),
      ).toHaveLength(43);
    });

    it('gives every rate as its numerator over its denominator, to the rounding of the population', async () => {
      const { rows } = await onsPfaTables.read(await sharedFile(name), context);
      const whole = rows.filter((row) => row['denominator'] !== null && row['value'] !== null);
      expect(whole.length).toBeGreaterThan(2000);
      for (const row of whole) {
        const per = String(row['unit']).includes('100,000') ? 100_000 : 1000;
        const rate = (Number(row['numerator']) / Number(row['denominator'])) * per;
        expect(Math.abs(rate - Number(row['value']))).toBeLessThanOrEqual(Number(row['value']) * 0.0005);
      }
    });
  },
);
