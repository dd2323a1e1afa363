import {
  DOUBLE,
  DuckDBDoubleVector,
  type DuckDBIntegerVector,
  DuckDBScalarFunction,
  INTEGER,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { sqlText } from '../../lake/engine.ts';
import type { Places } from '../../lake/places.ts';
import { columnsOf, type TableName } from '../../lake/tables.ts';
import type { PlaceBook } from './place-book.ts';

/** A Parquet file of a table; `lacks` are the columns that it is too old to have. */
interface PointFile {
  readonly table: TableName;
  readonly parquet: string;
  readonly lacks: readonly string[];
}

const PARQUET = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1';

/** Borough and ward travel as one number: ward times this, plus borough. */
const WARD = 4096;

/**
 * Writes the rows of a file again, with the columns `borough`, `ward` and `ward_code` filled from their coordinates, in one streaming
 * pass: the database reads, asks for each row where its point lies, and writes. A file with no point near the outlines is not
 * written again, unless it must be (`always`).
 */
export async function placeFile(
  connection: DuckDBConnection,
  file: PointFile,
  to: string,
  book: PlaceBook,
  always = false,
): Promise<{ readonly places: Places; readonly written: boolean }> {
  const from = `read_parquet(${sqlText(file.parquet)}, hive_partitioning = false)`;
  const far = always ? null : await allFar(connection, from, book);
  if (far) return { places: far, written: false };
  const counts = {
    rows: 0,
    blank: 0,
    in_borough: 0,
    in_ward: 0,
    outside: 0,
    swapped: 0,
    on_border: 0,
    ward_elsewhere: 0,
  };
  const name = `place_${crypto.randomUUID().replaceAll('-', '')}`;
  connection.registerScalarFunction(placingFunction(name, book, counts));
  await connection.run(
    `COPY (SELECT ${selected(file, book).join(', ')} FROM (SELECT *, ${name}(longitude, latitude) AS placed FROM ${from}) r)
     TO ${sqlText(to)} (${PARQUET})`,
  );
  return { places: counts, written: true };
}

/** A function of the database: longitude and latitude in, borough and ward as one number out. It counts as it goes. */
function placingFunction(
  name: string,
  book: PlaceBook,
  counts: { -readonly [Key in keyof Places]: number },
): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name,
    returnType: INTEGER,
    parameterTypes: [DOUBLE, DOUBLE],
    // Asked for every row, also for those without coordinates, so that the counts are of rows.
    specialHandling: true,
    volatile: true,
    mainFunction: (_info, input, output) => {
      const longitudes = numbers(input.getColumnVector(0), input.rowCount);
      const latitudes = numbers(input.getColumnVector(1), input.rowCount);
      const placed = book.place(longitudes, latitudes);
      for (let at = 0; at < input.rowCount; at++) {
        const [borough, ward] = [placed.borough[at] ?? 0, placed.ward[at] ?? 0];
        const [longitude, latitude] = [longitudes[at] ?? Number.NaN, latitudes[at] ?? Number.NaN];
        counts.rows += 1;
        if (Number.isNaN(longitude) || Number.isNaN(latitude)) counts.blank += 1;
        else if (borough === 0 && ward === 0) {
          counts.outside += 1;
          if (isSwapped(longitude, latitude)) counts.swapped += 1;
        }
        if (borough > 0) counts.in_borough += 1;
        if (ward > 0) counts.in_ward += 1;
        counts.on_border += placed.onBorder[at] ?? 0;
        counts.ward_elsewhere += placed.wardElsewhere[at] ?? 0;
        (output as DuckDBIntegerVector).setItem(at, ward * WARD + borough);
      }
      output.flush();
    },
  });
}

function numbers(vector: unknown, count: number): Float64Array {
  if (!(vector instanceof DuckDBDoubleVector)) throw new TypeError('coordinates are no numbers');
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = vector.getItem(at) ?? Number.NaN;
  return values;
}

/** Whether a point would lie in Great Britain if longitude and latitude changed places. */
function isSwapped(longitude: number, latitude: number): boolean {
  return longitude >= 49 && longitude <= 61 && latitude >= -9 && latitude <= 2;
}

function selected({ table, lacks }: PointFile, book: PlaceBook): string[] {
  const ward = (of: 'label' | 'code'): string =>
    `${list(book.wards.map((each) => each[of]))}[placed // ${WARD}]`;
  return columnsOf(table).map(([column, type]) => {
    if (column === 'borough') return `${list(book.boroughs)}[placed % ${WARD}] AS borough`;
    if (column === 'ward') return `${ward('label')} AS ward`;
    if (column === 'ward_code') return `${ward('code')} AS ward_code`;
    return lacks.includes(column) ? `CAST(NULL AS ${type}) AS "${column}"` : `"${column}"`;
  });
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '[NULL::VARCHAR]' : `[${texts.map(sqlText).join(', ')}]`;
}

/** The counts of a file with no point in the rectangle about the outlines; null where it has any. */
async function allFar(
  connection: DuckDBConnection,
  from: string,
  { box }: PlaceBook,
): Promise<Places | null> {
  const [west, south, east, north] = box;
  const reader = await connection.runAndReadAll(
    `SELECT count(*), count(*) FILTER (WHERE longitude IS NULL OR latitude IS NULL),
       count(*) FILTER (WHERE longitude BETWEEN 49 AND 61 AND latitude BETWEEN -9 AND 2),
       count(*) FILTER (WHERE longitude BETWEEN ${west} AND ${east} AND latitude BETWEEN ${south} AND ${north}) FROM ${from}`,
  );
  const [rows = 0, blank = 0, swapped = 0, near = 0] = (reader.getRows()[0] ?? []).map(Number);
  if (near > 0) return null;
  return {
    rows,
    blank,
    outside: rows - blank,
    swapped,
    in_borough: 0,
    in_ward: 0,
    on_border: 0,
    ward_elsewhere: 0,
  };
}
