import type { Position } from 'geojson';
import { zip } from './zip.ts';

/** An outline with its properties, in steps of 1/1024 degree from (-1, 51): numbers that every format holds exactly. */
export interface GridOutline {
  readonly properties: Readonly<Record<string, string>>;
  /** Rings of one polygon: the outer one runs clockwise, holes the other way. */
  readonly rings: readonly (readonly Position[])[];
}

const STEP = 1 / 1024;
const [WEST, SOUTH] = [-1, 51];

export function degrees([x = 0, y = 0]: Position): Position {
  return [WEST + x * STEP, SOUTH + y * STEP];
}

export function asGeojson(outlines: readonly GridOutline[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: outlines.map(({ properties, rings }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(degrees)) },
    })),
  });
}

/** Each ring as an arc of its own, every other one stored backwards. */
export function asTopojson(outlines: readonly GridOutline[]): string {
  const arcs: number[][][] = [];
  const geometries = outlines.map(({ properties, rings }) => ({
    type: 'Polygon',
    arcs: rings.map((ring) => {
      const back = arcs.length % 2 === 1;
      const points = back ? ring.toReversed() : ring;
      arcs.push(
        points.map(([x = 0, y = 0], at) => {
          const [px = 0, py = 0] = at === 0 ? [] : (points[at - 1] ?? []);
          return [x - px, y - py];
        }),
      );
      return [back ? ~(arcs.length - 1) : arcs.length - 1];
    }),
    properties,
  }));
  return JSON.stringify({
    type: 'Topology',
    objects: { areas: { type: 'GeometryCollection', geometries } },
    arcs,
    transform: { scale: [STEP, STEP], translate: [WEST, SOUTH] },
  });
}

/** A shapefile in WGS84, as a ZIP. */
export function asShapefile(name: string, outlines: readonly GridOutline[]): Uint8Array {
  const records = outlines.map(({ rings }, index) => {
    const points = rings.flat().map(degrees);
    const record = Buffer.alloc(8 + 44 + rings.length * 4 + points.length * 16);
    record.writeInt32BE(index + 1, 0);
    record.writeInt32BE((record.length - 8) / 2, 4);
    record.writeInt32LE(5, 8);
    record.writeInt32LE(rings.length, 8 + 36);
    record.writeInt32LE(points.length, 8 + 40);
    let before = 0;
    for (const [part, ring] of rings.entries()) {
      record.writeInt32LE(before, 8 + 44 + part * 4);
      before += ring.length;
    }
    for (const [at, [x = 0, y = 0]] of points.entries()) {
      const place = 8 + 44 + rings.length * 4 + at * 16;
      record.writeDoubleLE(x, place);
      record.writeDoubleLE(y, place + 8);
    }
    return record;
  });
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  return zip({
    [`${name}.shp`]: Buffer.concat([head, ...records]),
    [`${name}.dbf`]: attributes(outlines.map(({ properties }) => properties)),
    [`${name}.prj`]:
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]',
  });
}

const WIDTH = 40;

function attributes(rows: readonly Readonly<Record<string, string>>[]): Buffer {
  const names = Object.keys(rows[0] ?? {});
  const head = Buffer.alloc(32 + names.length * 32 + 1);
  head.writeUInt8(3, 0);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + names.length * WIDTH, 10);
  for (const [index, name] of names.entries()) {
    head.write(name, 32 + index * 32, 'latin1');
    head.write('C', 32 + index * 32 + 11, 'latin1');
    head.writeUInt8(WIDTH, 32 + index * 32 + 16);
  }
  head.writeUInt8(0x0d, head.length - 1);
  const lines = rows.map((row) => ` ${names.map((name) => (row[name] ?? '').padEnd(WIDTH)).join('')}`);
  return Buffer.concat([head, Buffer.from(lines.join('')), Buffer.from([0x1a])]);
}
