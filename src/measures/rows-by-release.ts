import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';
import type { TableName } from '../lake/tables.ts';
import type { Span } from '../lake/vintages.ts';
import { askTogether } from './ask-together.ts';
import { shareable, type FeedQuery } from './feed-query.ts';

/** Answers larger than this are not worth keeping: they are asked for once. */
const MOST_ROWS = 20_000;
/** So much is kept in all, for each lake, counting a row or a release without rows as one; the longest unasked go first. */
const MOST_KEPT = 500_000;

interface Part {
  /** The manifest of the release, which names its files. */
  readonly print: string;
  readonly rows: Promise<readonly Row[]>;
}

interface Question {
  readonly parts: Map<string, Part>;
  size: number;
}

const KEPT = new WeakMap<Lake, Map<string, Question>>();

/**
 * The rows of a SELECT that groups by release, ordered by its area, grp and date. Each release makes rows of its own, whichever others are in
 * force, and a release's files never change; so what each one gives is kept, and only releases not yet asked are read: one
 * more month costs one file. What failed is asked again.
 * @param queryOf the query for a condition that keeps some releases
 */
export async function rowsByRelease(
  lake: Lake,
  table: TableName,
  spans: readonly Span[],
  queryOf: (condition: string) => FeedQuery,
): Promise<readonly Row[]> {
  const name = JSON.stringify(queryOf('…'));
  const questions = KEPT.get(lake) ?? new Map<string, Question>();
  KEPT.set(lake, questions);
  const question = questions.get(name) ?? { parts: new Map<string, Part>(), size: 0 };
  questions.delete(name);
  questions.set(name, question);
  const wanted = [...Map.groupBy(spans, ({ release }) => release)].map(([release, own]) => ({
    key: `${release} ${own.map(({ from, to }) => `${from} ${to}`).join()}`,
    release,
    own,
    print: lake.printOf([release]),
  }));
  const missing = wanted.filter(({ key, print }) => question.parts.get(key)?.print !== print);
  if (missing.length > 0) {
    const condition = lake.conditionOf(
      table,
      missing.flatMap(({ own }) => own),
    );
    const read = ask(lake, queryOf(condition));
    for (const { key, release, print } of missing)
      question.parts.set(key, { print, rows: read.then((found) => found.get(release) ?? []) });
  }
  const parts = wanted.flatMap(({ key }) => question.parts.get(key) ?? []);
  try {
    const rows = (await Promise.all(parts.map(async (part) => part.rows))).flat();
    question.size += missing.length === 0 ? 0 : missing.length + rows.length;
    // Rows that were derived anew while they were read are not those that they are kept for.
    const overtaken = missing.filter(({ release, print }) => lake.printOf([release]) !== print);
    for (const { key } of overtaken) question.parts.delete(key);
    if (rows.length > MOST_ROWS) questions.delete(name);
    while (sizeOf(questions) > MOST_KEPT) questions.delete(questions.keys().next().value ?? name);
    return rows.toSorted(byAreaGroupAndTime);
  } catch (error) {
    for (const { key } of missing) question.parts.delete(key);
    throw error;
  }
}

async function ask(lake: Lake, query: FeedQuery): Promise<Map<string, readonly Row[]>> {
  const rows = await askTogether(lake, shareable(query));
  return Map.groupBy(rows, (row) => String(row['release']));
}

function sizeOf(questions: ReadonlyMap<string, Question>): number {
  return questions.values().reduce((sum, { size }) => sum + size, 0);
}

function byAreaGroupAndTime(a: Row, b: Row): number {
  return compare(a['area'], b['area']) || compare(a['grp'], b['grp']) || compare(a['date'], b['date']);
}

function compare(a: Row[string] | undefined, b: Row[string] | undefined): number {
  const [left, right] = [String(a ?? ''), String(b ?? '')];
  return left < right ? -1 : Number(left > right);
}
