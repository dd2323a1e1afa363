import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';
import { askTogether, type Shareable } from './ask-together.ts';

/** Answers larger than this are not worth keeping: they are asked for once. */
const MOST_ROWS = 20_000;
/** So many rows are kept in all, for each lake; the longest unasked go first. */
const MOST_ROWS_KEPT = 500_000;

interface Answer {
  /** State of the lake for which the rows are known to hold. */
  readonly version: string;
  /** The manifests of the releases that the text names. */
  readonly print: string;
  readonly rows: Promise<readonly Row[]>;
  readonly count: number;
}

interface Kept {
  readonly answers: Map<string, Answer>;
  rows: number;
}

const KEPT = new WeakMap<Lake, Kept>();

/**
 * The rows of a SELECT over the lake, whose text must name every release that it reads rows of (`lake.inForce` does). Such a text gives
 * the same rows for as long as the files of those releases are the same, whatever else is imported: a new month of one source leaves
 * the answers of all others as they are, and a page that asks for one series in many ways asks once. What failed is asked again.
 * @param read where the rows come from, when they are asked for together with others
 */
export async function feedRows(
  lake: Lake,
  sql: string,
  read: () => Promise<readonly Row[]> = async () => ask(lake, sql),
): Promise<readonly Row[]> {
  const version = lake.version();
  const kept = KEPT.get(lake) ?? { answers: new Map<string, Answer>(), rows: 0 };
  KEPT.set(lake, kept);
  const known = kept.answers.get(sql);
  if (known?.version === version) return known.rows;
  const print = lake.printOf(quotedIn(sql));
  if (known?.print === print) {
    keep(kept, sql, { ...known, version });
    return known.rows;
  }
  const answer: Answer = { version, print, rows: read(), count: 0 };
  keep(kept, sql, answer);
  try {
    const rows = await answer.rows;
    if (kept.answers.get(sql)?.rows !== answer.rows) return rows;
    // Rows that were derived anew while they were read are not those that the answer is kept for.
    if (rows.length > MOST_ROWS || lake.printOf(quotedIn(sql)) !== print) drop(kept, sql);
    else {
      keep(kept, sql, { ...answer, count: rows.length });
      while (kept.rows > MOST_ROWS_KEPT) drop(kept, kept.answers.keys().next().value ?? sql);
    }
    return rows;
  } catch (error) {
    if (kept.answers.get(sql)?.rows === answer.rows) drop(kept, sql);
    throw error;
  }
}

/** Every text in quotes, among them the names of releases. */
function quotedIn(sql: string): string[] {
  return [...sql.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
}

function keep(kept: Kept, sql: string, answer: Answer): void {
  drop(kept, sql);
  kept.answers.set(sql, answer);
  kept.rows += answer.count;
}

function drop(kept: Kept, sql: string): void {
  kept.rows -= kept.answers.get(sql)?.count ?? 0;
  kept.answers.delete(sql);
}

async function ask(lake: Lake, sql: string): Promise<readonly Row[]> {
  const engine = await lake.engine();
  const { rows } = await engine.query(sql);
  return rows;
}

/** The same for a question that can be asked together with others. */
export async function sharedRows<Question>(lake: Lake, asked: Shareable<Question>): Promise<readonly Row[]> {
  return feedRows(lake, asked.join([asked.question]).sql, async () => askTogether(lake, asked));
}
