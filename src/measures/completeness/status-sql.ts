import { sqlText } from '../../lake/engine.ts';
import { TABLES, type TableName } from '../../lake/tables.ts';
import { groupingSql, type Groupings } from '../grouping/grouping.ts';
import type { RecordField } from './record-set.ts';
import type { SaidStatus, Status } from './status.ts';

const SAID: readonly SaidStatus[] = ['not-stated', 'refused', 'unknown', 'missing'];

/**
 * A condition for each status a record may have in a field, in SQL that DuckDB and Trino both speak. No record meets two of
 * them, and every record meets one. (None is ever NULL, so that each can be counted by itself.)
 */
export function statusConditions(
  table: TableName,
  field: RecordField,
  groupings: Groupings,
): Readonly<Record<Status, string>> {
  const columnTypes: Readonly<Record<string, string>> = TABLES[table].columns;
  const isText = columnTypes[field.column] === 'VARCHAR';
  const blank = isText ? `coalesce(${field.column} = '', true)` : `${field.column} IS NULL`;
  const said = (status: SaidStatus): string => {
    const labels = field[status];
    return labels.length === 0
      ? 'false'
      : `coalesce(${field.column} IN (${labels.map(sqlText).join(', ')}), false)`;
  };
  const known = [...SAID.map(said).filter((each) => each !== 'false'), blank].map((each) => `NOT ${each}`);
  const conflict = conflictOf(field, groupings);
  const conditions: Record<Status, string> = {
    recorded: [...known, ...(conflict === null ? [] : [`NOT ${conflict}`])].join(' AND '),
    conflicting: conflict === null ? 'false' : [...known, conflict].join(' AND '),
    'not-stated': said('not-stated'),
    refused: said('refused'),
    unknown: said('unknown'),
    missing: said('missing') === 'false' ? blank : `(${blank} OR ${said('missing')})`,
  };
  return conditions;
}

/** Both columns name a group between which a difference counts, and not the same. */
function conflictOf({ conflicts_with: with_ }: RecordField, groupings: Groupings): string | null {
  const grouping = with_ && groupings[with_.grouping];
  if (!with_ || !grouping) return null;
  const among = with_.among.map(sqlText).join(', ');
  const group = groupingSql(grouping);
  return `coalesce(${with_.column} IN (${among}) AND ${group} IN (${among}) AND ${group} <> ${with_.column}, false)`;
}
