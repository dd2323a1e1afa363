import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, parseIsoDate, type IsoDate } from '../../../foundation/iso-date.ts';
import { STATUSES, type FieldCompleteness, type Status } from '../../../measures/index.ts';
import { latestYear, monthsHeld, overSpan } from './latest-year.ts';

const date = (text: string): IsoDate => {
  const iso = parseIsoDate(text);
  if (iso === null) throw new Error(text);
  return iso;
};

function month(
  from: string,
  counts: Partial<Record<Status, number>>,
  months = 1,
): FieldCompleteness['periods'][number] {
  const all = Object.fromEntries(STATUSES.map((status) => [status, counts[status] ?? 0])) as Record<
    Status,
    number
  >;
  const records = STATUSES.reduce((sum, status) => sum + all[status], 0);
  const first = date(from);
  return { from: first, to: addDays(addMonths(first, months), -1), records, counts: all, notRecorded: null };
}

const field = (periods: FieldCompleteness['periods']): FieldCompleteness => ({
  id: 'ethnicity',
  title: 'Ethnicity',
  measure: 'm',
  periods,
});

describe('the latest year', () => {
  it('is the twelve months to the last month held, and counts how many of them are', () => {
    const fields = [
      field([
        month('2021-01-01', { recorded: 1 }),
        month('2022-03-01', { recorded: 1 }),
        month('2022-12-01', { recorded: 1 }),
      ]),
    ];
    const span = latestYear(fields);
    expect(span).toEqual({ from: '2022-01-01', to: '2022-12-31' });
    expect(span && monthsHeld(fields, span)).toBe(2);
  });

  it('is the last year of a yearly table', () => {
    expect(latestYear([field([month('2019-04-01', { recorded: 1 }, 12)])])).toEqual({
      from: '2019-04-01',
      to: '2020-03-31',
    });
    expect(latestYear([])).toBeNull();
  });
});

it('sums records, not shares of months: a small month weighs little', () => {
  const year = overSpan(
    field([
      month('2022-01-01', { recorded: 98, missing: 2 }),
      month('2022-02-01', { 'not-stated': 100 * 9 }),
    ]),
    {
      from: date('2022-01-01'),
      to: date('2022-12-31'),
    },
  );
  expect(year?.records).toBe(1000);
  expect(year?.notRecorded).toBeCloseTo(0.902, 12);
});

it('gives shares that are one together, and a conflict is no gap', () => {
  const counts = fc.record(
    Object.fromEntries(STATUSES.map((status) => [status, fc.nat(1000)])) as Record<
      Status,
      fc.Arbitrary<number>
    >,
  );
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (months) => {
      const periods = months.map((each, index) => month(addMonths(date('2022-01-01'), index), each));
      const year = overSpan(field(periods), { from: date('2022-01-01'), to: date('2022-12-31') });
      expect(year === null).toBe(periods.every(({ records }) => records === 0));
      if (year === null) return;
      expect(STATUSES.reduce((sum, status) => sum + year.shares[status], 0)).toBeCloseTo(1, 10);
      expect(year.notRecorded).toBeCloseTo(1 - year.shares.recorded - year.shares.conflicting, 10);
    }),
    { numRuns: 60 },
  );
});
