import { groupingSql, type Groupings } from '../grouping/grouping.ts';
import type { TableFeed } from '../measure.ts';
import type { RecordField, RecordSet } from './record-set.ts';
import { statusConditions } from './status-sql.ts';
import { STATUSES, type Status } from './status.ts';

/** Feeds of one field, one for each source: the share recorded, splittable by status and by what the set can be split by. */
export function fieldFeeds(set: RecordSet, field: RecordField, groupings: Groupings): readonly TableFeed[] {
  const conditions = statusConditions(set.table, field, groupings);
  const by = Object.fromEntries(
    Object.entries(set.by).flatMap(([name, split]) => {
      const grouping = typeof split === 'string' ? null : groupings[split.grouping];
      return typeof split === 'string' ? [[name, split]] : grouping ? [[name, groupingSql(grouping)]] : [];
    }),
  );
  const status = Object.fromEntries(STATUSES.map((each) => [each, counted(set, conditions[each])]));
  return set.sources.map((source) => ({
    kind: 'table',
    table: set.table,
    source,
    where: both(set.where, field.where),
    numerator: counted(set, conditions.recorded),
    denominator: set.weight,
    value: null,
    by,
    parts: { status },
  }));
}

/** The split of `mapFeed`: its groups are named by `cellName`. */
export const CELLS = 'field-and-status';

/** A feed that counts every status of every field of a set in one pass over its rows. */
export function mapFeed(set: RecordSet, source: string, groupings: Groupings): TableFeed {
  const cells = set.fields.flatMap((field) => {
    const conditions = statusConditions(set.table, field, groupings);
    return STATUSES.map(
      (status) => [cellName(field.id, status), counted(set, both(field.where, conditions[status]))] as const,
    );
  });
  return {
    kind: 'table',
    table: set.table,
    source,
    where: set.where,
    numerator: set.weight,
    denominator: null,
    value: null,
    by: {},
    parts: { [CELLS]: Object.fromEntries(cells) },
  };
}

export function cellName(field: string, status: Status): string {
  return `${field} ${status}`;
}

/** Both conditions; what is always true is not written, and what is never true stays bare. */
function both(one: string, other: string): string {
  if (one === NEVER || other === NEVER) return NEVER;
  return (
    [one, other]
      .filter((each) => each !== 'true')
      .map((each) => `(${each})`)
      .join(' AND ') || 'true'
  );
}

const NEVER = 'false';

function counted(set: RecordSet, condition: string): string {
  return condition === NEVER ? '0' : `coalesce(${set.weight} FILTER (WHERE ${condition}), 0)`;
}
