import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from './spoken-date.ts';

describe('finding dates in prose', () => {
  it.each([
    ['31 August 2023', '2023-08-31'],
    ['held on the 1st of Sept 2021 at noon', '2021-09-01'],
    ['13 December 2011at Home Office', '2011-12-13'],
    ['August 31, 2023', '2023-08-31'],
    ['on 2023-08-31.', '2023-08-31'],
    ['on 31/08/2023', '2023-08-31'],
  ])('reads %s', (text, date) => {
    expect(findDates(text).map((found) => found.date)).toEqual([date]);
  });

  it.each(['31 June 2023', '30 February 2024', '45/13/2020'])('says that %s is no day', (text) => {
    expect(findDates(text)).toMatchObject([{ date: null, start: 0 }]);
  });

  it.each(['11 January', 'May 2023', 'paragraph 4.3', '2023-24 Q1'])('finds no whole date in %s', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('reads back every day written the British way', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toLocaleDateString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        expect(findDates(`Agreed on ${text}, late.`)[0]?.date).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});
