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
import { mpsHomicide } from './mps-homicide.ts';

const HEADER =
  'Count of Victims,Age Group,Sex,Method of Killing,Domestic Abuse,Recorded Date,Homicide Offence Type,Solved Status,Borough,Officer Observed Ethnicity';
const victim = (date: string, borough: string, age = '13 to19', victims = '1'): string =>
  `${victims},${age},Male,Shooting,Not Domestic Abuse,${date},Murder,Solved,${borough},White`;
const file = (...lines: string[]): string => [HEADER, ...lines].join('\r\n');

describe('MPS homicide victims, made-up files', () => {
  it('mends the month, the age band and the borough', async () => {
    const read = await readText(
      mpsHomicide,
      file(victim('Jan-03', 'Brent '), victim('Dec-23', 'Kingston Upon Thames')),
    );
    expect(read.rows.map((row) => [row['month'], row['borough'], row['age_group']])).toEqual([
      ['2003-01-01', 'Brent', '13 to 19'],
      ['2023-12-01', 'Kingston upon Thames', '13 to 19'],
    ]);
    expect(read.force).toBe('metropolitan');
  });

  it('keeps equal rows, for they are separate victims, and counts them', async () => {
    const read = await readText(mpsHomicide, file(victim('Jan-03', 'Brent'), victim('Jan-03', 'Brent')));
    expect([read.rows.length, read.duplicates]).toEqual([2, 1]);
  });

  it('rejects what it cannot read by line and column', async () => {
    const read = await readText(
      mpsHomicide,
      file(
        victim('Jam-03', 'Brent'),
        victim('Jan-03', 'Brnet'),
        victim('Jan-03', 'Brent', '13 or so'),
        victim('Jan-03', 'Brent', '0 to 12', 'one'),
        victim('Jan-03', 'Heathrow '),
      ),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'Recorded Date', '"Jam-03" is not a month'],
      [3, 'Borough', 'unknown area "Brnet" (did you mean "Barnet"?)'],
      [4, 'Age Group', expect.stringContaining('unknown label "13 or so"')],
      [5, 'Count of Victims', '"one" is not a whole count'],
    ]);
    expect(read.rows.map((row) => row['borough'])).toEqual(['Heathrow Airport']);
    expect(read.rowsRead).toBe(read.rowsKept + read.rejects.length);
  });

  it('refuses a bare header and a header that lacks a column', async () => {
    await expect(readText(mpsHomicide, HEADER)).rejects.toThrow('no rows');
    await expect(readText(mpsHomicide, `${HEADER.replace(',Borough', '')}\n1`)).rejects.toThrow(
      'the column "Borough" is missing',
    );
  });

  it('is recognised by its header', async () => {
    expect(await recognises(mpsHomicide, file(victim('Jan-03', 'Brent')))).toBe(true);
    expect(await recognises(mpsHomicide, 'Borough,Sex\nBrent,Male')).toBe(false);
  });
});

describe.skipIf(!hasSharedData)(
  `MPS homicide victims, published file${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('gives 2,912 victims, 108 of them in 2022', async () => {
      const name = 'london-datastore-mps-homicide/Homicides_2003_2023.csv';
      expect(await recognisesShared(mpsHomicide, name)).toBe(true);
      const read = await mpsHomicide.read(await sharedFile(name), context);
      expect([read.rowsRead, read.rowsKept, read.duplicates, read.warnings]).toEqual([2912, 2912, 33, []]);
      const year = (wanted: string): typeof read.rows =>
        read.rows.filter((row) => String(row['month']).startsWith(wanted));
      expect(sum(read.rows, 'victims')).toBe(2912);
      expect(['2003', '2019', '2020', '2021', '2022'].map((each) => sum(year(each), 'victims'))).toEqual([
        216, 153, 133, 134, 108,
      ]);
    });
  },
);
