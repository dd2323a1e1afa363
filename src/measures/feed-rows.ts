import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';

/** Answers larger than this are not worth keeping: they are asked for once. */
const MOST_ROWS = 20_000;
/** So many rows are kept in all, for each lake. */
const MOST_ROWS_KEPT = 500_000;

interface Kept {
  readonly version: string;
  readonly answers: Map<string, Promise<readonly Row[]>>;
  rows: number;
}

const KEPT = new WeakMap<Lake, Kept>();

/**
 * The rows of a SELECT over the lake. The same text gives the same rows until the lake changes, so they are kept: a page
 * asks for one series in many ways, and for the same comparators with each. What failed is asked again.
 */
export async function feedRows(lake: Lake, sql: string): Promise<readonly Row[]> {
  const version = lake.version();
  let kept = KEPT.get(lake);
  if (kept?.version !== version || kept.rows > MOST_ROWS_KEPT) {
    kept = { version, answers: new Map(), rows: 0 };
    KEPT.set(lake, kept);
  }
  const { answers } = kept;
  const known = answers.get(sql);
  if (known) return known;
  const asked = ask(lake, sql);
  answers.set(sql, asked);
  try {
    const rows = await asked;
    if (rows.length > MOST_ROWS) answers.delete(sql);
    else kept.rows += rows.length;
    return rows;
  } catch (error) {
    answers.delete(sql);
    throw error;
  }
}

async function ask(lake: Lake, sql: string): Promise<readonly Row[]> {
  const engine = await lake.engine();
  const { rows } = await engine.query(sql);
  return rows;
}
