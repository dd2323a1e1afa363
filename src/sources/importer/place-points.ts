import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Areas } from '../../areas/index.ts';
import { sqlText } from '../../lake/engine.ts';
import type { Release } from '../../lake/release.ts';
import type { TableName } from '../../lake/tables.ts';
import { TABLES } from '../../lake/tables.ts';
import type { LakeWriter } from '../../lake/writer.ts';
import { OutlineIndex } from '../geo/outline-index.ts';

/**
 * Fills the `borough` of rows that carry coordinates, from the borough outlines that the lake holds. The
 * outlines used are named in the release (`derived_from`); when others are imported, rows are placed again.
 */
export class PointPlacer {
  readonly #instance: DuckDBInstance;
  readonly #writer: LakeWriter;
  readonly #areas: Areas;
  #index: { readonly release: string; readonly outlines: OutlineIndex } | null = null;

  constructor(instance: DuckDBInstance, writer: LakeWriter, areas: Areas) {
    this.#instance = instance;
    this.#writer = writer;
    this.#areas = areas;
  }

  /** Places the rows of a staged file. Gives the releases whose outlines were used: none when there are none. */
  async place(
    connection: DuckDBConnection,
    table: TableName,
    staged: { readonly parquet: string },
  ): Promise<readonly string[]> {
    if (!carriesPoints(table)) return [];
    const index = await this.#outlines();
    if (!index) return [];
    const placed = `${staged.parquet}.placed`;
    await placeFile(connection, staged.parquet, placed, index.outlines);
    await rename(placed, staged.parquet);
    return [index.release];
  }

  /** Places again every release whose rows were placed by other outlines than those in force, or by none. */
  async replaceAll(connection: DuckDBConnection): Promise<void> {
    const index = await this.#outlines();
    if (!index) return;
    const stale = this.#writer.manifests
      .list()
      .filter((release) => carriesPoints(release.table) && !release.derived_from.includes(index.release));
    for (const release of stale) await this.#replace(connection, release, index);
  }

  async #replace(
    connection: DuckDBConnection,
    release: Release,
    index: { readonly release: string; readonly outlines: OutlineIndex },
  ): Promise<void> {
    const [file] = release.files;
    if (!file) return;
    const placed = this.#writer.stagingPath('.parquet');
    await placeFile(connection, join(this.#writer.workspace.lakeDir, file.path), placed, index.outlines);
    const { files: _files, ...draft } = release;
    await this.#writer.commit({ ...draft, derived_from: [index.release] }, placed);
  }

  /** The borough outlines in force: of the releases held, the one with most boroughs, and of those the newest. */
  async #outlines(): Promise<{ readonly release: string; readonly outlines: OutlineIndex } | null> {
    const held = this.#writer.manifests.list().filter((release) => release.table === 'boundary');
    const files = held.flatMap((release) =>
      release.files.map((file) => join(this.#writer.workspace.lakeDir, file.path)),
    );
    if (files.length === 0) return null;
    const boroughs = new Set(this.#areas.list('borough').map((area) => area.name));
    const connection = await this.#instance.connect();
    const reader = await connection.runAndReadAll(
      `SELECT area, geometry, release FROM read_parquet([${files.map(sqlText).join(', ')}], hive_partitioning = true) WHERE area_type = 'borough'`,
    );
    connection.closeSync();
    const rows = reader.getRows().map(([area, geometry, release]) => ({
      area: String(area),
      geometry: String(geometry),
      release: String(release),
    }));
    const byRelease = Map.groupBy(
      rows.filter((row) => boroughs.has(row.area)),
      (row) => row.release,
    );
    const age = new Map(held.map((release, position) => [release.release, position]));
    const [best] = [...byRelease].toSorted(
      ([a, inA], [b, inB]) => inB.length - inA.length || (age.get(b) ?? 0) - (age.get(a) ?? 0),
    );
    if (!best) return null;
    const [release, outlines] = best;
    if (this.#index?.release !== release) {
      const parsed = outlines.map(({ area, geometry }) => ({
        area,
        geometry: JSON.parse(geometry) as Polygon | MultiPolygon,
      }));
      this.#index = { release, outlines: new OutlineIndex(parsed) };
    }
    return this.#index;
  }
}

function carriesPoints(table: TableName): boolean {
  return 'longitude' in TABLES[table].columns && 'borough' in TABLES[table].columns;
}

async function placeFile(
  connection: DuckDBConnection,
  from: string,
  to: string,
  outlines: OutlineIndex,
): Promise<void> {
  const name = `place_${crypto.randomUUID().replaceAll('-', '')}`;
  await connection.run(`CREATE TEMP TABLE ${name} (longitude DOUBLE, latitude DOUBLE, place VARCHAR)`);
  try {
    const points = await connection.runAndReadAll(
      `SELECT DISTINCT longitude, latitude FROM read_parquet(${sqlText(from)}) WHERE longitude IS NOT NULL AND latitude IS NOT NULL`,
    );
    const appender = await connection.createAppender(name, undefined, 'temp');
    for (const [longitude, latitude] of points.getRows()) {
      const area = outlines.areaOf(Number(longitude), Number(latitude));
      if (area === null) continue;
      appender.appendDouble(Number(longitude));
      appender.appendDouble(Number(latitude));
      appender.appendVarchar(area);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(
      `COPY (SELECT r.* REPLACE (p.place AS borough) FROM read_parquet(${sqlText(from)}, hive_partitioning = false) r LEFT JOIN ${name} p USING (longitude, latitude))
       TO ${sqlText(to)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    await connection.run(`DROP TABLE ${name}`);
  }
}
