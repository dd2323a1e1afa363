import { describe, expect, it } from 'vitest';
import { queryText, readQuery } from '../raw/testing.ts';
import { hasSharedData, recognises, recognisesShared, sharedFile } from '../table/testing.ts';
import { mpsBoroughCrime } from '../mps-borough-crime/mps-borough-crime.ts';
import type { QuerySource } from '../source.ts';
import { mpsAreaCrime } from './mps-area-crime.ts';

const [ward, lsoa] = mpsAreaCrime as readonly [QuerySource, QuerySource];
const file = (...lines: string[]): string =>
  ['MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401,202402', ...lines].join('\n');
const HIGHGATE = 'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Highgate,E05013700,Camden';

describe('MPS ward and LSOA crime, made-up files', () => {
  it('gives a row for each month, named by code and name, under the area type ward', async () => {
    const { rows, staged } = await queryText(ward, file(`${HIGHGATE},0,3`));
    expect(rows).toEqual([
      expect.objectContaining({ month: '2024-01-01', count: 0 }),
      {
        source: 'mps-ward-crime',
        force: 'metropolitan',
        area: 'E05013700 Highgate',
        area_type: 'ward',
        month: '2024-02-01',
        offence_group: 'Robbery',
        offence: 'Robbery of personal property',
        measure: 'offences',
        count: 3,
      },
    ]);
    expect([staged.rowsRead, staged.rowsKept, staged.from, staged.to]).toEqual([
      1,
      1,
      '2024-01-01',
      '2024-02-29',
    ]);
  });

  it('rejects bad records by line, column and name, and keeps the good ones', async () => {
    const { rows, staged } = await queryText(
      ward,
      file(
        `${HIGHGATE},1,2`,
        'ROBERY,ROBBERY OF PERSONAL PROPERTY,Holborn,E05013701,Camden,1,2',
        'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Nowhere,EC1,Camden,1,2',
        'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Holborn,E05013701,Camden,1,two',
        'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Holborn,E05013701,Camden,1',
      ),
    );
    expect(staged.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'MajorText', 'unknown label "ROBERY" (did you mean "Robbery"?)'],
      [4, 'WardCode', 'not the code of a ward'],
      [5, '202402', 'not a whole count'],
      [6, null, '6 cells where the header has 7'],
    ]);
    expect([staged.rowsRead, staged.rowsKept, staged.rowsRejected, rows.length]).toEqual([5, 1, 4, 2]);
  });

  it('counts an exact repeat once and refuses a second value; keeps the airport police apart from the borough', async () => {
    const { rows, staged } = await queryText(
      ward,
      file(
        `${HIGHGATE},1,2`,
        `${HIGHGATE},1,2`,
        `${HIGHGATE},1,9`,
        `${HIGHGATE.replace('Camden', 'Aviation Security (SO18)')},4,5`,
      ),
      'SELECT sum(count) AS s, count(*) AS n FROM staged',
    );
    expect(rows).toEqual([{ s: 12, n: 4 }]);
    expect([staged.duplicates, staged.rowsRejected]).toEqual([1, 1]);
    expect(staged.rejects[0]).toMatchObject({
      line: 4,
      reason: 'line 2 gives another value for the same key',
    });
  });

  it('leaves out cells without a figure, and never takes them for zero', async () => {
    const { rows } = await queryText(ward, file(`${HIGHGATE},,2`));
    expect(rows.map((row) => row['month'])).toEqual(['2024-02-01']);
  });

  it('refuses a file without months, or with nothing that can be read', async () => {
    await expect(queryText(ward, file().replace(',202401,202402', ''))).rejects.toThrow(
      'no column is a month',
    );
    await expect(queryText(ward, file(`${HIGHGATE},x,y`))).rejects.toThrow(
      /line 2.*none of its rows can be read/,
    );
  });

  it('is not taken for the borough table', async () => {
    expect(await recognises(mpsBoroughCrime, file())).toBe(false);
    expect(await queryText(ward, file(`${HIGHGATE},1,2`))).toBeDefined();
  });
});

describe.skipIf(!hasSharedData)(
  `MPS ward and LSOA crime, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('reads the ward table as CSV', async () => {
      const name = 'london-datastore-mps-ward-crime-24-months/MPSCrime.csv.gz';
      expect(await recognisesShared(ward, name)).toBe(true);
      const { staged } = await readQuery(ward, await sharedFile(name), 'SELECT 1 AS one');
      expect([staged.rowsRead, staged.rowsRejected, staged.duplicates, staged.rows]).toEqual([
        18_693,
        0,
        0,
        18_693 * 24,
      ]);
    });

    it('reads the LSOA table as Parquet; its sum is near that of the boroughs', async () => {
      const name = 'london-datastore-mps-dashboards-parquet/recorded-crime-lsoa.parquet';
      expect([await recognisesShared(lsoa, name), await recognisesShared(ward, name)]).toEqual([true, false]);
      const { staged, rows } = await readQuery(
        lsoa,
        await sharedFile(name),
        'SELECT sum(count) AS s, count(DISTINCT area) AS areas FROM staged',
      );
      expect(staged.rowsRead).toBe(105_620);
      expect(rows).toEqual([{ s: 1_730_432, areas: 4988 }]);
    });
  },
);
