/**
 * A million different points placed in 25 boroughs and 676 wards on one core: the lookup alone, and the whole way of the importer
 * (Parquet read, points looked up, Parquet written with the columns). The time is that of the processor, so that what
 * else the machine does is left out.
 */
import { join } from 'node:path';
import type { Polygon, Position } from 'geojson';
import { loadAreas } from '../src/areas/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { startDuckDb } from '../src/lake/duckdb.ts';
import { columnsOf } from '../src/lake/tables.ts';
import { PlaceBook } from '../src/sources/places/place-book.ts';
import { placeFile } from '../src/sources/places/place-file.ts';
import { seededRandom } from '../src/statistics/index.ts';
import { madeUpCity } from '../test/made-up/outlines.ts';
import type { Bench, Measurement } from './bench.ts';

const POINTS = 1_000_000;
const LIMIT_MS = 3_000;

export const bench: Bench = async ({ scratch, say }) => {
  const boroughs = loadAreas(CATALOGUE_DIR)
    .list('borough')
    .map(({ name }) => name);
  const city = madeUpCity(26, 20, boroughs);
  const polygon = (ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [ring] });
  const build = (): PlaceBook =>
    new PlaceBook(
      city.boroughs.map(({ name, ring }) => ({ area: name, geometry: polygon(ring) })),
      city.wards.map((ward) => ({ ...ward, geometry: polygon(ward.ring) })),
      [],
    );
  const book = build();
  const random = seededRandom(5);
  const column = (from: number, width: number): Float64Array =>
    Float64Array.from({ length: POINTS }, () => from + width * random.uniform());
  const [longitudes, latitudes] = [column(-0.52, 0.88), column(51.27, 0.42)];

  say('A million points as a Parquet file …');
  const instance = await startDuckDb();
  const connection = await instance.connect();
  await connection.run('SET threads = 1');
  const parquet = join(scratch, 'searches.parquet');
  const columns = columnsOf('stop_search').map(([name, type]) => {
    if (name === 'longitude') return `-0.52 + 0.88 * random() AS longitude`;
    if (name === 'latitude') return `51.27 + 0.42 * random() AS latitude`;
    return `CAST(${type === 'VARCHAR' ? `'text ' || (i % 10)` : 'NULL'} AS ${type}) AS "${name}"`;
  });
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM range(${POINTS}) t(i)) TO '${parquet}' (FORMAT parquet)`,
  );
  const file = { table: 'stop_search', parquet, lacks: [] } as const;
  const whole = async (): Promise<unknown> =>
    placeFile(connection, file, join(scratch, 'placed.parquet'), book);

  const measured = async (what: string, run: () => Promise<unknown> | void): Promise<Measurement> => {
    const ours = await processorTime(run);
    return { what, ours, against: 'limit', theirs: LIMIT_MS, ratio: ours / LIMIT_MS, limit: 1 };
  };
  try {
    return [
      await measured('index of 25 boroughs and 676 wards', () => void build()),
      await measured('a million points looked up', () => void book.place(longitudes, latitudes)),
      await measured('a million rows placed, Parquet to Parquet', whole),
    ];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Milliseconds of processor that a run takes, of all threads together: the median of three. */
async function processorTime(run: () => Promise<unknown> | void): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[1] ?? Number.NaN;
}
