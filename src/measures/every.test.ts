import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../foundation/iso-date.ts';
import { periodOfDays, periodsBetween } from './every.ts';

const day = (text: string): IsoDate => text as IsoDate;
const labels = (...args: Parameters<typeof periodsBetween>): string[] =>
  periodsBetween(...args).map(({ label }) => label);

describe('periodsBetween', () => {
  it('cuts months into calendar quarters, showing those under way', () => {
    expect(labels('quarter', day('2023-02-01'), day('2023-07-01'), 4)).toEqual([
      '2023 Q1',
      '2023 Q2',
      '2023 Q3',
    ]);
  });

  it('begins years with the month asked for', () => {
    expect(labels('year', day('2021-04-01'), day('2023-03-01'), 4)).toEqual(['2021/22', '2022/23']);
    expect(labels('year', day('2021-04-01'), day('2022-12-01'), 1)).toEqual(['2021', '2022']);
    expect(labels('year', day('2021-07-01'), day('2022-06-01'), 7)).toEqual(['12 months to 2022-06']);
  });

  it('rolls twelve months on by one, wholly inside', () => {
    const rolling = periodsBetween('rolling-12', day('2022-01-01'), day('2023-02-01'), 4);
    expect(rolling.map(({ to }) => to)).toEqual(['2022-12-31', '2023-01-31', '2023-02-28']);
  });
});

describe('periodOfDays', () => {
  it('names months, quarters and years, and days where they are not whole months', () => {
    expect(periodOfDays(day('2024-02-01'), day('2024-02-29')).label).toBe('2024-02');
    expect(periodOfDays(day('2021-04-01'), day('2022-03-31')).label).toBe('2021/22');
    expect(periodOfDays(day('2021-04-05'), day('2022-04-04')).label).toBe('2021-04-05 to 2022-04-04');
  });

  it('names overlapping windows by their end', () => {
    expect(periodOfDays(day('2022-01-01'), day('2022-12-31'), true).label).toBe('12 months to 2022-12');
  });
});
