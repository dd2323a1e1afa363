import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHead, anyName, anyUnit, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { boroughTiles } from './borough-tiles.ts';
import { BOROUGH_TILES_EXAMPLES } from './examples.ts';
import tiles from './tiles.json' with { type: 'json' };

describe.each(Object.entries(BOROUGH_TILES_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const { svg } = boroughTiles({ ...example, width });
    expect([...overlappingTexts(svg), ...textsOutside(svg)]).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });

  it('is sound', () => {
    expectSound(boroughTiles(example));
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

it('has a place of its own for each of the 33 areas', () => {
  expect(tiles).toHaveLength(33);
  expect(new Set(tiles.map(({ row, column }) => `${row},${column}`)).size).toBe(33);
  expect(new Set(tiles.map(({ code }) => code)).size).toBe(33);
});

it('draws boroughs that are not given as not available, and keeps names without a tile in the table', () => {
  const { svg, table, reading } = boroughTiles({
    ...base,
    areas: [
      { name: 'Camden', value: 3 },
      { name: 'Aviation Security', value: 9 },
      { name: 'Barnet', value: 1 },
    ],
  });
  expect(svg.match(/class="sc-tile"/g)).toHaveLength(2);
  expect(svg).toContain('Not on the map, but in the table: Aviation Security.');
  expect(table.rows).toHaveLength(34);
  expect(table.rows).toContainEqual(['Aviation Security', 9]);
  expect(reading).toBe(
    'Robbery was highest in Aviation Security (9) and lowest in Barnet (1); no figure is available for 31 of the 34.',
  );
});

it('answers when nothing is known and when all are equal', () => {
  expect(boroughTiles({ ...base, areas: [] }).reading).toBe(
    'Robbery: no figure is available for any borough.',
  );
  expectSound(boroughTiles({ ...base, areas: tiles.map(({ name }) => ({ name, value: 4 })) }));
});

it('is sound whatever it is given', () => {
  const name = fc.oneof(anyName, fc.constantFrom(...tiles.map((tile) => tile.name)));
  const areas = fc.array(fc.record({ name, value: anyValue, highlighted: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(anyHead, fc.record({ subject: anyName, unit: anyUnit, areas }), (head, rest) => {
      expectSound(boroughTiles({ ...head, ...rest }));
    }),
    { numRuns: 100, seed: 13 },
  );
});
