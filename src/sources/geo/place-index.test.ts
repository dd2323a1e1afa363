import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { BandEdges, IN } from './band-edges.ts';
import { edgeTable } from './edge-table.ts';
import type { Outline } from './outline.ts';
import { OUTSIDE, PlaceIndex } from './place-index.ts';

const polygon = (area: string, ...rings: Position[][]): Outline => ({
  area,
  geometry: { type: 'Polygon', coordinates: rings },
});
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const place = (outlines: readonly Outline[], x: number, y: number): [string | null, number] => {
  const index = new PlaceIndex(outlines);
  const { area, onBorder } = index.locate([x], [y]);
  const named = area[0] === OUTSIDE ? null : (index.areas[area[0] ?? 0] ?? null);
  expect(index.areaOf(x, y)).toBe(named);
  return [named, onBorder[0] ?? 0];
};

describe('two areas side by side, one above', () => {
  const outlines = [
    polygon('West', box(0, 50, 1, 51)),
    polygon('East', box(1, 50, 2, 51)),
    polygon('Above', box(0, 51, 2, 52)),
  ];

  it('places what lies inside', () => {
    expect(place(outlines, 0.5, 50.5)).toEqual(['West', 0]);
    expect(place(outlines, 1.5, 50.5)).toEqual(['East', 0]);
    expect(place(outlines, 1.5, 51.999)).toEqual(['Above', 0]);
  });

  it('gives a shared border to the east or the north, and says that it is a border', () => {
    expect(place(outlines, 1, 50.5)).toEqual(['East', 1]);
    expect(place(outlines, 0.3, 51)).toEqual(['Above', 1]);
    expect(place(outlines, 1, 51)).toEqual(['Above', 1]);
  });

  it('gives the outer edge to the area that it touches', () => {
    for (const [x, y, area] of [
      [2, 50.5, 'East'],
      [0, 50.5, 'West'],
      [0.5, 50, 'West'],
      [0.5, 52, 'Above'],
      [2, 52, 'Above'],
      [0, 50, 'West'],
    ] as const)
      expect(place(outlines, x, y)).toEqual([area, 1]);
  });

  it('answers the same whatever the order of the file and the direction of its rings', () => {
    const turned = outlines
      .toReversed()
      .map(({ area, geometry }) =>
        polygon(area, ...(geometry.coordinates as Position[][]).map((ring) => ring.toReversed())),
      );
    for (const [x, y] of [
      [1, 50.5],
      [1, 51],
      [0.3, 51],
      [0.2, 50.2],
      [2, 51],
    ] as const)
      expect(place(turned, x, y)).toEqual(place(outlines, x, y));
  });

  it('places nothing that is no place: no number, round the back of the world, longitude and latitude swapped', () => {
    for (const [x, y] of [
      [Number.NaN, 50.5],
      [0.5, Number.NaN],
      [Infinity, 50.5],
      [0.5, -Infinity],
      [360.5, 50.5],
      [-180, 50.5],
      [180, 90],
      [50.5, 0.5],
      [0, 0],
      [1e308, 1e308],
    ] as const)
      expect(place(outlines, x, y)).toEqual([null, 0]);
  });
});

it('leaves holes out, places islands in them and elsewhere, and takes a river between two parts for outside', () => {
  const outlines: readonly Outline[] = [
    {
      area: 'Ring',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [box(0, 50, 1, 51), box(0.25, 50.25, 0.75, 50.75)],
          [box(0.4, 50.4, 0.6, 50.6)],
          [box(3, 50, 3.001, 50.001)],
        ],
      },
    },
    polygon('Hole', box(0.25, 50.25, 0.75, 50.75), box(0.4, 50.4, 0.6, 50.6)),
    polygon('South bank', box(0, 49, 1, 49.99)),
  ];
  expect(place(outlines, 0.1, 50.5)[0]).toBe('Ring');
  expect(place(outlines, 0.3, 50.5)[0]).toBe('Hole');
  expect(place(outlines, 0.5, 50.5)[0]).toBe('Ring');
  expect(place(outlines, 3.0005, 50.0005)[0]).toBe('Ring');
  expect(place(outlines, 2, 50.0005)[0]).toBeNull();
  expect(place(outlines, 0.5, 49.995)[0]).toBeNull();
  expect(place(outlines, 0.5, 49.5)[0]).toBe('South bank');
});

it('gives a point in two outlines that overlap to the first by name', () => {
  const outlines = [polygon('B', box(0, 50, 2, 52)), polygon('A', box(1, 50, 3, 52))];
  expect(place(outlines, 1.5, 51)).toEqual(['A', 0]);
  expect(place(outlines, 0.5, 51)).toEqual(['B', 0]);
});

it('places nothing without outlines, nor in an outline without area', () => {
  expect(place([], 0, 51)).toEqual([null, 0]);
  const line: Position[] = [
    [0, 50],
    [1, 51],
    [0, 50],
  ];
  expect(place([polygon('Line', line)], 0.5, 50.4)).toEqual([null, 0]);
});

/** A net of corners pushed out of their places, its meshes dealt out to areas: a partition with crooked borders, holes and islands. */
const anyPartition = fc
  .record({
    side: fc.integer({ min: 1, max: 6 }),
    push: fc.array(
      fc.tuple(
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      ),
      {
        minLength: 49,
        maxLength: 49,
      },
    ),
    owner: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 36, maxLength: 36 }),
    scale: fc.constantFrom(0.001, 0.013, 0.1, 1),
  })
  .map(({ side, push, owner, scale }) => {
    const corner = (column: number, row: number): Position => {
      const edge = column === 0 || row === 0 || column === side || row === side;
      const [dx, dy] = edge ? [0, 0] : (push[row * 7 + column] ?? [0, 0]);
      return [(column + dx) * scale - 0.3, (row + dy) * scale + 51.3];
    };
    const meshes = Array.from({ length: side * side }, (_, mesh) => {
      const [column, row] = [mesh % side, Math.floor(mesh / side)];
      return [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
        corner(column, row),
      ];
    });
    const areas = Map.groupBy(meshes.entries(), ([mesh]) => owner[mesh] ?? 0);
    const outlines = [...areas].map(([area, parts]): Outline => ({
      area: `Area ${area}`,
      geometry: { type: 'MultiPolygon', coordinates: parts.map(([, ring]) => [ring]) },
    }));
    return { outlines, corners: meshes.flat(), extent: side * scale };
  });

describe('a partition', () => {
  const anyPoint = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    corner: fc.nat(200),
    how: fc.constantFrom('anywhere', 'corner', 'middle of a side', 'level with a corner'),
  });

  it('holds every point in exactly one of its areas: inside, on borders, on shared corners', () => {
    fc.assert(
      fc.property(anyPartition, fc.array(anyPoint, { minLength: 1, maxLength: 30 }), (partition, points) => {
        const { outlines, corners, extent } = partition;
        const index = new PlaceIndex(outlines);
        const sorted = outlines.toSorted((a, b) => (a.area < b.area ? -1 : 1));
        const plain = new BandEdges(edgeTable(sorted), sorted.length, 1, () => 0);
        for (const { x, y, corner, how } of points) {
          const [cx = 0, cy = 0] = corners[corner % corners.length] ?? [];
          const [nx = 0, ny = 0] = corners[(corner + 1) % corners.length] ?? [];
          const point: Position =
            how === 'anywhere'
              ? [-0.3 + x * extent, 51.3 + y * extent]
              : how === 'corner'
                ? [cx, cy]
                : how === 'middle of a side'
                  ? [(cx + nx) / 2, (cy + ny) / 2]
                  : [-0.3 + x * extent, cy];
          const [px = 0, py = 0] = point;
          // The upper and the right edge of the whole are outside by the half-open rule.
          if (px >= -0.3 + extent || py >= 51.3 + extent || px < -0.3 || py < 51.3) continue;
          const holders = sorted.filter((_, area) => (plain.test(area, 0, px, py) & IN) === IN);
          expect(holders).toHaveLength(1);
          expect(index.areaOf(px, py)).toBe(holders[0]?.area);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('places nothing that lies outside it', () => {
    fc.assert(
      fc.property(
        anyPartition,
        fc.double({ min: -500, max: 500, noNaN: true }),
        ({ outlines, extent }, far) => {
          const index = new PlaceIndex(outlines);
          const away = far < 0 ? -0.3 + far - 1e-9 : -0.3 + extent + far + 1e-9;
          expect(index.areaOf(away, 51.3 + extent / 2)).toBeNull();
          expect(index.areaOf(-0.3 + extent / 2, away + 51.6)).toBeNull();
        },
      ),
      { numRuns: 100, seed: 8 },
    );
  });
});
