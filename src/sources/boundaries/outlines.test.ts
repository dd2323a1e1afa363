import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOne } from '../input/open-inputs.ts';
import {
  context,
  hasSharedData,
  readText,
  recognises,
  recognisesShared,
  sharedFile,
} from '../table/testing.ts';
import { authorityTopojson } from './authority-topojson.ts';
import { shapefileSources } from './area-shapefile.ts';
import { fromNationalGrid } from './national-grid.ts';
import { polygonsOf } from './rings.ts';
import { readShapes, type Point } from './shapefile.ts';

const [forceShapefile] = shapefileSources;
if (!forceShapefile) throw new Error('no source of force outlines');

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];

describe('the British National Grid', () => {
  it('agrees with the worked example of the Ordnance Survey to five metres', () => {
    // TG 51409 13177, the example of "A guide to coordinate systems in Great Britain", in WGS84.
    const [longitude, latitude] = fromNationalGrid(651_409.903, 313_177.27);
    expect(latitude).toBeCloseTo(52.657979, 4);
    expect(longitude).toBeCloseTo(1.716052, 4);
  });

  it('gives a place in or near Great Britain for every point of the grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 0, max: 1_300_000 }), (x, y) => {
        const [longitude, latitude] = fromNationalGrid(x, y);
        expect(latitude).toBeGreaterThan(49);
        expect(latitude).toBeLessThan(62);
        expect(Math.abs(longitude + 2)).toBeLessThan(9);
      }),
    );
  });
});

describe('rings of a shape', () => {
  it('gives a hole to the outer ring that it lies in', () => {
    const [near, far] = [square(0, 0, 10), square(100, 100, 10)];
    const hole = square(2, 2, 3).toReversed();
    expect(polygonsOf([near, far, hole])).toEqual([[near, hole], [far]]);
  });

  it('turns round a ring that is drawn the wrong way and lies in nothing', () => {
    expect(polygonsOf([square(0, 0, 1).toReversed()])).toEqual([[square(0, 0, 1)]]);
  });

  it('answers damaged parts by name', () => {
    expect(() => readShapes(Buffer.alloc(10), Buffer.alloc(50), 'x')).toThrow('no shapefile');
    expect(() => readShapes(Buffer.alloc(200), Buffer.alloc(10), 'x')).toThrow('.dbf part is cut short');
  });
});

describe('TopoJSON', () => {
  const topology = (arcs: string): string =>
    `{"type":"Topology","objects":{"lad":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":${arcs},"properties":{"LAD13CD":"E09000007","LAD13NM":"Camden"}}]}},"arcs":[[[0,0],[0,10],[10,0]],[[0,0],[10,0],[0,10]]],"transform":{"scale":[0.1,0.1],"translate":[-1,50]}}`;

  it('joins arcs end to end, forwards and backwards', async () => {
    expect(await recognises(authorityTopojson, topology('[[0,-2]]'))).toBe(true);
    const { rows } = await readText(authorityTopojson, topology('[[0,-2]]'));
    expect(rows[0]).toMatchObject({ area: 'Camden', code: 'E09000007', area_type: 'authority', year: 2013 });
    expect(JSON.parse(String(rows[0]?.['geometry']))).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [-1, 50],
          [-1, 51],
          [0, 51],
          [0, 50],
          [-1, 50],
        ],
      ],
    });
  });

  it('rejects an outline that does not close, and refuses an arc that is not there', async () => {
    const open = await readText(authorityTopojson, topology('[[0]]'));
    expect(open.rejects).toHaveLength(1);
    await expect(readText(authorityTopojson, topology('[[7]]'))).rejects.toThrow('no arc 7');
    await expect(readText(authorityTopojson, '{"type":"Topology"}')).rejects.toThrow('not a TopoJSON');
  });
});

describe.skipIf(!hasSharedData)(
  `outlines, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it('reads the shapefile of police forces; the Metropolitan Police surround Charing Cross', async () => {
      const name = 'boundaries/PFA_Dec_2016_GCB_in_England_and_Wales_2022_-7983215496307552877.zip';
      const file = await sharedFile(name);
      const [found] = await openOne(file.path, '/nowhere');
      expect(found?.kind === 'sample' && forceShapefile.recognises(found.sample)).toBe(true);
      const { rows, rejects } = await forceShapefile.read(file, context);
      expect([rows.length, rejects.length]).toEqual([43, 0]);
      const met = rows.find((row) => row['area'] === 'Metropolitan Police');
      const points = (JSON.parse(String(met?.['geometry'])) as { coordinates: Point[][][] }).coordinates.flat(
        2,
      );
      const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
      const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
      expect([west, south, east, north].map((value) => Math.round(value * 100) / 100)).toEqual([
        -0.51, 51.29, 0.33, 51.69,
      ]);
    });

    it('reads the TopoJSON of authorities', async () => {
      const name = 'boundaries/topo_lad.json.gz';
      expect(await recognisesShared(authorityTopojson, name)).toBe(true);
      const { rows, rejects } = await authorityTopojson.read(await sharedFile(name), context);
      expect([rows.length, rejects.length]).toEqual([326, 0]);
    });
  },
);
