import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHead, anyName, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { comparisonDots } from './comparison-dots.ts';
import { COMPARISON_DOTS_EXAMPLES } from './examples.ts';

describe.each(Object.entries(COMPARISON_DOTS_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const { svg } = comparisonDots({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });

  it('is sound', () => {
    expectSound(comparisonDots(example));
  });
});

const base = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Robbery per 1,000',
  subject: 'Robbery',
  unit: 'per-1000',
} as const;

describe('the reading', () => {
  const averages = [{ name: 'England and Wales', value: 1.11, kind: 'national' }] as const;

  it('judges the subject by its interval', () => {
    const read = (lower: number, upper: number): string =>
      comparisonDots({
        ...base,
        areas: [{ name: 'Here', value: 1.2, lower, upper, role: 'subject' }],
        averages,
      }).reading;
    expect(read(1.15, 1.25)).toBe(
      'Robbery in Here was 1.20 per 1,000 (interval 1.15 to 1.25): above England and Wales at 1.11.',
    );
    expect(read(1.1, 1.3)).toContain('not told apart from England and Wales at 1.11');
  });

  it('names the areas that are higher and lower', () => {
    const areas = [
      { name: 'Here', value: 2.7, role: 'subject' },
      { name: 'There', value: 2.72, role: 'similar' },
      { name: 'Elsewhere', value: 1, role: 'similar' },
    ] as const;
    expect(comparisonDots({ ...base, areas }).reading).toBe(
      'Robbery in Here was 2.70 per 1,000; There is higher; Elsewhere is lower.',
    );
  });

  it('says when the subject has no figure, and when there is nothing at all', () => {
    expect(comparisonDots({ ...base, areas: [{ name: 'Here', value: null, role: 'subject' }] }).reading).toBe(
      'Robbery: no figure is available for Here.',
    );
    expect(comparisonDots({ ...base, areas: [] }).reading).toBe('Robbery: there is nothing to compare.');
  });
});

it('sorts from the highest down and puts areas without a figure last, hatched', () => {
  const areas = [
    { name: 'None', value: null, role: 'other' },
    { name: 'Low', value: 1, role: 'other' },
    { name: 'High', value: 3, role: 'subject' },
  ] as const;
  const { table, svg } = comparisonDots({
    ...base,
    areas,
    averages: [{ name: 'Mean', value: 2, kind: 'similar', unconfirmed: true }],
  });
  expect(table.rows.map(([name]) => name)).toEqual(['High', 'Mean (unconfirmed)', 'Low', 'None']);
  expect(svg).toContain('class="sc-missing"');
  expect(svg).toContain('Unconfirmed: no source has confirmed');
});

it('is sound whatever it is given', () => {
  const areas = fc.array(
    fc.record({
      name: anyName,
      value: anyValue,
      lower: anyValue,
      upper: anyValue,
      role: fc.constantFrom('subject', 'similar', 'other' as const),
    }),
    { maxLength: 20 },
  );
  const averages = fc.array(
    fc.record({
      name: anyName,
      value: anyValue,
      kind: fc.constantFrom('national', 'similar', 'baseline' as const),
      unconfirmed: fc.boolean(),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      anyHead,
      fc.record({ subject: anyName, unit: anyUnit, areas, averages, zero: fc.boolean() }),
      (head, rest) => {
        expectSound(comparisonDots({ ...head, ...rest }));
      },
    ),
    { numRuns: 100, seed: 5 },
  );
});
