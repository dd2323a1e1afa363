import { expect, test } from 'vitest';
import type { Measure } from '../../../measures/index.ts';
import { numberRows } from './number-rows.ts';

const count = { kind: 'count', unit: 'offences', per: 1 } as Measure;
const share = { kind: 'proportion', unit: 'of people asked', per: 1 } as Measure;

test('numbers are named and printed in their units; lists and what has no name are left to the JSON', () => {
  const rows = numberRows(count, {
    value: 2584,
    month: '2023-08',
    turn_change: -0.123,
    share_of_unchanged_series_that_show_as_much: 0.5003,
    year_on_year_ratio: 1.13726,
    forces_compared: 43,
    members: [{ area: 'A' }],
    something_new: 3,
  });
  expect(rows).toEqual([
    { name: 'Latest value', value: '2,584' },
    { name: 'Latest month', value: 'August 2023' },
    { name: 'Size of the turn', value: '−12%' },
    { name: 'Share of unchanged series that would show as much', value: '50.0%' },
    { name: 'Ratio of the two', value: '1.137' },
    { name: 'Forces compared', value: '43' },
  ]);
});

test('the interval of a survey’s change is in points, a tiny p is not nought, and what is missing says so', () => {
  const rows = numberRows(share, { change: -0.12, lower: -0.2, upper: null, p: 0.00001, value: 0.58 });
  expect(rows.map(({ value }) => value)).toEqual([
    '−12 percentage points',
    '−20 percentage points',
    'not available',
    'under 0.0001',
    '58%',
  ]);
});
