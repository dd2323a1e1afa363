import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHead, anyName, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { boroughMap } from './borough-map.ts';
import { BOROUGH_MAP_EXAMPLES } from './examples.ts';
import type { MapOutline, Place } from './input.ts';
import { pathText, simplified } from './simplify.ts';
import type { Point } from './project.ts';

const box = (west: number, south: number, east: number, north: number): Place[] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];
const outline = (name: string, ...rings: Place[][]): MapOutline => ({ name, rings });
const base = {
  id: 'a',
  illustrative: false,
  title: 'A finding',
  subtitle: 'Robbery',
  subject: 'Robbery',
  unit: 'count',
} as const;
const two = [outline('Camden', box(0, 51, 1, 52)), outline('Brent', box(1, 51, 2, 52))];

describe.each(Object.entries(BOROUGH_MAP_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const { svg } = boroughMap({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });

  it('is sound', () => {
    expectSound(boroughMap(example));
  });
});

it('hatches what has no figure, dots what cannot be told from the reference, and says both', () => {
  const { svg, table, reading } = boroughMap({
    ...base,
    reference: { name: 'London', value: 10 },
    outlines: [...two, outline('Barnet', box(0, 52, 2, 53))],
    areas: [
      { name: 'Camden', value: 30, lower: 20, upper: 40 },
      { name: 'Brent', value: 12, lower: 8, upper: 16 },
    ],
  });
  expect(svg.match(/class="sc-area"/g)).toHaveLength(2);
  expect(svg.match(/class="sc-missing" d=/g)).toHaveLength(1);
  expect(svg.match(/class="sc-unsure"/g)).toHaveLength(1);
  expect(reading).toBe(
    'Robbery was highest in Camden (30) and lowest in Brent (12); 1 of 2 stand above London (10), 0 below, and 1 cannot be told from it; no figure is available for 1 of the 3.',
  );
  expect(table.rows).toEqual([
    ['Barnet', null, null, null, 'no interval'],
    ['Brent', 12, 8, 16, 'not told'],
    ['Camden', 30, 20, 40, 'above'],
  ]);
});

it('names in a note what has a figure and no outline, and draws tiles when most have none', () => {
  const areas = [
    { name: 'Camden', value: 3 },
    { name: 'Brent', value: 4 },
    { name: 'Aviation Security', value: 9 },
  ];
  expect(boroughMap({ ...base, outlines: two, areas }).svg).toContain(
    'Not on the map, but in the table: Aviation Security.',
  );
  expect(boroughMap({ ...base, outlines: two.slice(0, 1), areas }).svg).toContain('sc-borough-tiles');
  expect(boroughMap({ ...base, areas }).table.rows).toHaveLength(34);
});

it('shares about as many areas among its classes when they are quantiles', () => {
  const areas = Array.from({ length: 10 }, (_, at) => ({ name: `Area ${at}`, value: 2 ** at }));
  const outlines = areas.map(({ name }, at) => outline(name, box(at, 51, at + 1, 52)));
  const { svg } = boroughMap({ ...base, areas, outlines, classes: 'quantile' });
  const fills = [...svg.matchAll(/class="sc-area" d="[^"]*" fill="([^"]*)"/g)].map(([, fill]) => fill);
  expect([...Map.groupBy(fills, (fill) => fill).values()].map((own) => own.length)).toEqual([2, 2, 2, 2, 2]);
});

describe('simplified borders', () => {
  const wavy = Array.from({ length: 201 }, (_, at): Point => [100 + Math.sin(at / 9) * 6, at]);
  const left = { name: 'left', rings: [[[0, 0], ...wavy, [0, 200], [0, 0]] as Point[]] };
  const right = { name: 'right', rings: [[[300, 0], [300, 200], ...wavy.toReversed(), [300, 0]] as Point[]] };

  it('have fewer corners, and stay the same for both areas that share them', () => {
    const [a, b] = simplified([left, right]);
    const inner = (ring: readonly Point[] = []): string[] =>
      ring.filter(([x]) => x > 0 && x < 300).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
    const shared = inner(a?.rings[0]);
    expect(new Set(inner(b?.rings[0]))).toEqual(new Set(shared));
    expect(shared.length).toBeGreaterThan(10);
    expect(shared.length).toBeLessThan(60);
  });

  it('keep islands, and drop rings too small to be seen', () => {
    const island: Point[] = [
      [10, 10],
      [20, 10],
      [20, 20],
      [10, 20],
      [10, 10],
    ];
    const speck = island.map(([x, y]): Point => [x / 1000, y / 1000]);
    const [kept] = simplified([{ name: 'island', rings: [island, speck] }]);
    expect(kept?.rings).toHaveLength(1);
    expect(pathText(kept?.rings ?? [])).toBe('M10 10l10 0l0 10l-10 0Z');
  });
});

it('answers when nothing is known, and when outlines are no outlines', () => {
  expect(boroughMap({ ...base, outlines: two, areas: [] }).reading).toBe(
    'Robbery: no figure is available for any area.',
  );
  expectSound(
    boroughMap({ ...base, areas: [{ name: 'Camden', value: 1 }], outlines: [outline('Camden', [[0, 51]])] }),
  );
});

it('is sound whatever it is given', () => {
  const place = fc.tuple(fc.double(), fc.double());
  const outlines = fc.array(
    fc.record({ name: anyName, rings: fc.array(fc.array(place, { maxLength: 8 }), { maxLength: 3 }) }),
    { maxLength: 6 },
  );
  const areas = fc.array(
    fc.record({
      name: anyName,
      value: anyValue,
      lower: anyValue,
      upper: anyValue,
      highlighted: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const rest = fc.record({
    subject: anyName,
    unit: anyUnit,
    areas,
    outlines,
    classes: fc.constantFrom('equal', 'quantile'),
    reference: fc.option(fc.record({ name: anyName, value: fc.double() }), { nil: undefined }),
  });
  fc.assert(
    fc.property(anyHead, rest, (head, given) => {
      const named = given.outlines.map((each, at) => ({ ...each, name: given.areas[at]?.name ?? each.name }));
      expectSound(boroughMap({ ...head, ...given, outlines: named }));
    }),
    { numRuns: 100, seed: 14 },
  );
});
