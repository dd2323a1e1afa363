import { BadInputError } from '../../foundation/errors.ts';

export type Point = readonly [x: number, y: number];

/** One record of a shapefile: its attributes, and its rings as they are drawn (outer clockwise, holes the other way). */
export interface Shape {
  readonly attributes: Readonly<Record<string, string>>;
  readonly rings: readonly (readonly Point[])[];
}

const POLYGONS = new Set([5, 15, 25]);

/**
 * Reads a shapefile of polygons with its table of attributes (ESRI Shapefile technical description, 1998; dBASE III).
 * @throws BadInputError for anything but polygons, and for parts that do not fit each other
 */
export function readShapes(shp: Buffer, dbf: Buffer, file: string): readonly Shape[] {
  const rows = readTable(dbf, file);
  const shapes: Shape[] = [];
  if (shp.length < 100 || shp.readInt32BE(0) !== 9994) throw damaged('the .shp part is no shapefile', file);
  for (let at = 100; at + 12 <= shp.length;) {
    const length = shp.readInt32BE(at + 4) * 2;
    const record = shp.subarray(at + 8, at + 8 + length);
    const attributes = rows[shapes.length];
    if (length < 4 || record.length < length || !attributes)
      throw damaged(`record ${shapes.length + 1} is cut short`, file);
    const kind = record.readInt32LE(0);
    if (kind !== 0 && !POLYGONS.has(kind)) throw damaged('its shapes are no polygons', file);
    shapes.push({ attributes, rings: kind === 0 ? [] : ringsOf(record, file) });
    at += 8 + length;
  }
  if (shapes.length !== rows.length)
    throw damaged(`${shapes.length} shapes but ${rows.length} rows of attributes`, file);
  return shapes;
}

function ringsOf(record: Buffer, file: string): readonly (readonly Point[])[] {
  const parts = record.length < 44 ? -1 : record.readInt32LE(36);
  const points = record.length < 44 ? -1 : record.readInt32LE(40);
  const start = 44 + parts * 4;
  if (parts < 1 || points < 1 || start + points * 16 > record.length)
    throw damaged('a polygon is cut short', file);
  const begins = Array.from({ length: parts }, (_, index) => record.readInt32LE(44 + index * 4));
  return begins.map((begin, index) => {
    const end = begins[index + 1] ?? points;
    if (begin < 0 || end > points || end <= begin) throw damaged('the parts of a polygon overlap', file);
    return Array.from({ length: end - begin }, (_, offset): Point => {
      const at = start + (begin + offset) * 16;
      return [record.readDoubleLE(at), record.readDoubleLE(at + 8)];
    });
  });
}

function readTable(dbf: Buffer, file: string): readonly Readonly<Record<string, string>>[] {
  if (dbf.length < 33) throw damaged('the .dbf part is cut short', file);
  const [count, header, width] = [dbf.readUInt32LE(4), dbf.readUInt16LE(8), dbf.readUInt16LE(10)];
  const fields: { readonly name: string; readonly at: number; readonly length: number }[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= header && dbf[at] !== 0x0d; at += 32) {
    const name = dbf.toString('latin1', at, at + 11).replace(/\0.*$/, '');
    const length = dbf[at + 16] ?? 0;
    fields.push({ name, at: offset, length });
    offset += length;
  }
  if (header + count * width > dbf.length + 1) throw damaged('the .dbf part is cut short', file);
  return Array.from({ length: count }, (_, row) => {
    const start = header + row * width;
    const cell = ({ at, length }: { at: number; length: number }): string =>
      dbf.toString('utf8', start + at, start + at + length).trim();
    return Object.fromEntries(fields.map((field) => [field.name, cell(field)]));
  });
}

function damaged(what: string, file: string): BadInputError {
  return new BadInputError(what, { file }, 'Download the file again.');
}
