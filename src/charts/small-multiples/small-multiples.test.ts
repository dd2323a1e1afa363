import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate, anyEvery, anyHead, anyName, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { SMALL_MULTIPLES_EXAMPLES } from './examples.ts';
import { smallMultiples } from './small-multiples.ts';

describe.each(Object.entries(SMALL_MULTIPLES_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const chart = smallMultiples({ ...example, width });
    expectSound(chart);
    expect([...overlappingTexts(chart.svg), ...textsOutside(chart.svg)]).toEqual([]);
    await expect(chart.svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });
});

const base = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Robbery',
  subject: 'Robbery',
  unit: 'count',
  every: 'month',
  scale: 'shared',
} as const;

const point = (date: string, value: number | null) => ({ date, value });

it('puts all areas on the same months and keeps gaps as gaps', () => {
  const { table, reading, svg } = smallMultiples({
    ...base,
    panels: [
      { name: 'A', points: [point('2023-01-01', 5), point('2023-02-01', 6), point('2023-04-01', 9)] },
      { name: 'B', points: [point('2023-03-01', 2)] },
    ],
  });
  expect(table.rows).toEqual([
    ['A', 5, 6, null, 9],
    ['B', null, null, 2, null],
  ]);
  expect(reading).toBe('Robbery was 9 in A in April 2023; for 1 of the 2 areas no figure is held for it.');
  expect(svg.match(/class="sc-line" d="M[^M]*"/g)).toHaveLength(1);
});

it('draws no line across a break, and says what broke', () => {
  const points = ['2023-01-01', '2023-02-01', '2023-03-01', '2023-04-01'].map((date) => point(date, 5));
  const { svg } = smallMultiples({
    ...base,
    panels: [{ name: 'A', points }],
    breaks: [{ date: '2023-03-01', reason: 'counted anew' }],
  });
  expect(/class="sc-line" d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(svg).toContain('Break at 1 March 2023: counted anew');
});

it('gives each area its own scale only when asked, and says so', () => {
  const panels = [
    { name: 'A', points: [point('2023-01-01', 1), point('2023-02-01', 2)] },
    { name: 'B', points: [point('2023-01-01', 100), point('2023-02-01', 200)] },
  ];
  const heights = (scale: 'shared' | 'free'): string[] =>
    [...smallMultiples({ ...base, scale, panels }).svg.matchAll(/class="sc-last"[^>]*cy="([\d.]+)"/g)].map(
      ([, y]) => y ?? '',
    );
  const [low, high] = heights('shared');
  expect(Number(low)).toBeGreaterThan(Number(high) + 40);
  const [one, other] = heights('free');
  expect(one).toBe(other);
  expect(smallMultiples({ ...base, scale: 'free', panels }).svg).toContain('heights cannot');
});

it('answers for no areas, and for areas without a figure', () => {
  expect(smallMultiples({ ...base, panels: [] }).reading).toBe('Robbery: no figure is available.');
  const { svg } = smallMultiples({ ...base, panels: [{ name: 'A', points: [] }] });
  expect(svg).toContain('not available');
});

it('is sound whatever it is given', () => {
  const points = fc.array(fc.record({ date: anyDate, value: anyValue }), { maxLength: 8 });
  const panels = fc.array(fc.record({ name: anyName, points, highlighted: fc.boolean() }), { maxLength: 9 });
  const breaks = fc.array(fc.record({ date: anyDate, reason: anyName }), { maxLength: 2 });
  const rest = fc.record({
    subject: anyName,
    unit: anyUnit,
    every: anyEvery,
    scale: fc.constantFrom('shared', 'free' as const),
    zero: fc.boolean(),
    panels,
    breaks,
  });
  fc.assert(
    fc.property(
      anyHead,
      rest,
      fc.option(fc.record({ name: anyName, points }), { nil: undefined }),
      (head, own, reference) => {
        expectSound(smallMultiples({ ...head, ...own, reference }));
      },
    ),
    { numRuns: 60, seed: 23 },
  );
});
