import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  endOfMonth,
  firstOfMonth,
  isIsoDate,
  monthsBetween,
  parseIsoDate,
  startOfMonth,
  type IsoDate,
} from './iso-date.ts';

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

describe('dates', () => {
  it('knows real dates from others', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(isIsoDate('2023-02-29')).toBe(false);
    expect(isIsoDate('2023-2-1')).toBe(false);
    expect(parseIsoDate('2023-08')).toBe('2023-08-01');
    expect(parseIsoDate('August 2023')).toBeNull();
  });

  it('clips the day to the end of a shorter month', () => {
    expect(addMonths('2023-01-31' as IsoDate, 1)).toBe('2023-02-28');
    expect(addMonths('2024-01-31' as IsoDate, 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-15' as IsoDate, -15)).toBe('2022-12-15');
    expect(firstOfMonth(2023, 13)).toBe('2024-01-01');
  });

  it('agrees with the calendar of the runtime', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(addDays(date, days)).toBe(
          new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10),
        );
        expect(endOfMonth(date)).toBe(addDays(addMonths(startOfMonth(date), 1), -1));
      }),
    );
  });

  it('counts the months that it adds', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -500, max: 500 }), (date, months) => {
        expect(monthsBetween(date, addMonths(date, months))).toBe(months);
      }),
    );
  });
});
