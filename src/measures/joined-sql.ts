import type { Lake } from '../lake/lake.ts';
import { TABLES, type TableName } from '../lake/tables.ts';
import type { Vintage } from '../lake/vintages.ts';
import type { TableFeed } from './measure.ts';

/** A table named in a join: `{outcome}`. */
const NAMED = /\{([a-z_]+)\}/g;

/** The tables that a feed joins to its own. */
export function joinedTables({ join }: Pick<TableFeed, 'join'>): readonly TableName[] {
  return [...(join ?? '').matchAll(NAMED)].map(([, name]) => name).filter(isTable);
}

/** What a feed joins, each table in it kept to the releases that are in force. */
export function joinedSql(lake: Lake, { join }: Pick<TableFeed, 'join'>, vintage: Vintage): string {
  return (join ?? '').replaceAll(NAMED, (text, name: string) =>
    isTable(name) ? `(SELECT * FROM ${name} WHERE ${lake.inForce(name, vintage)})` : text,
  );
}

function isTable(name: string | undefined): name is TableName {
  return name !== undefined && name in TABLES;
}
