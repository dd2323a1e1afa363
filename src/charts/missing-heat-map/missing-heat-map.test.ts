import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate, anyEvery, anyHead, anyName, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { MISSING_HEAT_MAP_EXAMPLES } from './examples.ts';
import { missingHeatMap } from './missing-heat-map.ts';

describe.each(Object.entries(MISSING_HEAT_MAP_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const { svg } = missingHeatMap({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });
});

const base = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Share missing',
  subject: 'Records',
  every: 'month',
} as const;

it('names the field and period with most missing, and the periods without records', () => {
  const fields = [
    {
      name: 'Age',
      periods: [
        { date: '2023-01', share: 0.2 },
        { date: '2023-03', share: 0.5 },
      ],
    },
    { name: 'Outcome', periods: [{ date: '2023-01', share: 0 }] },
  ];
  const { reading, table } = missingHeatMap({ ...base, fields });
  expect(reading).toBe(
    'Records: the most is missing from Age, 50.0% in March 2023; no records are held for 1 of the 3 periods.',
  );
  expect(table.rows).toEqual([
    ['January 2023', 0.2, 0],
    ['February 2023', null, null],
    ['March 2023', 0.5, null],
  ]);
});

it('tells nothing missing from nothing held', () => {
  expect(
    missingHeatMap({ ...base, fields: [{ name: 'Age', periods: [{ date: '2023-01', share: 0 }] }] }).reading,
  ).toBe('Records: nothing is missing in the field shown.');
  expect(missingHeatMap({ ...base, fields: [] }).reading).toBe('Records: no records are held.');
  expect(
    missingHeatMap({ ...base, fields: [{ name: 'Age', periods: [{ date: '2023-01', share: 1.5 }] }] })
      .reading,
  ).toBe('Records: no records are held.');
});

it('is sound whatever it is given', () => {
  const periods = fc.array(
    fc.record({ date: anyDate, share: fc.oneof(anyValue, fc.double({ min: 0, max: 1, noNaN: true })) }),
    { maxLength: 8 },
  );
  const fields = fc.array(fc.record({ name: anyName, periods }), { maxLength: 6 });
  fc.assert(
    fc.property(anyHead, fc.record({ subject: anyName, every: anyEvery, fields }), (head, rest) => {
      expectSound(missingHeatMap({ ...head, ...rest }));
    }),
    { numRuns: 60, seed: 17 },
  );
});
