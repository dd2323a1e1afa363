import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Areas } from '../../areas/index.ts';
import { sqlText } from '../../lake/engine.ts';
import type { Release } from '../../lake/release.ts';
import { spansInForce } from '../../lake/vintages.ts';
import { lacking } from '../../lake/views.ts';
import { fullest, type HeldOutline } from './fullest.ts';
import { PlaceBook } from './place-book.ts';

interface Row extends HeldOutline {
  readonly release: string;
  readonly area: string;
  readonly areaType: string;
  readonly parent: string | null;
}

/**
 * The outlines by which points are placed, of all that the lake holds: for boroughs the publication (source and year) with most of
 * them, of two as full the one drawn with most points, and of two alike the later; likewise for wards, which may come as a file for
 * each borough. Null when it holds neither.
 */
export async function heldOutlines(
  connection: DuckDBConnection,
  lakeDir: string,
  releases: readonly Release[],
  areas: Areas,
): Promise<PlaceBook | null> {
  const held = releases.filter((release) => release.table === 'boundary');
  const inForce = new Set(spansInForce(held).map((span) => span.release));
  const rows = (
    await Promise.all(
      held
        .filter(({ release }) => inForce.has(release))
        .map((release) => outlinesOf(connection, lakeDir, release)),
    )
  ).flat();
  const named = new Set(areas.list('borough').map(({ name }) => name));
  const boroughs = fullest(rows.filter((row) => named.has(row.area) && row.areaType !== 'ward'));
  const wards = fullest(rows.filter((row) => row.areaType === 'ward'));
  const used = [...new Set([...boroughs, ...wards].map(({ release }) => release))].toSorted();
  if (used.length === 0) return null;
  return new PlaceBook(
    boroughs.map(({ area, geometry }) => ({ area, geometry: parsed(geometry) })),
    wards.map(({ area, code, parent, geometry }) => ({
      code,
      name: area,
      borough: parent,
      geometry: parsed(geometry),
    })),
    used,
  );
}

async function outlinesOf(
  connection: DuckDBConnection,
  lakeDir: string,
  release: Release,
): Promise<readonly Row[]> {
  const files = release.files.map((file) => sqlText(join(lakeDir, file.path))).join(', ');
  const parent = lacking(release).includes('parent') ? 'NULL' : 'parent';
  const reader = await connection.runAndReadAll(
    `SELECT source, year, area, area_type, code, ${parent}, geometry FROM read_parquet([${files}], hive_partitioning = false)`,
  );
  return reader.getRows().map(([source, year, area, areaType, code, parent, geometry]) => ({
    release: release.release,
    source: String(source),
    year: year === null ? null : Number(year),
    area: String(area),
    areaType: String(areaType),
    code: String(code),
    parent: parent === null ? null : String(parent),
    geometry: String(geometry),
  }));
}

function parsed(geometry: string): Polygon | MultiPolygon {
  return JSON.parse(geometry) as Polygon | MultiPolygon;
}
