import { expect, it } from 'vitest';
import { runOf } from './cadence.ts';
import { sparkValues } from './spark-values.ts';
import { observationsFrom } from './testing/observations.ts';

it('keeps a missing month as a gap, and begins with the first figure', () => {
  const observations = observationsFrom('2023-01', [null, 5, 6, 7]).toSpliced(2, 1);
  const run = runOf(observations);
  expect(run && sparkValues(run)).toEqual({ from: '2023-02-01', step: 1, values: [5, null, 7] });
});

it('shows three years of months at most, the latest', () => {
  const run = runOf(
    observationsFrom(
      '2010-01',
      Array.from({ length: 50 }, (_, index) => index),
    ),
  );
  const spark = run && sparkValues(run);
  expect(spark?.values).toHaveLength(36);
  expect(spark?.values.at(-1)).toBe(49);
});

it('steps by quarters through a survey that is published each quarter, by years through yearly figures', () => {
  const survey = runOf(observationsFrom('2022-01', [0.5, 0.6, 0.7], { months: 12, step: 3 }));
  expect(survey && sparkValues(survey)).toEqual({ from: '2022-12-01', step: 3, values: [0.5, 0.6, 0.7] });
  const years = runOf(observationsFrom('2020-04', [8, 9], { months: 12 }));
  expect(years && sparkValues(years)).toEqual({ from: '2021-03-01', step: 12, values: [8, 9] });
});
