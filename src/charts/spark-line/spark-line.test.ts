import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate, anyEvery, anyName, anyNumber, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound } from '../testing/well-formed.ts';
import { SPARK_LINE_EXAMPLES } from './examples.ts';
import { sparkLine } from './spark-line.ts';

describe.each(Object.entries(SPARK_LINE_EXAMPLES))('the example %s', (name, example) => {
  it('is drawn as stored', async () => {
    await expect(sparkLine(example).svg).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
  });
});

const base = {
  id: 's',
  illustrative: false,
  subject: 'Robbery',
  unit: 'count',
  every: 'month',
  from: '2023-01',
} as const;

it('reads out the last value, the first, and the verdict', () => {
  expect(sparkLine({ ...base, values: [5, null, 7], variation: 'concern', side: 'up' }).reading).toBe(
    'Robbery: 7 in March 2023; 5 at the beginning of 3 months; special cause (concern).',
  );
});

it('says that made-up data are made up', () => {
  const { svg, reading } = sparkLine({ ...base, values: [5], illustrative: true });
  expect(reading).toBe('Illustrative: Robbery: 5 in January 2023.');
  expect(svg).toContain(reading);
});

it('says when the latest figure is missing, and when all are', () => {
  expect(sparkLine({ ...base, values: [5, null] }).reading).toBe(
    'Robbery: 5 in January 2023; the latest figure is not available.',
  );
  expect(sparkLine({ ...base, values: [] }).reading).toBe('Robbery: not available.');
});

it('leaves gaps open and draws a constant series level', () => {
  const pathOf = (values: readonly (number | null)[]): string =>
    /class="sc-line" d="([^"]*)"/.exec(sparkLine({ ...base, values }).svg)?.[1] ?? '';
  expect(pathOf([1, null, 2, 3]).match(/M/g)).toHaveLength(2);
  expect(pathOf([4, 4, 4])).toBe('M3,14L58,14L113,14');
});

it('is sound whatever it is given', () => {
  const input = fc.record({
    id: anyName,
    subject: anyName,
    unit: anyUnit,
    every: anyEvery,
    from: anyDate,
    illustrative: fc.boolean(),
    values: fc.array(anyValue, { maxLength: 40 }),
    variation: fc.constantFrom('improvement', 'concern', 'high', 'low', 'none', undefined),
    side: fc.constantFrom('up', 'down', undefined),
    limits: fc.option(fc.record({ centre: anyNumber, lower: anyNumber, upper: anyNumber })),
    width: fc.option(anyNumber, { nil: undefined }),
  });
  fc.assert(
    fc.property(input, (spark) => {
      expectSound(sparkLine(spark));
    }),
    { numRuns: 200, seed: 11 },
  );
});
