import type { Row } from '../lake/engine.ts';
import type { Shareable, Together } from './ask-together.ts';
import { restrictAggregate } from './restrict-aggregate.ts';

/** A SELECT over a feed's rows in its parts, so that several over the same rows can be made into one. */
export interface FeedQuery {
  /** Expressions of the columns that rows are put together by, each with its name; `release` is among them. */
  readonly groups: readonly (readonly [name: string, expression: string])[];
  /** Tables, conditions on source, place and time, and the releases in force. */
  readonly from: string;
  readonly among: string;
  readonly inForce: string;
  /** The feed's own condition. */
  readonly where: string;
  /** Aggregates, each with its name. */
  readonly values: readonly (readonly [name: string, aggregate: string])[];
}

const ORDER = ['area', 'grp', 'date'];

/** The SQL of some queries over the same rows. Each gets columns of its own, and the groups in which it has a row. */
export function joinQueries(queries: readonly FeedQuery[]): Together {
  const [first] = queries;
  if (!first) throw new RangeError('No query to join.');
  const wheres = [...new Set(queries.map(({ where }) => where))];
  const columns = new Map<string, string>();
  const column = (expression: string): string => {
    const name = columns.get(expression) ?? `v${columns.size}`;
    columns.set(expression, name);
    return name;
  };
  const read = queries.map(({ where, values }) => ({
    present: wheres.length === 1 ? null : column(`count(*) FILTER (WHERE ${where})`),
    values: values.map(
      ([name, aggregate]) =>
        [
          name,
          column(wheres.length === 1 ? aggregate : (restrictAggregateTo(aggregate, where) ?? aggregate)),
        ] as const,
    ),
  }));
  const groups = first.groups.map(([name, expression]) => `${expression} AS ${name}`);
  const places = ORDER.map((name) => first.groups.findIndex(([own]) => own === name) + 1);
  const sql = `SELECT ${[...groups, ...[...columns].map(([expression, name]) => `${expression} AS ${name}`)].join(',\n  ')}
FROM ${first.from}
WHERE ${first.among} AND (${wheres.map((where) => `(${where})`).join(' OR ')}) AND ${first.inForce}
GROUP BY ${groups.map((_, index) => index + 1).join(', ')}
ORDER BY ${places.join(', ')}`;
  return { sql, rowsOf: (rows, index) => rowsFor(rows, first, read[index]) };
}

/** A query as it is asked together with others: all that can be told apart by filters share a scan. */
export function shareable(question: FeedQuery): Shareable<FeedQuery> {
  const { groups, from, among, inForce, where, values } = question;
  const separable = values.every(([, aggregate]) => restrictAggregateTo(aggregate, where) !== null);
  const scan = JSON.stringify([groups, from, among, inForce, separable ? null : where]);
  return { scan, question, join: joinQueries };
}

const CAST = /^CAST\((.*) AS (DOUBLE|VARCHAR)\)$/s;

function restrictAggregateTo(value: string, where: string): string | null {
  const [, aggregate, type] = CAST.exec(value) ?? [];
  if (aggregate === undefined) return restrictAggregate(value, where);
  if (aggregate === 'NULL') return value;
  const restricted = restrictAggregate(aggregate, where);
  return restricted === null ? null : `CAST(${restricted} AS ${type})`;
}

function rowsFor(
  rows: readonly Row[],
  { groups }: FeedQuery,
  read:
    | {
        readonly present: string | null;
        readonly values: readonly (readonly [name: string, column: string])[];
      }
    | undefined,
): readonly Row[] {
  if (!read) return [];
  const { present, values } = read;
  return rows.flatMap((row) => {
    if (present !== null && row[present] === 0) return [];
    const own: Record<string, Row[string]> = {};
    for (const [name] of groups) own[name] = row[name] ?? null;
    for (const [name, column] of values) own[name] = row[column] ?? null;
    return [own];
  });
}
