import { expect, it } from 'vitest';
import { parseIsoDate } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { dateName, periodName, shortPeriodName } from './period.ts';

const date = (text: string): IsoDate => {
  const iso = parseIsoDate(text);
  if (iso === null) throw new Error(text);
  return iso;
};

it.each([
  ['2023-07', 'month', 'July 2023', 'Jul 2023'],
  ['2023-04', 'quarter', 'April to June 2023', 'Apr–Jun 2023'],
  ['2023-12', 'quarter', 'December 2023 to February 2024', 'Dec 2023 to Feb 2024'],
  ['2023-01', 'year', '2023', '2023'],
  ['2021-04', 'year', 'year to March 2022', 'year to Mar 2022'],
  ['2023-07', 'rolling-12', 'year to July 2023', 'year to Jul 2023'],
  ['2023-10', 'rolling-12-quarterly', 'year to December 2023', 'year to Dec 2023'],
] as const)('%s as a %s is %s', (text, every, long, short) => {
  expect(periodName(date(text), every)).toBe(long);
  expect(shortPeriodName(date(text), every)).toBe(short);
});

it('writes a day in full', () => {
  expect(dateName(date('2023-08-31'))).toBe('31 August 2023');
});
