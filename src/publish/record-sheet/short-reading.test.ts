import { expect, test } from 'vitest';
import { parseQuestion, type Finding } from '../../evidence/index.ts';
import type { Measure } from '../../measures/index.ts';
import { shortReading } from './short-reading.ts';

const count = { kind: 'count', unit: 'offences', per: 1 } as Measure;
const rate = { kind: 'rate', unit: 'per 1,000 people', per: 1000 } as Measure;
const share = { kind: 'proportion', unit: 'of people asked', per: 1 } as Measure;

const finding = (verdict: string, numbers: Finding['numbers'], from = '2021-04-01', to = '2022-03-31') =>
  ({ verdict, numbers, from, to }) as Finding;
const read = (measure: Measure, question: string, answer: Finding) =>
  shortReading(measure, parseQuestion(question), answer);

test('a comparison says both values, with whom, and when', () => {
  const numbers = { value: 26.886, comparator: 35.217, comparator_kind: 'national' };
  expect(read(rate, 'compare x', finding('below', numbers))).toBe(
    '26.9 per 1,000 against 35.2 in England and Wales, the year to March 2022.',
  );
});

test('a turn says since when and by how much, or that none can be told, and the year-on-year change', () => {
  const numbers = { turn_since: '2021-11', turn_change: -0.12, year_on_year_ratio: 0.9, month: '2022-03' };
  expect(read(count, 'trend x', finding('falling', numbers))).toBe(
    'Turned down in November 2021 (−12%); three months to March 2022 −10% on a year before.',
  );
  const still = { turn_since: null, turn_change: null, year_on_year_ratio: null, month: '2022-03' };
  expect(read(count, 'trend x', finding('no-signal', still))).toBe('No turn that can be told from chance.');
  expect(read(count, 'trend x', finding('too-early', still))).toBe('Too early to tell.');
});

test('what came since is set against the year before, and says where chance explains it', () => {
  const numbers = { mean_since: 2794, ratio: 1.066 };
  expect(read(count, 'trend x --since 2021-04-01', finding('rising', numbers))).toBe(
    '+6.6% against the year before, the year to March 2022.',
  );
  expect(read(count, 'trend x --since 2021-04-01', finding('no-signal', numbers))).toContain(
    ', within chance,',
  );
});

test('a survey says both years and whether its sample can tell', () => {
  const numbers = { value: 0.57, value_before: 0.64 };
  expect(read(share, 'trend x', finding('no-signal', numbers))).toBe(
    '57% in the year to March 2022, 64% a year before: too small a sample to tell.',
  );
});

test('an order names as many areas as were asked about', () => {
  const order = [
    { area: 'Acton', value: 0.5 },
    { area: 'Barnes', value: 0.6 },
    { area: 'Chelsea', value: 0.7 },
  ];
  expect(read(share, 'rank x --lowest "Acton,Chelsea"', finding('others-are', { order }))).toBe(
    'Lowest of 3: Acton (50%) and Barnes (60%), the year to March 2022.',
  );
});

test('without figures nothing is said', () => {
  expect(read(count, 'trend x', finding('no-data', {}))).toBeNull();
});
