import { join } from 'node:path';
import { sqlName, sqlText } from './engine.ts';
import type { Release } from './release.ts';
import type { TableName } from './tables.ts';
import { LATER_COLUMNS, RELEASE_COLUMNS, TABLES, columnsOf } from './tables.ts';
import { byPublication, type Span } from './vintages.ts';

/** The view of a table over the Parquet files of its releases; an empty table of the right shape without any. */
export function tableViewSql(table: TableName, lakeDir: string, releases: readonly Release[]): string {
  const columns = columnsOf(table);
  if (releases.every(({ files }) => files.length === 0)) {
    const none = [...columns, ['release', 'VARCHAR'] as const].map(
      ([name, type]) => `CAST(NULL AS ${type}) AS ${sqlName(name)}`,
    );
    return `CREATE OR REPLACE VIEW ${table} AS SELECT ${none.join(', ')} WHERE false`;
  }
  // Releases from before a column was added are read beside the others, without it.
  const alike = Map.groupBy(releases, (release) => lacking(release).join());
  const parts = [...alike.values()].map((members) => {
    const lacks = new Set(members.flatMap(lacking));
    const list = members.flatMap(({ files }) => files.map((file) => sqlText(join(lakeDir, file.path))));
    const names = columns.map(([name, type]) =>
      lacks.has(name) ? `CAST(NULL AS ${type}) AS ${sqlName(name)}` : sqlName(name),
    );
    return `SELECT ${[...names, 'release'].join(', ')} FROM read_parquet([${list.join(', ')}], hive_partitioning = true, hive_types = {'release': VARCHAR})`;
  });
  return `CREATE OR REPLACE VIEW ${table} AS ${parts.join(' UNION ALL ')}`;
}

/** Columns of its table that a release's files do not have. */
export function lacking({ table, columns }: Pick<Release, 'table' | 'columns'>): readonly string[] {
  if (!columns) return LATER_COLUMNS[table] ?? [];
  return columnsOf(table).flatMap(([name]) => (columns.includes(name) ? [] : [name]));
}

/** A condition that keeps the rows of the releases in force, each for the days it answers for. */
export function vintageFilterSql(
  table: TableName,
  spans: readonly Span[],
  releases: readonly Release[],
): string {
  if (spans.length === 0) return 'false';
  const known = new Map(releases.map((release) => [release.release, release]));
  const whole: string[] = [];
  const partial: string[] = [];
  for (const span of spans) {
    const release = known.get(span.release);
    if (span.from === null || span.to === null || (release?.from === span.from && release.to === span.to))
      whole.push(sqlText(span.release));
    else partial.push(`(release = ${sqlText(span.release)} AND ${between(table, span.from, span.to)})`);
  }
  const conditions = whole.length === 0 ? partial : [`release IN (${whole.join(', ')})`, ...partial];
  const inForce = `(${conditions.join(' OR ')})`;
  const once = onceSql(table, spans, known, inForce);
  return once === null ? inForce : `(${inForce} AND ${once})`;
}

/**
 * A condition that keeps once what stands in publications that overlap, that of the newest; null where none do. Releases of one scope are
 * vintages of each other and never in force for the same day, but the answers for one area and for a wider one are two scopes.
 */
function onceSql(
  table: TableName,
  spans: readonly Span[],
  known: ReadonlyMap<string, Release>,
  inForce: string,
): string | null {
  if (!('published_id' in TABLES[table].columns)) return null;
  const identified = spans.flatMap((span) => {
    const release = known.get(span.release);
    return release?.identified ? [{ span, release }] : [];
  });
  const overlapping = identified.filter(({ span, release }) =>
    identified.some((other) => other.release.scope !== release.scope && overlap(span, other.span)),
  );
  if (overlapping.length === 0) return null;
  const ranked = [...new Set(overlapping.map(({ release }) => release))].toSorted(byPublication).toReversed();
  const list = ranked.map(({ release }) => sqlText(release)).join(', ');
  const rank = ranked.map(({ release }, index) => `WHEN ${sqlText(release)} THEN ${index}`).join(' ');
  return `(release NOT IN (${list}) OR published_id IS NULL OR (published_id, release) IN (
    SELECT published_id, max_by(release, CASE release ${rank} END) FROM ${table} WHERE release IN (${list}) AND ${inForce} GROUP BY published_id))`;
}

function overlap(a: Span, b: Span): boolean {
  return (
    (a.from === null || b.to === null || a.from <= b.to) &&
    (b.from === null || a.to === null || b.from <= a.to)
  );
}

function between(table: TableName, from: string, to: string): string {
  const schema = TABLES[table];
  return schema.time === 'year'
    ? `year BETWEEN ${Number(from.slice(0, 4))} AND ${Number(to.slice(0, 4))}`
    : `${sqlName(schema.time)} BETWEEN DATE ${sqlText(from)} AND DATE ${sqlText(to)}`;
}

/** The `release` table, made from the manifests. */
export function releaseTableSql(releases: readonly Release[]): string {
  const columns = Object.entries(RELEASE_COLUMNS).map(([name, type]) => `${sqlName(name)} ${type}`);
  const create = `CREATE OR REPLACE TABLE release (${columns.join(', ')})`;
  if (releases.length === 0) return create;
  const rows = releases.map((release) => {
    const counted: Record<string, unknown> = { ...release };
    return `(${Object.keys(RELEASE_COLUMNS)
      .map((name) => literal(counted[name]))
      .join(', ')})`;
  });
  return `${create};\nINSERT INTO release VALUES ${rows.join(', ')}`;
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? sqlText(value) : 'NULL';
}
