import { describe, expect, it } from 'vitest';
import { readText, recognises } from '../table/testing.ts';
import { nomisApi } from './nomis-api.ts';

const HEADER =
  '"DATE","DATE_NAME","GEOGRAPHY_NAME","GEOGRAPHY_CODE","GENDER_NAME","AGE_NAME","MEASURE_NAME","MEASURES_NAME","OBS_VALUE","OBS_STATUS","RECORD_COUNT"';
const row = (date: string, area: string, measure: string, value: string, rows: number): string =>
  `"${date}","","${area}","E09000007","Total","All categories: Age 16+","${measure}","Value","${value}","A",${rows}`;
const COUNT = 'Claimant count';
const SHARE = 'Claimants as a proportion of economically active residents aged 16+';

describe('an answer of the API of Nomis', () => {
  it('gives the series the names that the workbook has', async () => {
    const text = [
      HEADER,
      row('2024-01', 'Camden', COUNT, '6500', 2),
      row('2024-01', 'Camden', SHARE, '4.1', 2),
    ].join('\n');
    expect(await recognises(nomisApi, text)).toBe(true);
    const { rows, rejects } = await readText(nomisApi, text);
    expect(rejects).toEqual([]);
    expect(rows).toMatchObject([
      {
        name: 'Claimant count, Total, All categories: Age 16+',
        area: 'Camden',
        date: '2024-01-31',
        months: 1,
        value: 6500,
        unit: 'people',
      },
      { name: `${SHARE}, Total, All categories: Age 16+`, value: 4.1, unit: '%' },
    ]);
  });

  it('that was cut short by its limit is refused', async () => {
    const text = [HEADER, row('2024-01', 'Camden', COUNT, '6500', 30_000)].join('\n');
    await expect(readText(nomisApi, text)).rejects.toThrow('holds 1 of 30000 rows');
  });

  it('names areas and measures that it does not know', async () => {
    const text = [
      HEADER,
      row('2024-01', 'Camdem', COUNT, '1', 2),
      row('2024-01', 'Camden', 'Vacancies', '1', 2),
    ].join('\n');
    const { rejects } = await readText(nomisApi, text);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      'unknown area "Camdem" (did you mean "Camden"?)',
      '"Vacancies" counts no claimants',
    ]);
  });
});
