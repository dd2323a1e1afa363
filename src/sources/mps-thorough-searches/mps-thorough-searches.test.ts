import { describe, expect, it } from 'vitest';
import { context, hasSharedData, readText, recognisesShared, sharedFile } from '../table/testing.ts';
import { mpsThoroughSearches } from './mps-thorough-searches.ts';

const HEADER =
  'stop_date,area,borough,age_group,appropriate_adult_present,sex,ethnic_appearance,stop_reason,positive_outcome_of_stop,outcome_reason,approporiate_adult_present_if_required?,postive_outcome_of_stop,positve_outcome';
const search = (borough: string, sex: string, ...outcomes: readonly string[]): string =>
  `2021-08-14 00:00:00.000000,North East,${borough},Under 18,,${sex},#N/A,B Drugs (s.23 Misuse of Drugs Act),${outcomes[0] ?? ''},B Drugs,${outcomes[3] ?? ''},${outcomes[1] ?? ''},${outcomes[2] ?? ''}`;
const file = (...lines: string[]): string => [HEADER, ...lines].join('\n');

describe('MPS thorough searches, made-up files', () => {
  it('takes the outcome and the adult from whichever heading was used', async () => {
    const read = await readText(
      mpsThoroughSearches,
      file(
        search('City of Westminster', 'M', 'Yes'),
        search('Camden', 'Female', '', 'No', '', 'Y'),
        search('', 'U', '', '', 'Yes'),
      ),
    );
    expect(
      read.rows.map((row) => [
        row['date'],
        row['borough'],
        row['sex'],
        row['positive'],
        row['appropriate_adult'],
      ]),
    ).toEqual([
      ['2021-08-14', 'Westminster', 'Male', true, null],
      ['2021-08-14', 'Camden', 'Female', false, 'Yes'],
      ['2021-08-14', null, 'Unknown', true, null],
    ]);
    expect(read.rows[0]).toMatchObject({
      ethnic_appearance: 'Not recorded',
      reason: 'Drugs (s.23 Misuse of Drugs Act)',
    });
    expect(read.warnings).toEqual(['1 searches name no borough']);
  });

  it('rejects contradictions and unknown words, and counts equal rows that it keeps', async () => {
    const read = await readText(
      mpsThoroughSearches,
      file(
        search('Camden', 'M', 'Yes', 'No'),
        search('Camden', 'M', 'Perhaps'),
        search('Camden', 'X', 'Yes'),
        search('Camden', 'M', 'Yes'),
        search('Camden', 'M', 'Yes'),
      ),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'positive_outcome_of_stop', 'the row says both yes and no'],
      [3, 'positive_outcome_of_stop', '"Perhaps" is neither yes nor no'],
      [4, 'sex', expect.stringContaining('unknown label "X"')],
    ]);
    expect([read.rowsRead, read.rowsKept, read.rows.length, read.duplicates]).toEqual([5, 2, 2, 1]);
  });
});

describe.skipIf(!hasSharedData)(
  `MPS thorough searches, published file${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('reads all 44,110 searches', async () => {
      const name = 'london-datastore-mps-dashboards-parquet/thorough-searches.parquet';
      expect(await recognisesShared(mpsThoroughSearches, name)).toBe(true);
      const read = await mpsThoroughSearches.read(await sharedFile(name), context);
      expect([read.rowsRead, read.rowsKept, read.rejects]).toEqual([44_110, 44_110, []]);
      expect(read.rows.filter((row) => row['age_group'] === 'Under 18')).toHaveLength(2889);
      expect(read.rows.filter((row) => row['positive'] === true)).toHaveLength(7778 + 7348 + 6381);
    });
  },
);
