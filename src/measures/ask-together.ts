import type { Row } from '../lake/engine.ts';
import type { Lake } from '../lake/lake.ts';

/** Several questions made into one: its text, and the rows of it that answer each question. */
export interface Together {
  readonly sql: string;
  readonly rowsOf: (rows: readonly Row[], index: number) => readonly Row[];
}

/** A question that can be asked together with others. */
export interface Shareable<Question> {
  /** The same text for all questions that one scan of the lake can answer. */
  readonly scan: string;
  readonly question: Question;
  readonly join: (questions: readonly Question[]) => Together;
}

interface Waiting {
  readonly asked: Shareable<unknown>;
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
}

/** More questions than this are not put into one: the text of a query has to stay readable to a planner. */
const MOST_TOGETHER = 60;

const QUEUES = new WeakMap<Lake, Waiting[]>();

/**
 * Asks the lake, together with all that is asked of the same rows while the engine is busy: a page of many measures reads a table once and
 * not once for each measure. Every question gets the rows that it would get alone. When a joint question fails, each is asked by
 * itself, so that one that is wrong spoils no other.
 */
export async function askTogether<Question>(lake: Lake, asked: Shareable<Question>): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const running = QUEUES.get(lake);
    const queue = running ?? [];
    queue.push({ asked: asked as Shareable<unknown>, resolve, reject });
    if (running) return;
    QUEUES.set(lake, queue);
    void work(lake, queue);
  });
}

async function work(lake: Lake, queue: Waiting[]): Promise<void> {
  for (;;) {
    // Those who were just answered ask on before the next question goes out.
    await new Promise((resume) => setImmediate(resume));
    const scan = queue[0]?.asked.scan;
    if (scan === undefined) break;
    const alike = queue.filter(({ asked }) => asked.scan === scan).slice(0, MOST_TOGETHER);
    const taken = new Set(alike);
    queue.splice(0, queue.length, ...queue.filter((each) => !taken.has(each)));
    await answer(lake, alike);
  }
  QUEUES.delete(lake);
}

async function answer(lake: Lake, alike: readonly Waiting[]): Promise<void> {
  const [first] = alike;
  if (!first) return;
  try {
    const { sql, rowsOf } = first.asked.join(alike.map(({ asked }) => asked.question));
    const engine = await lake.engine();
    const { rows } = await engine.query(sql);
    for (const [index, { resolve }] of alike.entries()) resolve(rowsOf(rows, index));
  } catch (error) {
    if (alike.length === 1) first.reject(error);
    else for (const each of alike) await answer(lake, [each]);
  }
}
