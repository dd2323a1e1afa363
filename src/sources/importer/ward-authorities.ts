import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { sqlText } from '../../lake/engine.ts';
import type { Release } from '../../lake/release.ts';

/** Codes of wards → the local authority that each lies in, by the lookups held; a code that lookups disagree on is left out. */
export async function wardAuthorities(
  connection: DuckDBConnection,
  lakeDir: string,
  releases: readonly Release[],
): Promise<ReadonlyMap<string, string>> {
  const files = releases
    .filter((release) => release.table === 'area_lookup')
    .flatMap((release) => release.files.map((file) => sqlText(join(lakeDir, file.path))));
  if (files.length === 0) return new Map();
  const reader = await connection.runAndReadAll(
    `SELECT code, min(parent_name) FROM read_parquet([${files.join(', ')}], union_by_name = true)
     WHERE parent_type = 'authority' AND code LIKE 'E05%' GROUP BY code HAVING count(DISTINCT parent_name) = 1`,
  );
  return new Map(reader.getRows().map(([code, authority]) => [String(code), String(authority)]));
}
