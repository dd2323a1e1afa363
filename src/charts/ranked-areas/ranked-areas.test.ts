import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLUE, ORANGE } from '../drawing/palette.ts';
import { anyHead, anyName, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { RANKED_AREAS_EXAMPLES } from './examples.ts';
import { rankedAreas } from './ranked-areas.ts';

describe.each(Object.entries(RANKED_AREAS_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const { svg } = rankedAreas({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });

  it('is sound', () => {
    expectSound(rankedAreas(example));
  });
});

const base = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Robbery',
  subject: 'Robbery',
  unit: 'count',
} as const;

it('ranks from the highest down; equal values share a rank and missing ones have none', () => {
  const areas = [
    { name: 'D', value: null },
    { name: 'A', value: 5 },
    { name: 'C', value: 1 },
    { name: 'B', value: 5 },
  ];
  const { table } = rankedAreas({ ...base, areas });
  expect(table.rows).toEqual([
    [1, 'A', 5],
    [1, 'B', 5],
    [3, 'C', 1],
    [null, 'D', null],
  ]);
});

it('reads out the ends, and how many areas stand clear of the average', () => {
  const areas = [
    { name: 'A', value: 10, lower: 8, upper: 12 },
    { name: 'B', value: 7, lower: 5, upper: 9 },
    { name: 'C', value: 2, lower: 1, upper: 3 },
    { name: 'D', value: null },
  ];
  expect(rankedAreas({ ...base, areas, averages: [{ name: 'London', value: 6 }] }).reading).toBe(
    'Robbery was highest in A (10) and lowest in C (2); of 3 areas 1 is above and 1 below the figure for London (6) beyond what chance explains; no figure is available for 1 of the 4 areas.',
  );
});

it('does not speak of chance where no interval is given', () => {
  const areas = [
    { name: 'A', value: 10 },
    { name: 'B', value: 7 },
  ];
  expect(rankedAreas({ ...base, areas, averages: [{ name: 'London', value: 8 }] }).reading).not.toContain(
    'chance',
  );
});

it('marks areas told from the average by the side they stand on, and reads those out', () => {
  const areas = [
    { name: 'A', value: 10, lower: 8, upper: 12, told: 'up' as const },
    { name: 'B', value: 7, lower: 6.5, upper: 7.5 },
    { name: 'C', value: 2, lower: 1, upper: 3, told: 'down' as const },
  ];
  const averages = [{ name: 'London', value: 6 }];
  const { svg, reading, table } = rankedAreas({ ...base, areas, averages, better: 'lower' });
  expect(reading).toContain(
    'of 3 areas 1 is above and 1 below the figure for London (6) beyond what chance explains, the number of comparisons allowed for',
  );
  expect(table.rows.map((row) => row.at(-1))).toEqual(['above', null, 'below']);
  const marks = [...svg.matchAll(/<path class="sc-dot sc-normal" data-row="(\d)" fill="(#[0-9a-f]+)"/g)];
  expect(marks.map(([, row, fill]) => [row, fill])).toEqual([
    ['0', ORANGE],
    ['2', BLUE],
  ]);
  expect(svg).toContain('above London');
});

it('answers for one area, for equal areas and for none', () => {
  expect(rankedAreas({ ...base, areas: [{ name: 'A', value: 4 }] }).reading).toBe(
    'Robbery was 4 in A, the only area with a figure.',
  );
  expect(
    rankedAreas({
      ...base,
      areas: [
        { name: 'A', value: 4 },
        { name: 'B', value: 4 },
      ],
    }).reading,
  ).toBe('Robbery was 4 in all 2 areas.');
  expect(rankedAreas({ ...base, areas: [] }).reading).toBe('Robbery: no figure is available for any area.');
});

it('keeps 200 areas with long names apart on a phone', () => {
  const areas = Array.from({ length: 200 }, (_, index) => ({
    name: `Area number ${index} with a long administrative name`,
    value: (index * 37) % 101,
  }));
  const { svg } = rankedAreas({ ...base, areas, width: 340 });
  expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
  expect(svg.match(/class="sc-dot/g)).toHaveLength(200);
});

it('is sound whatever it is given', () => {
  const areas = fc.array(
    fc.record({
      name: anyName,
      value: anyValue,
      lower: anyValue,
      upper: anyValue,
      rankLower: anyValue,
      rankUpper: anyValue,
      told: fc.constantFrom(null, 'up', 'down' as const),
      highlighted: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const averages = fc.array(fc.record({ name: anyName, value: anyValue }), { maxLength: 3 });
  fc.assert(
    fc.property(
      anyHead,
      fc.record({ subject: anyName, unit: anyUnit, areas, averages, zero: fc.boolean() }),
      (head, rest) => {
        expectSound(rankedAreas({ ...head, ...rest }));
      },
    ),
    { numRuns: 100, seed: 7 },
  );
});
