const PLAIN = /^(?:sum|count|max|min)\((?:\*|(?:DISTINCT )?[a-z_]+)\)$/;
const FILTERED = /^((?:sum|count|max|min)\((?:\*|(?:DISTINCT )?[a-z_]+)\)) FILTER \(WHERE (.*)\)$/s;
const OR_NONE = /^coalesce\((.*), 0\)$/s;

/**
 * An aggregate over the rows that meet a condition; null where that cannot be said by adding the condition to it. Knows `sum(column)` and
 * its like, the same with a filter of its own, and `coalesce(…, 0)` of these.
 */
export function restrictAggregate(aggregate: string, condition: string): string | null {
  if (PLAIN.test(aggregate)) return `${aggregate} FILTER (WHERE ${condition})`;
  const [, call, own] = FILTERED.exec(aggregate) ?? [];
  if (call !== undefined && own !== undefined && isOneCondition(own))
    return `${call} FILTER (WHERE (${condition}) AND (${own}))`;
  const [, inner] = OR_NONE.exec(aggregate) ?? [];
  if (inner === undefined) return null;
  const restricted = restrictAggregate(inner, condition);
  return restricted === null ? null : `coalesce(${restricted}, 0)`;
}

/** Whether every bracket that a text opens outside quotes is closed in it, and none before it was opened. */
function isOneCondition(sql: string): boolean {
  let depth = 0;
  for (const sign of sql.replaceAll(/'[^']*'/g, '')) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
