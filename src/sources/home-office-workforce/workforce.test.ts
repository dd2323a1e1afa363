import { describe, expect, it } from 'vitest';
import { context, hasSharedData, readText, recognisesShared, sharedFile } from '../table/testing.ts';
import { workforceBulletin } from './bulletin.ts';
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

    it('reads the tables of the bulletin of 31 March 2011', async () => {
      const name = `${folder}/hosb1311-tabs.xls`;
      expect(await recognisesShared(workforceBulletin, name)).toBe(true);
      expect(await recognisesShared(workforceTables, name)).toBe(false);
      const { rows, rejects, warnings } = await workforceBulletin.read(await sharedFile(name), context);
      expect(rejects).toEqual([]);
      expect(warnings.join()).toContain('left out: Table 1, Table 2 and 3, Table 9');
      const valueOf = (area: string, measure: string, group: string | null = null): unknown =>
        rows.find(
          (row) => row['area'] === area && row['measure'] === measure && row['group_value'] === group,
        )?.['value'];
      expect(valueOf('Metropolitan Police', 'police-officers')).toBe(32_440.88);
      expect(valueOf('England and Wales', 'police-officers')).toBe(139_109.61);
      expect(valueOf('South Wales', 'police-officers', 'Female, Constable')).toBe(648.74);
      expect(valueOf('South Wales', 'police-officers', 'Male, Black or Black British')).toBe(4);
      expect(valueOf('South Wales', 'police-officer-joiners')).toBe(47);
      expect(valueOf('England and Wales', 'police-staff')).toBe(74_010.13);
      expect(valueOf('England and Wales', 'police-community-support-officers')).toBe(15_819.83);
      expect(valueOf('England and Wales', 'special-constables-headcount')).toBe(18_421);
      expect(rows.find((row) => row['measure'] === 'police-officer-leavers')).toMatchObject({
        period_from: '2010-04-01',
        period_to: '2011-03-31',
      });
      const forces = rows.filter(
        (row) =>
          row['measure'] === 'police-officers' && row['group_type'] === null && row['area_type'] !== 'nation',
      );
      const parts = rows.filter(
        (row) =>
          row['measure'] === 'police-officers' &&
          row['group_type'] === 'sex and rank' &&
          row['area'] === 'South Wales',
      );
      expect(parts.reduce((sum, row) => sum + Number(row['value']), 0)).toBeCloseTo(3099.57, 1);
      expect(forces).toHaveLength(44);
    });
  },
);
