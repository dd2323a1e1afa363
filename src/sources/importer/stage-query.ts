import type { DuckDBConnection } from '@duckdb/node-api';
import { BadInputError } from '../../foundation/errors.ts';
import { sqlName, sqlText } from '../../lake/engine.ts';
import type { Reject } from '../../lake/release.ts';
import { columnsOf } from '../../lake/tables.ts';
import type { Sample } from '../input/input-file.ts';
import { requireWholeGzip } from '../input/whole-gzip.ts';
import type { QueryPlan, QuerySource, SourceContext } from '../source.ts';
import { openClean, openRepaired, type OpenTable } from './raw-table.ts';
import type { Staged } from './staged.ts';
import { MAX_REJECTS_LISTED } from './staged.ts';
import { timeSpan } from './time-span.ts';

/**
 * Normalises a long or wide table into Parquet by SQL. A CSV that is clean is read at full speed; one with anything wrong in it is
 * repaired line by line first, so that each bad record can be named by its line.
 */
export async function stageQuery(
  connection: DuckDBConnection,
  source: QuerySource,
  sample: Sample,
  context: SourceContext,
  parquet: string,
  scratch: string,
): Promise<Staged> {
  await requireWholeGzip(sample.file);
  const clean = await openClean(connection, sample);
  if (clean) {
    const staged = await closing(clean, () => stageTable(connection, source, clean, context, parquet));
    if (staged.rowsRejected === 0) return staged;
  }
  const table = await openRepaired(connection, sample, scratch);
  return closing(table, () => stageTable(connection, source, table, context, parquet));
}

async function closing<Value>(table: OpenTable, use: () => Promise<Value>): Promise<Value> {
  try {
    return await use();
  } finally {
    await table.drop();
  }
}

async function stageTable(
  connection: DuckDBConnection,
  source: QuerySource,
  table: OpenTable,
  context: SourceContext,
  parquet: string,
): Promise<Staged> {
  const plan = await source.plan(table, context);
  const bad = plan.checks.length === 0 ? 'false' : plan.checks.map((check) => `(${check.bad})`).join(' OR ');
  const keyed = keyedSql(table, plan, bad);
  const rejects = [...table.rejects, ...(await badRecords(connection, table, plan, bad, keyed))].toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
  const { records, duplicates, notices } = await counted(connection, table, plan);
  const rejected = rejects.length - table.rejects.length;
  if (records === rejected) throw nothingKept(table, rejects);
  await connection.run(
    `COPY (${rowsSql(source, plan, `(SELECT * FROM ${keyed} WHERE first_line = line)`)}) TO ${sqlText(parquet)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`,
  );
  const written = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${sqlText(parquet)})`);
  return {
    scope: plan.scope,
    force: plan.force,
    ...(plan.published ? { published: plan.published } : {}),
    ...(plan.citation ? { citation: plan.citation } : {}),
    ...(await timeSpan(connection, source.table, parquet)),
    parquet,
    warnings: [...plan.warnings, ...table.warnings, ...notices],
    rows: Number(written.getRows()[0]?.[0] ?? 0),
    rowsRead: records + table.rejects.length,
    rowsKept: records - rejected,
    rejects: rejects.slice(0, MAX_REJECTS_LISTED),
    rowsRejected: rejects.length,
    duplicates,
  };
}

/** The readable records, each with the line on which its key stands first, and whether it says the same as that line. */
function keyedSql(table: OpenTable, plan: QueryPlan, bad: string): string {
  if (plan.uniqueBy === undefined)
    return `(SELECT *, line AS first_line, true AS same FROM ${table.name} WHERE NOT coalesce(${bad}, false))`;
  const all = `hash(${table.header.map((_, index) => `c${index}`).join(', ')})`;
  const key = `PARTITION BY ${plan.uniqueBy.join(', ')} ORDER BY line`;
  return `(SELECT *, first_value(line) OVER (${key}) AS first_line, first_value(${all}) OVER (${key}) = ${all} AS same FROM ${table.name} WHERE NOT coalesce(${bad}, false))`;
}

/** SQL for the finished rows. */
function rowsSql(source: QuerySource, plan: QueryPlan, from: string): string {
  const columns = columnsOf(source.table);
  const given = (name: string): string => {
    if (name === 'source') return sqlText(source.id);
    if (name === 'force' && plan.force !== null) return sqlText(plan.force);
    return plan.columns[name] ?? 'NULL';
  };
  const { unpivot } = plan;
  if (!unpivot) {
    const select = columns.map(([name, type]) => `CAST(${given(name)} AS ${type}) AS ${sqlName(name)}`);
    return `SELECT ${select.join(', ')} FROM ${from} ORDER BY line`;
  }
  const whole = columns.filter(([name]) => unpivot.values[name] === undefined);
  const carried = whole.map(([name, type]) => `CAST(${given(name)} AS ${type}) AS ${sqlName(name)}`);
  const cells = unpivot.columns.map(({ at, label }) => `c${at} AS ${sqlName(label)}`);
  const on = unpivot.columns.map(({ label }) => sqlName(label)).join(', ');
  const select = columns.map(([name, type]) => {
    const value = unpivot.values[name];
    return value === undefined ? sqlName(name) : `CAST(${value} AS ${type}) AS ${sqlName(name)}`;
  });
  return `SELECT ${select.join(', ')} FROM (UNPIVOT (SELECT ${[...carried, ...cells].join(', ')} FROM ${from}) ON ${on} INTO NAME label VALUE cell)`;
}

async function badRecords(
  connection: DuckDBConnection,
  table: OpenTable,
  plan: QueryPlan,
  bad: string,
  keyed: string,
): Promise<Reject[]> {
  const text = table.header.map((_, index) => `coalesce(c${index}, '')`).join(", ',', ");
  const which = plan.checks.map((check, index) => `WHEN ${check.bad} THEN ${index}`).join(' ');
  const unreadable =
    plan.checks.length === 0
      ? []
      : (
          await connection.runAndReadAll(
            `SELECT CAST(line AS INTEGER), CASE ${which} END, concat(${text}) FROM ${table.name} WHERE ${bad} ORDER BY 1`,
          )
        )
          .getRows()
          .map(([line, index, raw]): Reject => {
            const check = plan.checks[Number(index)];
            return {
              line: Number(line),
              column: check?.column ?? null,
              reason: check?.reason ?? 'unreadable',
              text: String(raw).slice(0, 500),
            };
          });
  if (plan.uniqueBy === undefined) return unreadable;
  const conflicting = await connection.runAndReadAll(
    `SELECT CAST(line AS INTEGER), CAST(first_line AS INTEGER), concat(${text}) FROM ${keyed} WHERE NOT same ORDER BY 1`,
  );
  return [
    ...unreadable,
    ...conflicting.getRows().map(([line, first, raw]): Reject => ({
      line: Number(line),
      column: null,
      reason: `line ${Number(first)} gives another value for the same key`,
      text: String(raw).slice(0, 500),
    })),
  ];
}

async function counted(
  connection: DuckDBConnection,
  table: OpenTable,
  plan: QueryPlan,
): Promise<{ records: number; duplicates: number; notices: string[] }> {
  const all = table.header.map((_, index) => `c${index}`).join(', ');
  const notices = plan.notices.map(({ count }) => `, ${count}`).join('');
  const reader = await connection.runAndReadAll(
    `SELECT count(*), count(*) - count(DISTINCT hash(${all}))${notices} FROM ${table.name}`,
  );
  const [records, duplicates, ...rest] = (reader.getRows()[0] ?? []).map(Number);
  const told = plan.notices.flatMap(({ say }, index) =>
    (rest[index] ?? 0) > 0 ? [say(rest[index] ?? 0)] : [],
  );
  return { records: records ?? 0, duplicates: duplicates ?? 0, notices: told };
}

function nothingKept(table: OpenTable, rejects: readonly Reject[]): BadInputError {
  const [first] = rejects;
  return first === undefined
    ? new BadInputError(
        'no rows: there is nothing below the header',
        { file: table.file.path, line: table.headerLine },
        'Download the file again.',
      )
    : new BadInputError(
        `none of its rows can be read; the first: ${first.reason}`,
        {
          file: table.file.path,
          ...(first.line === null ? {} : { line: first.line }),
          ...(first.column === null ? {} : { column: first.column }),
        },
        'Check that the file is in its published layout.',
      );
}
