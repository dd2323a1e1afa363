import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import type { TableName } from '../lake/tables.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import type { Check } from './check-schema.ts';
import type { Problem } from './problem.ts';

/** Stands for the checks that set the sources of a table against each other. */
export const BETWEEN = 'between sources';

interface Kept {
  readonly state: string;
  readonly problems: readonly Problem[];
}

/**
 * What the checks found, for as long as neither the releases nor the checks change: in memory, and for what is known now also in the
 * workspace (`checks/TABLE.SOURCE.json`), so that a question need not wait for checks that an import has made.
 */
export class KeptProblems {
  readonly #lake: Lake;
  readonly #checks: string;
  readonly #memory = new Map<
    string,
    { readonly state: string; readonly problems: Promise<readonly Problem[]> }
  >();

  constructor(lake: Lake, checks: readonly Check[]) {
    this.#lake = lake;
    this.#checks = JSON.stringify(checks);
  }

  async get(
    table: TableName,
    source: string,
    vintage: Vintage,
    find: () => Promise<readonly Problem[]>,
  ): Promise<readonly Problem[]> {
    const state = this.#state(table, source);
    const key = JSON.stringify([table, source, vintage]);
    const known = this.#memory.get(key);
    if (known?.state === state) return known.problems;
    const problems = vintage.kind === NEWEST.kind ? this.#stored(table, source, state, find) : find();
    this.#memory.set(key, { state, problems });
    problems.catch(() => this.#memory.delete(key));
    return problems;
  }

  async #stored(
    table: TableName,
    source: string,
    state: string,
    find: () => Promise<readonly Problem[]>,
  ): Promise<readonly Problem[]> {
    const path = join(this.#lake.workspace.dir, 'checks', `${table}.${source.replaceAll(' ', '-')}.json`);
    const kept = read(path);
    if (kept?.state === state) return kept.problems;
    const problems = await find();
    write(path, { state, problems });
    return problems;
  }

  /** Names what the checks would look at: the same text, the same answer. */
  #state(table: TableName, source: string): string {
    const releases = this.#lake
      .releases()
      .filter((release) => source === BETWEEN || (release.table === table && release.source === source))
      .map(({ release }) => release);
    return createHash('sha256')
      .update(JSON.stringify([releases, this.#checks]))
      .digest('hex');
  }
}

function read(path: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Partial<Kept>;
    return typeof kept.state === 'string' && Array.isArray(kept.problems) ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** Keeping is a convenience: where the workspace cannot be written to, the checks are made again. */
function write(path: string, kept: Kept): void {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, JSON.stringify(kept));
    renameSync(unfinished, path);
  } catch {
    // Read-only: nothing is lost but time.
  }
}
