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
import { mpsBoroughCrime } from './mps-borough-crime.ts';

const older = (rows: string): string => `MajorText,MinorText,LookUp_BoroughName,202309,202310\n${rows}`;
const newer = (rows: string): string => `MajorText,MinorText,BoroughName,202309,202310\n${rows}`;

describe('MPS borough crime, made-up files', () => {
  it('reads both generations of labels into one set of names', async () => {
    const a = await readText(
      mpsBoroughCrime,
      older('Historical Fraud and Forgery,Historical Fraud and Forgery,Camden,1,2'),
    );
    const b = await readText(mpsBoroughCrime, newer('FRAUD AND FORGERY,FRAUD AND FORGERY,Camden,1,2'));
    expect(a.rows).toEqual(b.rows);
    expect(a.rows[1]).toEqual({
      force: 'metropolitan',
      area: 'Camden',
      area_type: 'borough',
      month: '2023-10-01',
      offence_group: 'Fraud and forgery',
      offence: 'Fraud and forgery',
      measure: 'offences',
      count: 2,
    });
  });

  it('does not give violence without injury one name where it holds stalking and where it does not', async () => {
    const wide = await readText(
      mpsBoroughCrime,
      older('Violence Against the Person,Violence without Injury,Camden,9,9'),
    );
    const narrow = await readText(
      mpsBoroughCrime,
      newer(
        'VIOLENCE AGAINST THE PERSON,VIOLENCE WITHOUT INJURY,Camden,5,5\nVIOLENCE AGAINST THE PERSON,STALKING AND HARASSMENT,Camden,4,4',
      ),
    );
    expect(wide.rows[0]?.['offence']).toBe('Violence without injury, with stalking and harassment');
    expect(narrow.rows[0]?.['offence']).toBe('Violence without injury');
  });

  it('rejects bad rows by line, column and name, keeps the good ones, and adds up', async () => {
    const read = await readText(
      mpsBoroughCrime,
      older(
        [
          'Robbery,Robbery of Personal Property,Camden,1,2',
          'Robbery,Robbery of Personal Property,Camdem,1,2',
          'Robery,Robbery of Personal Property,Barnet,1,2',
          'Robbery,Robbery of Personal Property,Brent,1,two',
          'Robbery,Robbery of Personal Property,Unknown,"1,234",3',
        ].join('\n'),
      ),
    );
    expect(read.rejects).toEqual([
      {
        line: 3,
        column: 'LookUp_BoroughName',
        reason: 'unknown area "Camdem" (did you mean "Camden"?)',
        text: 'Robbery,Robbery of Personal Property,Camdem,1,2',
      },
      {
        line: 4,
        column: 'MajorText',
        reason: 'unknown label "Robery" (did you mean "Robbery"?)',
        text: 'Robery,Robbery of Personal Property,Barnet,1,2',
      },
      {
        line: 5,
        column: '202310',
        reason: '"two" is not a whole count',
        text: 'Robbery,Robbery of Personal Property,Brent,1,two',
      },
    ]);
    expect([read.rowsRead, read.rowsKept, read.rows.length]).toEqual([5, 2, 4]);
    expect(sum(read.rows, 'count', { area_type: 'unplaced' })).toBe(1237);
  });

  it('counts an exact repeat and keeps it once; refuses a second value for the same figure', async () => {
    const read = await readText(
      mpsBoroughCrime,
      older(
        'Robbery,Robbery of Personal Property,Camden,1,2\nRobbery,Robbery of Personal Property,Camden,1,2\nRobbery,Robbery of Personal Property,Camden,1,3',
      ),
    );
    expect([read.duplicates, read.rowsRead, read.rowsKept, read.rows.length]).toEqual([1, 3, 2, 2]);
    expect(read.rejects[0]?.reason).toContain('line 2 gives another value');
  });

  it('says which months and cells are missing and which columns it does not know', async () => {
    const read = await readText(
      mpsBoroughCrime,
      'MajorText,MinorText,BoroughName,Colour,202307,202310\nTHEFT,SHOPLIFTING,Camden,red,-,4',
    );
    expect(read.warnings).toEqual([
      'columns that are not part of the layout were left out: Colour',
      'months that the file passes over: 2023-08, 2023-09',
      '1 cells without a figure were left out',
    ]);
    expect(read.rows).toHaveLength(1);
  });

  it('refuses a file without rows, without months or without a needed column', async () => {
    await expect(readText(mpsBoroughCrime, older(''))).rejects.toThrow(/line 1: no rows/);
    await expect(readText(mpsBoroughCrime, '')).rejects.toThrow(/no rows/);
    await expect(readText(mpsBoroughCrime, 'MajorText,MinorText,BoroughName\na,b,c')).rejects.toThrow(
      /no column is a month/,
    );
    await expect(readText(mpsBoroughCrime, 'MajorText,BoroughName,202301\na,b,1')).rejects.toThrow(
      /column "MinorText" is missing/,
    );
  });

  it('is not taken for the ward tables', async () => {
    expect(await recognises(mpsBoroughCrime, newer('A,B,C,1,2'))).toBe(true);
    expect(
      await recognises(
        mpsBoroughCrime,
        'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202311\na,b,c,d,e,1',
      ),
    ).toBe(false);
  });
});

describe.skipIf(!hasSharedData)(
  `MPS borough crime, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    const folder = 'london-datastore-mps-recorded-crime-to-';
    const read = async (name: string): ReturnType<typeof mpsBoroughCrime.read> =>
      mpsBoroughCrime.read(await sharedFile(`${folder}${name}`), context);

    it('reads the release up to October 2023', async () => {
      const [past, recent] = await Promise.all([
        read('2023-10/borough-historical.csv'),
        read('2023-10/borough-recent.csv'),
      ]);
      expect([past.rowsRead, past.rowsKept, recent.rowsRead, recent.rowsKept]).toEqual([
        1728, 1728, 1582, 1582,
      ]);
      expect(sum(past.rows, 'count', { month: '2010-04-01' })).toBe(68_536);
      expect(sum(recent.rows, 'count', { month: '2023-10-01' })).toBe(82_432);
      expect([past.warnings, recent.warnings, past.duplicates]).toEqual([[], [], 0]);
    });

    it('reads the release up to March 2026', async () => {
      const [past, recent] = await Promise.all([
        read('2026-03/mps_borough_historical.csv'),
        read('2026-03/mps_borough_recent.csv'),
      ]);
      expect([past.rowsRead, past.rowsKept, recent.rowsRead, recent.rowsKept]).toEqual([
        1092, 1092, 1026, 1026,
      ]);
      expect(sum(past.rows, 'count', { month: '2010-04-01' })).toBe(68_011);
      expect(sum(past.rows, 'count', { month: '2023-10-01' })).toBe(82_527);
      expect(sum(recent.rows, 'count', { month: '2026-03-01' })).toBe(73_304);
      expect(new Set([...past.rows, ...recent.rows].map((row) => row['area'])).size).toBe(34);
    });

    it('recognises both releases, and the same table as Parquet', async () => {
      for (const name of ['2023-10/borough-recent.csv', '2026-03/mps_borough_historical.csv']) {
        expect(await recognisesShared(mpsBoroughCrime, `${folder}${name}`)).toBe(true);
      }
      const parquet = 'london-datastore-mps-dashboards-parquet/recorded-crime-borough.parquet';
      expect(await recognisesShared(mpsBoroughCrime, parquet)).toBe(true);
      const rows = (await mpsBoroughCrime.read(await sharedFile(parquet), context)).rows;
      expect(sum(rows, 'count', { month: '2025-03-01' })).toBeGreaterThan(70_000);
      expect(
        await recognisesShared(
          mpsBoroughCrime,
          'london-datastore-mps-dashboards-parquet/recorded-crime-ward.parquet',
        ),
      ).toBe(false);
    });
  },
);
