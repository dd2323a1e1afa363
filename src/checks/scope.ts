import type { Areas } from '../areas/index.ts';
import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';
import type { TableName } from '../lake/tables.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';

/** What checks look at: a lake as known at some time, or only what some sources gave it. */
export interface Scope {
  readonly lake: Pick<Lake, 'releases' | 'engine' | 'inForce'>;
  readonly areas: Areas;
  /** First day after which nothing can have happened yet. */
  readonly today: string;
  readonly vintage?: Vintage | undefined;
  /** Only these sources; all without it. */
  readonly sources?: ReadonlySet<string> | undefined;
}

/** The sources of a check that are within the scope and of which the lake holds something; none means that there is nothing to look at. */
export function sourcesHeld(
  { lake, sources }: Scope,
  table: TableName,
  wanted: readonly string[] | undefined,
): readonly string[] {
  const held = lake.releases().filter((release) => release.table === table);
  return [...new Set(held.map(({ source }) => source))].filter(
    (source) =>
      (wanted === undefined || wanted.includes(source)) && (sources === undefined || sources.has(source)),
  );
}

/** Runs a query over the scope's lake. */
export async function ask({ lake }: Scope, sql: string): Promise<readonly Row[]> {
  return (await (await lake.engine()).query(sql)).rows;
}

/** The condition that keeps the releases in force as the scope knows them. */
export function inForce({ lake, vintage }: Scope, table: TableName): string {
  return lake.inForce(table, vintage ?? NEWEST);
}
