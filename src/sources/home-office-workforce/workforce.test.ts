import { describe, expect, it } from 'vitest';
import { context, hasSharedData, readText, recognisesShared, sharedFile } from '../table/testing.ts';
import { officersByYear } from './by-year.ts';
import { workforceOpenData } from './open-data.ts';
import { workforceTables } from './tables.ts';

const HEADER =
  'As at 31 March...,Geo code,Force Name,Region,Sex,Rank description,Worker type,Total (headcount),Total (FTE)';
const row = (sex: string, rank: string, fte: string, type = 'Police Officer'): string =>
  `2022,E23000001,Metropolitan Police,London,${sex},${rank},${type},1,${fte}`;

describe('workforce, made-up files', () => {
  it('gives the whole, and every way of splitting it, under one measure', async () => {
    const read = await readText(
      workforceOpenData,
      [
        HEADER,
        row('Female', 'Sergeant', '1.5'),
        row('Male', 'Sergeant', '2.25'),
        row('Male', 'Constable', '3'),
      ].join('\n'),
    );
    const officers = read.rows.filter((each) => each['measure'] === 'police-officers');
    expect(officers.map((each) => [each['group_type'], each['group_value'], each['value']])).toEqual([
      [null, null, 6.75],
      ['sex', 'Female', 1.5],
      ['rank', 'Sergeant', 3.75],
      ['sex and rank', 'Female, Sergeant', 1.5],
      ['sex', 'Male', 5.25],
      ['sex and rank', 'Male, Sergeant', 2.25],
      ['rank', 'Constable', 3],
      ['sex and rank', 'Male, Constable', 3],
    ]);
    expect(officers[0]).toMatchObject({
      area: 'Metropolitan Police',
      period_from: '2022-03-31',
      period_to: '2022-03-31',
    });
  });

  it('evens out capitals of a kind of worker, and rejects a kind that it does not know', async () => {
    const read = await readText(
      workforceOpenData,
      [
        HEADER,
        row('Male', '-', '1', 'Police staff'),
        row('Male', '-', '2', 'Police Staff'),
        row('Male', '-', '1', 'Robot'),
      ].join('\n'),
    );
    expect(read.rows[0]).toMatchObject({ measure: 'police-staff', value: 3 });
    expect(read.rejects).toEqual([expect.objectContaining({ line: 4, column: 'Worker type' })]);
  });

  it('gives no sum where a part cannot be read', async () => {
    const read = await readText(
      workforceOpenData,
      [HEADER, row('Female', 'Sergeant', '1'), row('Male', 'Sergeant', 'many')].join('\n'),
    );
    expect(read.rows.some((each) => each['measure'] === 'police-officers')).toBe(false);
    expect(read.warnings.join()).toContain('no sum is given');
  });

  it('takes the first of two rows of the West Midlands in a year for the region', async () => {
    const read = await readText(
      officersByYear,
      'Police force,FTE Count,Year\nWest Midlands,10,2015\nWest Midlands,6,2015\nKent,3,2015',
    );
    expect(read.rows.map((each) => each['area'])).toEqual(['West Midlands region', 'West Midlands', 'Kent']);
  });
});

describe.skipIf(!hasSharedData)(
  `workforce, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const folder = 'home-office-police-workforce';
    it('finds 33,983.65 officers of the Metropolitan Police on 31 March 2022', async () => {
      const name = `${folder}/open-data-table-police-workforce-270722.ods`;
      expect(await recognisesShared(workforceOpenData, name)).toBe(true);
      const read = await workforceOpenData.read(await sharedFile(name), context);
      const met = read.rows.find(
        (row) =>
          row['area'] === 'Metropolitan Police' &&
          row['measure'] === 'police-officers' &&
          row['period_to'] === '2022-03-31' &&
          row['group_type'] === null,
      );
      expect(Number(met?.['value'])).toBeCloseTo(33_983.65, 2);
      expect([read.rowsRead, read.rejects.length]).toEqual([25_784, 0]);
    });

    it('reads the half-yearly tables', async () => {
      const name = `${folder}/police-workforce-sep18-tables.ods`;
      expect(await recognisesShared(workforceTables, name)).toBe(true);
      const { rows, rejects } = await workforceTables.read(await sharedFile(name), context);
      const cleveland = rows.filter(
        (row) => row['area'] === 'Cleveland' && row['measure'] === 'police-officers',
      );
      expect(cleveland.map((row) => [row['period_to'], row['value']])).toEqual([
        ['2017-09-30', 1273.53],
        ['2018-03-31', 1257.4],
        ['2018-09-30', 1223.92],
      ]);
      expect(rejects).toEqual([]);
    });
  },
);
