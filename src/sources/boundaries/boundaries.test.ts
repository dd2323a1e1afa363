import { describe, expect, it } from 'vitest';
import type { RowsSource } from '../source.ts';
import {
  context,
  hasSharedData,
  readText,
  recognisesShared,
  sharedFile,
  withFile,
} from '../table/testing.ts';
import { boundarySources } from './boundaries.ts';

const square = [
  [
    [0, 51],
    [1, 51],
    [1, 52],
    [0, 51],
  ],
];
const feature = (properties: object, coordinates: unknown = square, type = 'Polygon'): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    features,
  });

function source(id: string): RowsSource {
  const found = boundarySources.find((each) => each.id === id);
  if (!found) throw new Error(`no source ${id}`);
  return found;
}
const gla = source('gla-borough-boundaries');
const borough = (name: string, code: string): object => ({
  id: 1,
  name,
  code,
  area_hectares: 1,
  inner_statistical: false,
});

describe('boundaries, made-up files', () => {
  it('gives the canonical name, the code and a flat geometry', async () => {
    const read = await readText(
      gla,
      collection(
        feature(
          borough('City of Westminster', 'E09000033'),
          [square.map((ring) => ring.map((point) => [...point, 7]))],
          'MultiPolygon',
        ),
      ),
    );
    expect(read.rows).toEqual([
      {
        year: null,
        area: 'Westminster',
        area_type: 'borough',
        code: 'E09000033',
        geometry: JSON.stringify({ type: 'MultiPolygon', coordinates: [square] }),
      },
    ]);
  });

  it('rejects unknown areas, codes at odds with names, open rings and metres', async () => {
    const read = await readText(
      gla,
      collection(
        feature(borough('Atlantis', 'X')),
        feature(borough('Camden', 'E09000033')),
        feature(borough('Camden', 'E09000007'), [
          [
            [0, 51],
            [1, 51],
            [1, 52],
            [0, 50],
          ],
        ]),
        feature(borough('Brent', 'E09000005'), [
          [
            [530_000, 180_000],
            [530_001, 180_000],
            [530_001, 180_001],
            [530_000, 180_000],
          ],
        ]),
        feature(borough('Barnet', 'E09000003')),
      ),
    );
    expect(read.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [1, 'name', expect.stringContaining('unknown area "Atlantis"')],
      [2, 'code', 'the code E09000033 is that of Westminster, but the name is "Camden"'],
      [3, 'geometry', expect.stringContaining('a ring does not end where it begins')],
      [4, 'geometry', expect.stringContaining('not an outline in longitude and latitude')],
    ]);
    expect([read.rowsRead, read.rowsKept, read.rows.length]).toEqual([5, 1, 1]);
  });

  it('refuses what is no feature collection, has no features, or is in another coordinate system', async () => {
    await expect(readText(gla, '{"type":"Topology"}')).rejects.toThrow('not a GeoJSON feature collection');
    await expect(readText(gla, '{"type":')).rejects.toThrow('cut short');
    await expect(readText(gla, collection())).rejects.toThrow('no rows');
    await expect(
      readText(
        gla,
        collection(feature(borough('Camden', 'E09000007'))).replace('OGC:1.3:CRS84', 'EPSG::27700'),
      ),
    ).rejects.toThrow('EPSG::27700');
  });

  it('tells the layouts apart by the properties of a feature, whether or not a coordinate system stands before them', async () => {
    const samples: Readonly<Record<string, string>> = {
      'gla-borough-boundaries': collection(feature(borough('Camden', 'E09000007'))),
      'ons-borough-boundaries-2013': collection(
        feature({ LAD13CD: 'E09000007', LAD13CDO: '00AG', LAD13NM: 'Camden', LAD13NMW: null }),
      ),
      'force-boundaries': collection(feature({ id: 'E23000032', name: 'Kent', type: 'pfa' })),
      'authority-boundaries': collection(feature({ id: 'E06000001', name: 'Hartlepool', type: 'lad' })),
    };
    for (const [id, content] of Object.entries(samples)) {
      const found = await withFile(content, async (_file, sample) =>
        boundarySources.filter((each) => each.recognises(sample)).map((each) => each.id),
      );
      expect(found).toEqual([id]);
    }
  });
});

describe.skipIf(!hasSharedData)(
  `boundaries, published files${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`,
  () => {
    it.each([
      ['london-boroughs_1179.geojson', 'gla-borough-boundaries', 33],
      ['boroughsGeo.json', 'ons-borough-boundaries-2013', 32],
      ['police-forces.json', 'force-boundaries', 43],
      ['local_authorities.json', 'authority-boundaries', 331],
    ])('reads %s', async (name, id, features) => {
      for (const each of boundarySources)
        expect([each.id, await recognisesShared(each, `boundaries/${name}`)]).toEqual([
          each.id,
          each.id === id,
        ]);
      const read = await source(id).read(await sharedFile(`boundaries/${name}`), context);
      expect([read.rowsRead, read.rowsKept, read.rows.length, read.rejects]).toEqual([
        features,
        features,
        features,
        [],
      ]);
      expect(new Set(read.rows.map((row) => row['area'])).size).toBe(features);
    });
  },
);
