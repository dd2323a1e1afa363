import { describe, expect, it } from 'vitest';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import { onsAreaLookups } from './ons-area-lookups.ts';

const header = '\uFEFFLAD16CD,LAD16NM,CSP16CD,CSP16NM,PFA16CD,PFA16NM,FID';
const forces = 'FID,PFA19CD,PFA19NM';

describe('ONS area lookups, made-up files', () => {
  it('gives each authority its partnership and its force, and each partnership its force once', async () => {
    const read = await readText(
      onsAreaLookups,
      `${header}\nE07000001,East,E22000001,Whole,E23000024,Norfolk,1\nE07000002,West,E22000001,Whole,E23000024,Norfolk,2\nE09000001,City of London,E22000180,City of London,E23000034,"London, City of",3`,
    );
    expect(read.rows.slice(0, 5).map((row) => [row['code'], row['parent_code'], row['parent_type']])).toEqual(
      [
        ['E07000001', 'E22000001', 'community safety partnership'],
        ['E07000001', 'E23000024', 'force'],
        ['E22000001', 'E23000024', 'force'],
        ['E07000002', 'E22000001', 'community safety partnership'],
        ['E07000002', 'E23000024', 'force'],
      ],
    );
    expect(read.rows.at(-2)).toMatchObject({
      year: 2016,
      name: 'City of London',
      parent_name: 'City of London Police',
    });
    expect([read.rowsRead, read.rowsKept]).toEqual([3, 3]);
  });

  it('lets an authority hold several partnerships, but a pair only one force', async () => {
    const read = await readText(
      onsAreaLookups,
      `${header}\nE07000244,East Suffolk,E22000274,Coastal,E23000025,Suffolk,1\nE07000244,East Suffolk,E22000278,Waveney,E23000025,Suffolk,2\nE07000244,East Suffolk,E22000278,Waveney,E23000024,Norfolk,3`,
    );
    expect(read.rows).toHaveLength(5);
    expect(read.rejects).toEqual([
      expect.objectContaining({
        line: 4,
        reason: expect.stringContaining('line 3 gives another value') as string,
      }),
    ]);
  });

  it('reads a list of forces without parents, and rejects codes of nowhere and unknown forces', async () => {
    const read = await readText(
      onsAreaLookups,
      `${forces}\n1,E23000001,Metropolitan Police\n2,L99999999,\n3,E23000099,Ruritania\n4,N99999999,Northern Ireland`,
    );
    expect(read.rows).toEqual([
      {
        year: 2019,
        code: 'E23000001',
        name: 'Metropolitan Police',
        parent_code: null,
        parent_name: null,
        parent_type: null,
      },
      {
        year: 2019,
        code: 'N99999999',
        name: 'Northern Ireland',
        parent_code: null,
        parent_name: null,
        parent_type: null,
      },
    ]);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'the code L99999999 stands for no area'],
      [4, 'unknown area "Ruritania"'],
    ]);
  });

  it('is recognised by its columns, and refuses a bare header or two years at once', async () => {
    expect(await recognises(onsAreaLookups, `${forces}\n1,E23000001,Metropolitan Police`)).toBe(true);
    expect(await recognises(onsAreaLookups, 'LAD19CD,LAD19NM\nE1,x')).toBe(false);
    await expect(readText(onsAreaLookups, header)).rejects.toThrow('no rows');
    await expect(
      readText(onsAreaLookups, 'FID,PFA19CD,PFA16NM\n1,E23000001,Metropolitan Police'),
    ).rejects.toThrow('of one year');
  });
});

describe.skipIf(!hasSharedData)(
  `ONS area lookups, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it.each([
      ['194.csv', 342, 342, 2019],
      [
        'Local_Authority_District_to_Community_Safety_Partnerships_to_Police_Force_Areas__December_2016__Lookup_in_England_and_Wales.csv',
        348,
        348,
        2016,
      ],
      ['244.csv', 47, 45, 2019],
    ])('reads %s', async (name, rows, kept, year) => {
      expect(await recognisesShared(onsAreaLookups, `ons-lookups/${name}`)).toBe(true);
      const read = await onsAreaLookups.read(await sharedFile(`ons-lookups/${name}`), context);
      expect([read.rowsRead, read.rowsKept, read.rejects.length]).toEqual([rows, kept, rows - kept]);
      expect(new Set(read.rows.map((row) => row['year']))).toEqual(new Set([year]));
      const met = read.rows.filter(
        (row) => row['parent_name'] === 'Metropolitan Police' && String(row['code']).startsWith('E09'),
      );
      expect(met).toHaveLength(name === '244.csv' ? 0 : 32);
    });
  },
);
