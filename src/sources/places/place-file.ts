import { DOUBLE, DuckDBDataChunk, INTEGER, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api';
import { sqlText } from '../../lake/engine.ts';
import type { Places } from '../../lake/places.ts';
import { columnsOf, type TableName } from '../../lake/tables.ts';
import type { PlaceBook, PlacedPoints } from './place-book.ts';

/** A Parquet file of a table; `lacks` are the columns that it is too old to have. */
interface PointFile {
  readonly table: TableName;
  readonly parquet: string;
  readonly lacks: readonly string[];
}

/** The different points of a file as columns, and how many rows stand at each. NaN: a row without coordinates. */
interface Points {
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  readonly rows: Float64Array;
  readonly swapped: Float64Array;
}

const PARQUET = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1';
const CHUNK = 2048;

/** Longitude and latitude that would be a place in Great Britain the other way round. */
const SWAPPED = 'longitude BETWEEN 49 AND 61 AND latitude BETWEEN -9 AND 2';

/**
 * Writes the rows of a file again, with the columns `borough`, `ward` and `ward_code` filled from their coordinates. Each different point
 * is looked up once. A file of which nothing can be placed is not written again, unless it must be (`always`).
 */
export async function placeFile(
  connection: DuckDBConnection,
  file: PointFile,
  to: string,
  book: PlaceBook,
  always = false,
): Promise<{ readonly places: Places; readonly written: boolean }> {
  const from = `read_parquet(${sqlText(file.parquet)}, hive_partitioning = false)`;
  const points = await readPoints(connection, from);
  const placed = book.place(points.longitude, points.latitude);
  const places = count(points, placed);
  if (!always && places.in_borough + places.in_ward === 0) return { places, written: false };
  const name = `place_${crypto.randomUUID().replaceAll('-', '')}`;
  await connection.run(
    `CREATE TEMP TABLE ${name} (longitude DOUBLE, latitude DOUBLE, borough INTEGER, ward INTEGER)`,
  );
  try {
    await layInto(connection, name, points, placed);
    await connection.run(
      `COPY (SELECT ${selected(file, book).join(', ')} FROM ${from} r LEFT JOIN ${name} p ON r.longitude = p.longitude AND r.latitude = p.latitude)
       TO ${sqlText(to)} (${PARQUET})`,
    );
    return { places, written: true };
  } finally {
    await connection.run(`DROP TABLE ${name}`);
  }
}

function selected({ table, lacks }: PointFile, book: PlaceBook): string[] {
  const wards = (of: 'label' | 'code'): string => list(book.wards.map((ward) => ward[of]));
  return columnsOf(table).map(([column, type]) => {
    if (column === 'borough') return `${list(book.boroughs)}[p.borough] AS borough`;
    if (column === 'ward') return `${wards('label')}[p.ward] AS ward`;
    if (column === 'ward_code') return `${wards('code')}[p.ward] AS ward_code`;
    return lacks.includes(column) ? `CAST(NULL AS ${type}) AS "${column}"` : `r."${column}"`;
  });
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '[NULL::VARCHAR]' : `[${texts.map(sqlText).join(', ')}]`;
}

async function readPoints(connection: DuckDBConnection, from: string): Promise<Points> {
  const result = await connection.stream(
    `SELECT longitude, latitude, CAST(count(*) AS DOUBLE), CAST(any_value(${SWAPPED}) AS DOUBLE) FROM ${from} GROUP BY longitude, latitude`,
  );
  const [longitude, latitude, rows, swapped] = await numbers(result);
  return { longitude, latitude, rows, swapped };
}

/** The four columns of a result, NaN for what is missing. */
async function numbers(
  result: DuckDBResult,
): Promise<readonly [Float64Array, Float64Array, Float64Array, Float64Array]> {
  const chunks: DuckDBDataChunk[] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    chunks.push(chunk);
  const whole = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const column = (index: number): Float64Array => {
    const values = new Float64Array(whole);
    let at = 0;
    for (const chunk of chunks)
      for (const value of chunk.getColumnValues(index)) {
        values[at] = typeof value === 'number' ? value : Number.NaN;
        at += 1;
      }
    return values;
  };
  return [column(0), column(1), column(2), column(3)];
}

function count(points: Points, placed: PlacedPoints): Places {
  const sum = (of: (at: number) => boolean): number =>
    points.rows.reduce((total, rows, at) => total + (of(at) ? rows : 0), 0);
  const blank = (at: number): boolean =>
    Number.isNaN(points.longitude[at] ?? 0) || Number.isNaN(points.latitude[at] ?? 0);
  const nowhere = (at: number): boolean => !blank(at) && placed.borough[at] === 0 && placed.ward[at] === 0;
  return {
    rows: sum(() => true),
    blank: sum(blank),
    in_borough: sum((at) => (placed.borough[at] ?? 0) > 0),
    in_ward: sum((at) => (placed.ward[at] ?? 0) > 0),
    outside: sum(nowhere),
    swapped: sum((at) => nowhere(at) && points.swapped[at] === 1),
    on_border: sum((at) => placed.onBorder[at] === 1),
    ward_elsewhere: sum((at) => placed.wardElsewhere[at] === 1),
  };
}

/** Lays the points that lie somewhere into a table of the database. */
async function layInto(
  connection: DuckDBConnection,
  table: string,
  { longitude, latitude }: Points,
  { borough, ward }: PlacedPoints,
): Promise<void> {
  const somewhere = Array.from(borough.keys()).filter((at) => borough[at] !== 0 || ward[at] !== 0);
  const appender = await connection.createAppender(table, undefined, 'temp');
  for (let from = 0; from < somewhere.length; from += CHUNK) {
    const part = somewhere.slice(from, from + CHUNK);
    const chunk = DuckDBDataChunk.create([DOUBLE, DOUBLE, INTEGER, INTEGER], part.length);
    chunk.setColumns([
      part.map((at) => longitude[at] ?? null),
      part.map((at) => latitude[at] ?? null),
      part.map((at) => borough[at] || null),
      part.map((at) => ward[at] || null),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
