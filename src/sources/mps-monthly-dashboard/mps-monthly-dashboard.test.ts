import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
  sum,
} from '../table/testing.ts';
import { mpsMonthlyDashboard } from './mps-monthly-dashboard.ts';

const HEADER =
  'Month_Year,Area Type,Borough_SNT,Area Name,Area Code,Crime Type,Crime Subtype,Measure,Financial Year,FY_FYIndex,Count,Refresh Date';
const line = (area: string, subtype: string, measure: string, count: string): string =>
  `2026-02-01,Borough,${area},${area},,Knife Crime,${subtype},${measure},fy25-26,25-26_11,${count},2026-03-18`;
const file = (...lines: string[]): string => [HEADER, ...lines].join('\n');

describe('MPS monthly dashboard, made-up files', () => {
  it('keeps the measure, the date of the refresh and the kind of area', async () => {
    const read = await readText(
      mpsMonthlyDashboard,
      file(
        line('Camden', 'Knife Crime', 'Offences', '7'),
        line('Other / NK', 'Knife Crime with Injury', 'Positive Outcomes', '2'),
        '2026-02-01,Safer Neighbourhood Teams,Camden  Highgate ,Highgate (EK),E05,Knife Crime,Knife Crime,Offences,fy25-26,25-26_11,7,2026-03-18',
      ),
    );
    expect(read.published).toEqual({ date: '2026-03-18', basis: 'stated' });
    expect(
      read.rows.map((row) => [row['area'], row['area_type'], row['offence'], row['measure'], row['count']]),
    ).toEqual([
      ['Camden', 'borough', 'Knife crime', 'offences', 7],
      ['Other or not known', 'unplaced', 'Knife crime with injury', 'positive-outcomes', 2],
      ['Camden Highgate', 'neighbourhood', 'Knife crime', 'offences', 7],
    ]);
    expect(read.warnings).toEqual([expect.stringContaining('1 rows by safer neighbourhood team')]);
  });

  it('rejects what it does not know by name', async () => {
    const read = await readText(
      mpsMonthlyDashboard,
      file(
        line('Camden', 'Spoon Crime', 'Offences', '7'),
        line('Camden', 'Knife Crime', 'Arrests', '7'),
        line('Narnia', 'Knife Crime', 'Offences', '7'),
        line('Camden', 'Knife Crime', 'Offences', ''),
        line('Camden', 'Knife Crime', 'Offences', '3').replace('Borough', 'Planet'),
      ),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'Crime Subtype', expect.stringContaining('unknown label "Spoon Crime"')],
      [3, 'Measure', expect.stringContaining('unknown label "Arrests"')],
      [4, 'Area Name', expect.stringContaining('unknown area "Narnia"')],
      [5, 'Count', 'the cell is blank where a count should stand'],
      [6, 'Area Type', 'unknown kind of area "Planet"'],
    ]);
    expect([read.rowsRead, read.rowsKept]).toEqual([5, 0]);
  });

  it('counts a figure that several sheets repeat once, and refuses two values for one', async () => {
    const read = await readText(
      mpsMonthlyDashboard,
      file(
        line('Camden', 'Knife Crime', 'Offences', '7'),
        line('Camden', 'Knife Crime', 'Offences', '7'),
        line('Camden', 'Knife Crime', 'Offences', '8'),
      ),
    );
    expect([read.duplicates, read.rows.length, read.rejects.length]).toEqual([1, 1, 1]);
  });

  it('reads the same table from a sheet of a workbook, below title rows', async () => {
    const sheet = utils.aoa_to_sheet([
      ['MPS Monthly Crime Dashboard'],
      [],
      HEADER.split(','),
      [
        new Date('2026-02-01T00:00:00Z'),
        'Borough',
        'Camden',
        'Camden',
        'E09000007',
        'Knife Crime',
        'Knife Crime',
        'Offences',
        'fy25-26',
        '25-26_11',
        7,
        new Date('2026-03-18T00:00:00Z'),
      ],
    ]);
    const book = {
      SheetNames: ['Notes', 'Other'],
      Sheets: { Notes: utils.aoa_to_sheet([['Read me']]), Other: sheet },
    };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(await recognises(mpsMonthlyDashboard, bytes)).toBe(true);
    const read = await readText(mpsMonthlyDashboard, bytes);
    expect(read.rows).toEqual([expect.objectContaining({ month: '2026-02-01', count: 7 })]);
    expect(read.published?.date).toBe('2026-03-18');
  });
});

describe.skipIf(!hasSharedData)(
  `MPS monthly dashboard, published file${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const name = 'london-datastore-mps-dashboards-parquet/monthly-crime-dashboard.parquet';

    it('is recognised by its columns, and its neighbours are not', async () => {
      expect(await recognisesShared(mpsMonthlyDashboard, name)).toBe(true);
      expect(
        await recognisesShared(mpsMonthlyDashboard, name.replace('monthly-crime-dashboard', 'custody')),
      ).toBe(false);
    });

    it('gives the published totals of February 2026, by borough and by team alike', async () => {
      const read = await mpsMonthlyDashboard.read(await sharedFile(name), context);
      expect([read.rowsRead, read.rowsKept, read.rejects.length, read.duplicates]).toEqual([
        59_431, 59_431, 0, 0,
      ]);
      const february = read.rows.filter(
        (row) => row['month'] === '2026-02-01' && row['measure'] === 'offences',
      );
      const boroughs = february.filter((row) => row['area_type'] !== 'neighbourhood');
      expect(sum(boroughs, 'count', { offence: 'Knife crime' })).toBe(1003);
      expect(sum(boroughs, 'count', { offence: 'Knife crime with injury' })).toBe(238);
      expect(sum(february, 'count', { offence: 'Knife crime', area_type: 'neighbourhood' })).toBe(1003);
      expect(read.published).toEqual({ date: '2026-03-18', basis: 'stated' });
    });
  },
);
