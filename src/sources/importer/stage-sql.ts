import type { DuckDBConnection } from '@duckdb/node-api';
import { BadInputError } from '../../foundation/errors.ts';
import { sqlName, sqlText } from '../../lake/engine.ts';
import type { Reject } from '../../lake/release.ts';
import type { TableName } from '../../lake/tables.ts';
import { columnsOf } from '../../lake/tables.ts';
import type { CsvHead, Sample } from '../input/input-file.ts';
import { requireWholeGzip } from '../input/whole-gzip.ts';
import type { SourceContext, SqlPlan, SqlSource } from '../source.ts';
import { isPattern, readCsvSql, type CsvShape } from './read-csv-sql.ts';
import { repair } from './repair.ts';
import type { Staged } from './staged.ts';
import { MAX_REJECTS_LISTED } from './staged.ts';
import { closeSpan, textOrNull, timeSpanSql } from './time-span.ts';

/** Level 1 writes police.uk files a sixth faster than the usual level 3, and hardly larger. */
const PARQUET = 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1';

/**
 * Normalises a CSV into Parquet in one streaming statement. A file with anything wrong in it – broken quotes,
 * another encoding, a value that cannot be read – takes the slow road instead: it is repaired line by line, so that
 * each bad row can be named by line and column while the good ones are kept.
 */
export async function stageSql(
  connection: DuckDBConnection,
  source: SqlSource,
  sample: Sample,
  context: SourceContext,
  parquet: string,
  scratch: string,
): Promise<Staged> {
  await requireWholeGzip(sample.file);
  const plan = source.plan(sample, context);
  const head = sample.csv;
  if (!head) throw new TypeError('a CSV source was given a file that is not CSV');
  const clean =
    sample.encoding === 'utf-8' && (await stageClean(connection, source, plan, sample, head, parquet));
  if (clean) return clean;
  const repaired = await repair(sample.file, head, scratch);
  const shape: CsvShape = {
    path: repaired.path,
    delimiter: ',',
    newline: '\n',
    width: head.header.length,
    headerLine: 1,
    gzip: false,
    line: true,
  };
  const unreadable = await badRows(connection, plan, shape, head);
  await copy(connection, source, plan, shape, parquet, `NOT (${anyBad(plan)})`);
  const facts = await finish(connection, source.table, plan, parquet);
  const rejects = [...repaired.rejects, ...unreadable].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (facts.rows === 0) throw nothingKept(sample, rejects);
  return {
    ...plan,
    ...facts,
    parquet,
    warnings: [...plan.warnings, ...repaired.warnings, ...facts.notices],
    rowsRead: repaired.records + repaired.rejects.length,
    rejects: rejects.slice(0, MAX_REJECTS_LISTED),
    rowsRejected: rejects.length,
    rowsKept: facts.rows,
  };
}

/** The fast road. Null when the file is not clean. */
async function stageClean(
  connection: DuckDBConnection,
  source: SqlSource,
  plan: SqlPlan,
  sample: Sample,
  head: CsvHead,
  parquet: string,
): Promise<Staged | null> {
  const { file } = sample;
  if (isPattern(file.localPath)) return null;
  const shape: CsvShape = {
    path: file.localPath,
    delimiter: head.delimiter,
    newline: head.newline,
    width: head.header.length,
    headerLine: head.headerLine,
    gzip: file.gzip,
    line: false,
    types: plan.types,
  };
  try {
    await copy(connection, source, plan, shape, parquet, 'true');
  } catch {
    return null;
  }
  const facts = await finish(connection, source.table, plan, parquet);
  if (facts.bad > 0) return null;
  if (facts.rows === 0) throw nothingKept(sample, []);
  return {
    ...plan,
    ...facts,
    parquet,
    warnings: [...plan.warnings, ...facts.notices],
    rowsRead: facts.rows + facts.collapsed,
    rowsKept: facts.rows,
    rejects: [],
    rowsRejected: 0,
  };
}

/** Writes the normalised rows. A bad row has NULL in the key column, which a good one never has. */
async function copy(
  connection: DuckDBConnection,
  source: SqlSource,
  plan: SqlPlan,
  shape: CsvShape,
  parquet: string,
  where: string,
): Promise<void> {
  const bad = anyBad(plan);
  const select = columnsOf(source.table).map(([name, type]) => {
    const expression = expressionFor(name, source, plan);
    const value = name === plan.key ? `CASE WHEN ${bad} THEN NULL ELSE ${expression} END` : expression;
    return `CAST(${value} AS ${type}) AS ${sqlName(name)}`;
  });
  await connection.run(
    `COPY (SELECT ${select.join(', ')} FROM ${readCsvSql(shape)} WHERE ${where}) TO ${sqlText(parquet)} (${PARQUET})`,
  );
}

function expressionFor(name: string, source: SqlSource, plan: SqlPlan): string {
  if (name === 'source') return sqlText(source.id);
  if (name === 'force' && plan.force !== null) return sqlText(plan.force);
  return plan.columns[name] ?? 'NULL';
}

function anyBad(plan: SqlPlan): string {
  return plan.checks.map((check) => `(${check.bad})`).join(' OR ');
}

async function badRows(
  connection: DuckDBConnection,
  plan: SqlPlan,
  shape: CsvShape,
  head: CsvHead,
): Promise<Reject[]> {
  const which = plan.checks.map((check, index) => `WHEN ${check.bad} THEN ${index}`).join(' ');
  const text = head.header.map((_, index) => `coalesce(c${index}, '')`).join(", ',', ");
  const reader = await connection.runAndReadAll(
    `SELECT CAST(line AS INTEGER), CASE ${which} END, concat(${text}) FROM ${readCsvSql(shape)} WHERE ${anyBad(plan)} ORDER BY 1`,
  );
  return reader.getRows().map(([line, index, raw]) => {
    const check = plan.checks[Number(index)];
    return {
      line: Number(line),
      column: check?.column ?? null,
      reason: check?.reason ?? 'unreadable',
      text: String(raw).slice(0, 500),
    };
  });
}

interface Finished extends Pick<Staged, 'from' | 'to' | 'duplicates' | 'rows'> {
  readonly bad: number;
  /** Exact repeats with one ID that were made one. */
  readonly collapsed: number;
  readonly notices: readonly string[];
}

/** Reads the written file back: counts, span, repeats and what a reader should be told. Makes repeats of an ID one. */
async function finish(
  connection: DuckDBConnection,
  table: TableName,
  plan: SqlPlan,
  parquet: string,
): Promise<Finished> {
  const rows = `read_parquet(${sqlText(parquet)})`;
  const id = plan.idColumn === undefined ? 'NULL' : sqlName(plan.idColumn);
  const notices = plan.notices.map(({ count }, index) => `, ${count} AS notice_${index}`).join('');
  const reader = await connection.runAndReadAll(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE ${sqlName(plan.key)} IS NULL) AS bad,
       count(*) - count(${id}) - count(DISTINCT CASE WHEN ${id} IS NULL THEN hash(r) END) AS plain_repeats,
       count(${id}) - count(DISTINCT CASE WHEN ${id} IS NOT NULL THEN hash(r) END) AS id_repeats,
       ${timeSpanSql(table)}${notices} FROM ${rows} r`,
  );
  const [row] = reader.getRowObjects();
  const number = (name: string): number => Number(row?.[name] ?? 0);
  const collapsed = number('bad') === 0 ? number('id_repeats') : 0;
  if (collapsed > 0) await collapseRepeats(connection, rows, id, parquet);
  const told = plan.notices.flatMap(({ say }, index) =>
    number(`notice_${index}`) > 0 ? [say(number(`notice_${index}`))] : [],
  );
  return {
    ...closeSpan(table, textOrNull(row?.['span_from']), textOrNull(row?.['span_to'])),
    rows: number('rows') - collapsed,
    bad: number('bad'),
    duplicates: number('plain_repeats') + number('id_repeats'),
    collapsed,
    notices: told,
  };
}

async function collapseRepeats(
  connection: DuckDBConnection,
  rows: string,
  id: string,
  parquet: string,
): Promise<void> {
  const once = `SELECT * FROM ${rows} WHERE ${id} IS NULL UNION ALL SELECT DISTINCT * FROM ${rows} WHERE ${id} IS NOT NULL`;
  const name = `once_${crypto.randomUUID().replaceAll('-', '')}`;
  await connection.run(`CREATE TEMP TABLE ${name} AS ${once}`);
  try {
    await connection.run(`COPY ${name} TO ${sqlText(parquet)} (${PARQUET})`);
  } finally {
    await connection.run(`DROP TABLE ${name}`);
  }
}

function nothingKept(sample: Sample, rejects: readonly Reject[]): BadInputError {
  const [first] = rejects;
  return first === undefined
    ? new BadInputError(
        'the file has a header and no rows',
        { file: sample.file.path },
        'Check that the download is complete.',
      )
    : new BadInputError(
        `none of its rows can be read; the first: ${first.reason}`,
        {
          file: sample.file.path,
          ...(first.line === null ? {} : { line: first.line }),
          ...(first.column === null ? {} : { column: first.column }),
        },
        'Check that the file is in its published layout.',
      );
}
