import type { Area, Areas } from '../areas/index.ts';
import type { Lake } from '../lake/lake.ts';
import type { TableName } from '../lake/tables.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import type { Doubt, DoubtQuestion, Doubts, Measure } from '../measures/index.ts';
import type { Check } from './check-schema.ts';
import { isAbout } from './is-about.ts';
import { BETWEEN, KeptProblems } from './kept-problems.ts';
import type { Problem } from './problem.ts';
import { runChecks } from './run-checks.ts';

/** What finding doubts needs of the program around it. */
export interface DoubtsOf {
  readonly lake: Lake;
  readonly areas: Areas;
  readonly checks: readonly Check[];
  /** Nothing can have happened after this day. */
  readonly today: string;
}

/**
 * What fails a check, and the doubts about figures that follow. Each publication is checked once for as long as the lake holds
 * the same of it; what was found is kept in the workspace.
 */
export class DataDoubts implements Doubts {
  readonly #of: DoubtsOf;
  readonly #kept: KeptProblems;

  constructor(of: DoubtsOf) {
    this.#of = of;
    this.#kept = new KeptProblems(of.lake, of.checks);
  }

  /** Everything that fails a check, in the order of the checks. */
  async all(): Promise<readonly Problem[]> {
    const held = this.#of.lake.releases().map(({ table, source }) => JSON.stringify([table, source]));
    const found: Problem[] = [];
    for (const pair of new Set(held)) {
      const [table, source] = JSON.parse(pair) as [TableName, string];
      found.push(...(await this.ofSource(table, source)));
    }
    for (const table of new Set(this.#of.checks.filter(isBetween).map((check) => check.table)))
      found.push(...(await this.#checked(table, BETWEEN, NEWEST)));
    const order = new Map(this.#of.checks.map(({ id }, index) => [id, index]));
    return found.toSorted((a, b) => (order.get(a.check) ?? 0) - (order.get(b.check) ?? 0));
  }

  /** What fails in one source's rows of a table. */
  async ofSource(table: TableName, source: string, vintage: Vintage = NEWEST): Promise<readonly Problem[]> {
    return this.#checked(table, source, vintage);
  }

  /** What concerns a measure, wherever it comes from. */
  async ofMeasure(measure: Measure): Promise<readonly Problem[]> {
    const found = await Promise.all(
      measure.feeds.map(async (feed) => {
        const table = feed.kind === 'figure' ? 'published_figure' : feed.table;
        const problems = await this.#ofSources(table, feed.kind === 'figure' ? null : feed.source, NEWEST);
        return problems.filter((problem) => isAbout(problem, measure, feed, null));
      }),
    );
    return [...new Set(found.flat())];
  }

  async about({
    measure,
    feed,
    areas,
    by,
    vintage,
  }: DoubtQuestion): Promise<ReadonlyMap<string, readonly Doubt[]>> {
    const table = feed.kind === 'figure' ? 'published_figure' : feed.table;
    const found = await this.#ofSources(table, feed.kind === 'figure' ? null : feed.source, vintage);
    const own = found.filter((problem) => isAbout(problem, measure, feed, by));
    if (own.length === 0) return new Map();
    const doubts = areas.map(
      (area) => [area.name, own.filter((problem) => this.#reaches(problem, area)).map(doubtOf)] as const,
    );
    return new Map(doubts.filter(([, list]) => list.length > 0));
  }

  async #ofSources(table: TableName, source: string | null, vintage: Vintage): Promise<readonly Problem[]> {
    const held = this.#of.lake.releases().filter((release) => release.table === table);
    const sources = source === null ? new Set(held.map((release) => release.source)) : [source];
    const found: Problem[] = [];
    for (const each of sources) found.push(...(await this.#checked(table, each, vintage)));
    return found;
  }

  async #checked(table: TableName, source: string, vintage: Vintage): Promise<readonly Problem[]> {
    return this.#kept.get(table, source, vintage, async () => {
      const { checks, ...scope } = this.#of;
      if (source === BETWEEN)
        return runChecks(
          checks.filter((check) => isBetween(check) && check.table === table),
          { ...scope, vintage },
        );
      const own = checks.filter((check) => !isBetween(check) && looksAt(check, table));
      const found = await runChecks(own, { ...scope, vintage, sources: new Set([source]) });
      return found.filter((problem) => problem.table === table);
    });
  }

  /** A problem of a force is one of its boroughs; one of a borough is one of that borough alone. */
  #reaches({ area }: Problem, asked: Area): boolean {
    return area === null || area === asked.name || this.#of.areas.within(asked.name, area);
  }
}

/** Whether a check sets sources, or tables, against each other. */
function isBetween(check: Check): check is Extract<Check, { kind: 'ratio' }> {
  if (check.kind !== 'ratio') return false;
  return [check.part, check.whole].some(({ table, sources }) => table !== undefined || sources !== undefined);
}

function looksAt(check: Check, table: TableName): boolean {
  if ('series' in check) return check.series.some((series) => series.table === table);
  return 'tables' in check ? check.tables.includes(table) : check.table === table;
}

function doubtOf({ check, seen, effect, from, to }: Problem): Doubt {
  return { check, seen, left_out: effect === 'leave-out', from, to };
}
