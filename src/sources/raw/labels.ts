import { sqlText } from '../../lake/engine.ts';
import type { QueryPlan, RawTable } from '../source.ts';
import { RowFault } from '../table/row-fault.ts';

/** What labels of a raw table mean: an SQL expression for each thing they say, and checks for those that say nothing known. */
export interface Meaning<Key extends string> {
  readonly sql: Readonly<Record<Key, string>>;
  readonly checks: QueryPlan['checks'];
}

/**
 * Reads the labels that stand in some columns, each combination once, in TypeScript.
 * @param read what a combination of cells means (blank cells are ''); a RowFault rejects the records that carry it
 */
export async function meaningOf<Key extends string>(
  table: RawTable,
  columns: readonly number[],
  keys: readonly Key[],
  read: (...cells: readonly string[]) => Readonly<Record<Key, string | null>>,
): Promise<Meaning<Key>> {
  const cases: { readonly when: string; readonly means: Readonly<Record<Key, string | null>> }[] = [];
  const checks: { column: string; bad: string; reason: string }[] = [];
  for (const { cells } of await table.distinct(columns)) {
    const when = cells.map((cell, index) => equals(`c${columns[index]}`, cell)).join(' AND ');
    try {
      cases.push({ when, means: read(...cells.map((cell) => cell ?? '')) });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      checks.push({
        column: error.column ?? table.header[columns[0] ?? 0] ?? '',
        bad: when,
        reason: error.message,
      });
    }
  }
  const entries = keys.map(
    (key) => [key, caseSql(cases.map(({ when, means }) => [when, means[key]]))] as const,
  );
  return { sql: Object.fromEntries(entries) as Record<Key, string>, checks };
}

function caseSql(cases: readonly (readonly [when: string, text: string | null])[]): string {
  const filled = cases.filter(([, text]) => text !== null);
  if (filled.length === 0) return 'NULL';
  return `CASE ${filled.map(([when, text]) => `WHEN ${when} THEN ${sqlText(text ?? '')}`).join(' ')} END`;
}

function equals(column: string, cell: string | null): string {
  return cell === null ? `${column} IS NULL` : `${column} = ${sqlText(cell)}`;
}
