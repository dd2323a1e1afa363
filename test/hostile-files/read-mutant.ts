import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAreas } from '../../src/areas/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import { isScrutineerError } from '../../src/foundation/errors.ts';
import { sqlName, sqlText } from '../../src/lake/engine.ts';
import { columnsOf } from '../../src/lake/tables.ts';
import { csvRecords } from '../../src/sources/csv/records.ts';
import { stageQuery } from '../../src/sources/importer/stage-query.ts';
import { stageRows } from '../../src/sources/importer/stage-rows.ts';
import { stageSql } from '../../src/sources/importer/stage-sql.ts';
import { MAX_REJECTS_LISTED, type Staged } from '../../src/sources/importer/staged.ts';
import type { Sample } from '../../src/sources/input/input-file.ts';
import { SOURCES } from '../../src/sources/registry.ts';
import type { Source, SourceContext } from '../../src/sources/source.ts';

export const context: SourceContext = { areas: loadAreas(CATALOGUE_DIR), force: null };

/** What became of a file that means harm. Anything in `faults` is a failure of the importer. */
export interface Outcome {
  readonly status: 'read' | 'read in part' | 'refused';
  readonly faults: readonly string[];
}

/** The source that knows a file, as the importer chooses it. */
export function sourceOf(sample: Sample): Source | null {
  return SOURCES.find((source) => source.recognises(sample)) ?? null;
}

/** Reads a file through a source as the importer does, short of making a release of it. */
export async function stage(
  connection: DuckDBConnection,
  source: Source,
  sample: Sample,
  scratch: string,
): Promise<Staged> {
  const parquet = join(scratch, `${crypto.randomUUID()}.parquet`);
  if (source.kind === 'sql') return stageSql(connection, source, sample, context, parquet, scratch);
  if (source.kind === 'query') return stageQuery(connection, source, sample, context, parquet, scratch);
  return stageRows(connection, source, sample.file, context, parquet);
}

/**
 * Reads a changed file and judges what comes of it: it must be read, read in part with every row accounted for, or refused by
 * an error of ours that says why. `heading` is the first line of the sample, where every record below it is one row.
 */
export async function readMutant(
  connection: DuckDBConnection,
  source: Source,
  sample: Sample,
  scratch: string,
  heading: readonly string[] | null,
): Promise<Outcome> {
  let staged: Staged;
  try {
    staged = await stage(connection, source, sample, scratch);
  } catch (error) {
    if (isScrutineerError(error)) return { status: 'refused', faults: named(error) };
    return { status: 'refused', faults: [`no named error: ${describe(error)}`] };
  }
  try {
    const faults = [
      ...counted(staged),
      ...(await accounted(staged, sample, heading)),
      ...(await sound(connection, source, staged)),
    ];
    return { status: staged.rowsRejected > 0 ? 'read in part' : 'read', faults };
  } finally {
    await rm(staged.parquet, { force: true });
  }
}

/** An error of ours says what is wrong, and what to do about it. */
function named(error: { message: string; advice: string }): string[] {
  const text = `${error.message} ${error.advice}`;
  return /(?<!received )undefined|\[object |(?<!received )NaN|not a function|Cannot read/.test(
    error.message,
  ) || error.advice === ''
    ? [`says nothing to a person: ${text.slice(0, 200)}`]
    : [];
}

/** Rows read are rows kept, rows rejected and repeats made one; every reject is listed as far as lists go. */
function counted({ rowsRead, rowsKept, rowsRejected, duplicates, rejects, rows }: Staged): string[] {
  const collapsed = rowsRead - rowsKept - rowsRejected;
  return [
    ...(collapsed < 0 || collapsed > duplicates
      ? [`rows lost: ${rowsRead} read, ${rowsKept} kept, ${rowsRejected} rejected, ${duplicates} repeats`]
      : []),
    ...(rejects.length < Math.min(rowsRejected, MAX_REJECTS_LISTED)
      ? [`rejects not listed: ${rejects.length} of ${rowsRejected}`]
      : []),
    ...(rowsKept > 0 && rows === 0 && rowsRejected === 0 && rowsKept > duplicates
      ? [`${rowsKept} rows kept and none written`]
      : []),
    ...([rowsRead, rowsKept, rowsRejected, duplicates, rows].every(
      (count) => Number.isInteger(count) && count >= 0,
    )
      ? []
      : ['a count that is no count']),
  ];
}

/**
 * Records counted by a reader of their own, of which none may be missing from the rows read. Headings, titles above them and
 * headings repeated are no records; where no headings are found nothing can be said.
 */
async function accounted(
  staged: Staged,
  sample: Sample,
  heading: readonly string[] | null,
): Promise<string[]> {
  if (heading === null || sample.format !== 'csv' || !sample.csv) return [];
  const records = await recordsBelow(heading, sample);
  return records <= staged.rowsRead ? [] : [`rows dropped: ${records} in the file, ${staged.rowsRead} read`];
}

/** How many records of a delimited file are data: all that are not blank, a comment at the head, a title or the headings. */
export async function recordsBelow(heading: readonly string[], sample: Sample): Promise<number> {
  const folded = fold(heading);
  let [records, above, found, atHead] = [0, 0, false, true];
  for (const item of csvRecords(
    (await sample.file.text()).replaceAll('\u0000', ''),
    sample.csv?.delimiter ?? ',',
  )) {
    const begins = item.kind === 'record' ? item.cells[0] : item.text;
    if (atHead && begins?.startsWith('#')) continue;
    atHead = false;
    const isHeading = item.kind === 'record' && fold(item.cells) === folded;
    if (isHeading && !found) [above, records, found] = [records, 0, true];
    const filled = item.kind === 'fault' ? 99 : item.cells.filter((cell) => cell.trim() !== '').length;
    if (filled > (found ? 0 : Math.max(1, Math.ceil(heading.length / 2) - 1)) && !isHeading) records += 1;
  }
  return found ? above + records : 0;
}

function fold(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim().toLowerCase()).join('\u0001');
}

/** No number that is none, no date that no publication can be of. */
async function sound(connection: DuckDBConnection, source: Source, { parquet }: Staged): Promise<string[]> {
  const tests = columnsOf(source.table).flatMap(([name, type]) => {
    const column = sqlName(name);
    if (type === 'DOUBLE') return [[name, `isnan(${column}) OR isinf(${column})`]];
    if (type === 'DATE') return [[name, `${column} < DATE '1000-01-01' OR ${column} > DATE '2999-12-31'`]];
    if (name === 'year') return [[name, `${column} < 1000 OR ${column} > 2999`]];
    return [];
  });
  if (tests.length === 0) return [];
  const counts = tests.map(([, bad]) => `count(*) FILTER (WHERE ${bad})`).join(', ');
  const reader = await connection.runAndReadAll(`SELECT ${counts} FROM read_parquet(${sqlText(parquet)})`);
  const [row] = reader.getRows();
  return tests.flatMap(([name], index) =>
    Number(row?.[index] ?? 0) > 0 ? [`impossible values in ${name}`] : [],
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200);
  const where =
    (error.stack ?? '')
      .split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? '';
  return `${error.name}: ${error.message.split('\n', 1)[0]?.slice(0, 160)} ${where.replace(/^at /, '').replace(/\(?file:\/\/.*\/src\//, 'src/')}`;
}
