import { loadAreas } from '../../areas/index.ts';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { DuckDbEngine } from '../../lake/duckdb.ts';
import { sqlName, sqlText, type Cell } from '../../lake/engine.ts';
import { columnsOf, type TableName } from '../../lake/tables.ts';
import type { Release } from '../../lake/release.ts';
import type { Scope } from '../scope.ts';

export type MadeUpRow = Readonly<Record<string, Cell>> & { readonly source: string };

/** For tests: rows laid straight into tables, as a lake would hold them after an import. */
export async function madeUpLake(
  tables: Readonly<Partial<Record<TableName, readonly MadeUpRow[]>>>,
): Promise<Scope & { close: () => void }> {
  const engine = await DuckDbEngine.start({ memory: '256MB' });
  const held: Pick<Release, 'table' | 'source'>[] = [];
  for (const [name, rows] of Object.entries(tables) as [TableName, readonly MadeUpRow[]][]) {
    const columns = [...columnsOf(name), ['release', 'VARCHAR'] as const];
    const values = rows.map(
      (row) =>
        `(${columns.map(([column, type]) => `CAST(${literal(column === 'release' ? `${row.source}-1` : (row[column] ?? null))} AS ${type})`).join(', ')})`,
    );
    await engine.query(
      `CREATE TABLE ${name} AS SELECT * FROM (VALUES ${values.join(', ')}) AS t(${columns.map(([column]) => sqlName(column)).join(', ')})`,
    );
    for (const source of new Set(rows.map((row) => row.source))) held.push({ table: name, source });
  }
  return {
    lake: {
      releases: () => held as Release[],
      engine: () => Promise.resolve(engine),
      inForce: () => 'true',
    },
    areas: loadAreas(CATALOGUE_DIR),
    today: '2026-01-01',
    close: () => engine.close(),
  };
}

function literal(cell: Cell): string {
  return typeof cell === 'string' ? sqlText(cell) : String(cell ?? 'NULL');
}
