import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScrutineerError } from '../foundation/errors.ts';
import { analyse, listMethods } from './index.ts';

/** Columns and options with which each method can run at all. */
const SETUPS: Record<string, { columns: readonly string[]; options: Record<string, string | number> }[]> = {
  spc: [
    { columns: ['date', 'value'], options: {} },
    { columns: ['date', 'value'], options: { adjust: 'auto' } },
    { columns: ['date', 'value', 'denominator'], options: { chart: 'p-prime' } },
    { columns: ['date', 'value'], options: { chart: 'g', rules: 'western-electric' } },
    { columns: ['date', 'value'], options: { chart: 'run' } },
  ],
  turning: [{ columns: ['date', 'value'], options: {} }],
  interval: [
    { columns: ['events', 'trials'], options: {} },
    { columns: ['events', 'trials'], options: { kind: 'exact' } },
    { columns: ['events', 'exposure'], options: {} },
    { columns: ['events', 'exposure'], options: { kind: 'exact-poisson' } },
  ],
  'rate-ratio': [
    { columns: ['group', 'events', 'population'], options: {} },
    { columns: ['group', 'events', 'population'], options: { kind: 'mid-p' } },
    { columns: ['group', 'events', 'population', 'stratum'], options: {} },
  ],
  bounds: [{ columns: ['group', 'events', 'population'], options: {} }],
  'share-bounds': [{ columns: ['category', 'count'], options: { survey: 0.2 } }],
  funnel: [
    { columns: ['unit', 'observed', 'expected'], options: { overdispersion: 'additive' } },
    { columns: ['unit', 'numerator', 'denominator'], options: {} },
    {
      columns: ['unit', 'numerator', 'denominator'],
      options: { data: 'rate', overdispersion: 'multiplicative' },
    },
  ],
  survey: [{ columns: ['weight', 'stratum', 'x'], options: { mean: 'x' } }],
  'chi-square': [{ columns: ['weight', 'x', 'group'], options: { rows: 'x', columns: 'group' } }],
  breaks: [{ columns: ['date', 'value'], options: {} }],
  regress: [{ columns: ['y', 'a', 'b'], options: { x: 'a,b', 'newey-west': 2 } }],
  granger: [{ columns: ['a', 'b'], options: { order: 1 } }],
  segmented: [
    { columns: ['date', 'value'], options: { at: '2001-01-01' } },
    { columns: ['date', 'value'], options: { at: '2001-01-01', family: 'quasi-poisson' } },
  ],
  did: [
    { columns: ['unit', 'time', 'value', 'first_treated'], options: {} },
    { columns: ['unit', 'time', 'value', 'first_treated'], options: { estimator: 'twfe' } },
  ],
  synthetic: [{ columns: ['unit', 'time', 'value'], options: { treated: 'A', from: 3 } }],
  wdd: [{ columns: ['area_role', 'before', 'after'], options: {} }],
  forecast: [
    { columns: ['date', 'value'], options: { horizon: 3, model: 'theta' } },
    { columns: ['date', 'value'], options: { horizon: 3, model: 'arima', order: '1,1,1', season: 4 } },
  ],
  'hot-spots': [
    { columns: ['x', 'y'], options: { cell: 50 } },
    { columns: ['x', 'y'], options: { cell: 50, statistic: 'moran' } },
  ],
  'outcome-test': [{ columns: ['group', 'searches', 'hits', 'area'], options: {} }],
  threshold: [
    { columns: ['group', 'area', 'stops', 'searches', 'hits'], options: {} },
    { columns: ['group', 'area', 'searches', 'hits'], options: { seed: 3 } },
  ],
  'regression-to-mean': [
    { columns: ['before', 'picked'], options: {} },
    { columns: ['before', 'after', 'picked'], options: {} },
  ],
  link: [{ columns: ['a', 'b', 'unit', 'group'], options: { keys: 'a,b,unit', share: 'unit=A' } }],
  'veil-of-darkness': [
    { columns: ['at', 'group', 'dark'], options: {} },
    { columns: ['at', 'group', 'area'], options: { latitude: 51.5, longitude: -0.1 } },
  ],
};

const TEXTS: Record<string, readonly string[]> = {
  group: ['A', 'B', 'C', ''],
  category: ['yes', 'no', ''],
  unit: ['A', 'B', 'C', 'D'],
  stratum: ['s', 't'],
  area: ['p', 'q'],
  dark: ['night', 'day', ''],
  picked: ['yes', 'no'],
  area_role: ['treated', 'control', 'displacement', 'displacement-control'],
};

const number = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: 0, max: 40 }).map(String) },
  fc.constantFrom('0', '1', '-1', '', 'NA', '1e12', '1e-12', '0.5', '99999999999', 'x', 'Infinity', '1,234'),
);

function cell(column: string, row: number): fc.Arbitrary<string> {
  if (column === 'date')
    return fc.constant(`${2000 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}-01`);
  if (column === 'at')
    return fc.constantFrom('2023-03-01 17:40', '2023-06-01T19:00:00Z', '2023-04-10 18:15', '18:10', 'late');
  if (column === 'time') return fc.constant(String(1 + (row % 5)));
  const texts = TEXTS[column];
  return texts === undefined ? number : fc.constantFrom(...texts);
}

function tables(columns: readonly string[]): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: 40 })
    .chain((rows) =>
      fc.tuple(
        ...Array.from({ length: rows }, (_, row) => fc.tuple(...columns.map((column) => cell(column, row)))),
      ),
    )
    .map((rows) =>
      [
        columns.join(','),
        ...rows.map((row) => row.map((text) => (text.includes(',') ? `"${text}"` : text)).join(',')),
      ].join('\n'),
    );
}

describe('whatever table comes, the answer is JSON with finite numbers or an error with a name and advice', () => {
  it('knows a table for every method', () => {
    expect(Object.keys(SETUPS).sort()).toEqual(
      listMethods()
        .map(({ method }) => method)
        .sort(),
    );
  });

  it.each(
    Object.entries(SETUPS).flatMap(([method, setups]) => setups.map((setup) => [method, setup] as const)),
  )('%s %o', (method, { columns, options }) => {
    fc.assert(
      fc.property(tables(columns), (csv) => {
        try {
          const text = JSON.stringify(analyse(method, csv, options, { with: csv }).results);
          expect(text).not.toMatch(/NaN|Infinity|undefined/);
        } catch (error) {
          if (!isScrutineerError(error)) throw error;
          expect(error.message.length).toBeGreaterThan(5);
          expect(error.advice.length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 60 },
    );
  });
});
