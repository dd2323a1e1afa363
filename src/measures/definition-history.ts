import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Workspace } from '../lake/workspace.ts';
import type { Measures } from './load-measures.ts';
import type { Feed, Measure } from './measure.ts';

/** A recipe that was in use in a workspace. */
export interface DatedDefinition {
  readonly measure: Measure;
  /** First day (UTC) on which this workspace used it. */
  readonly since: IsoDate;
  /** False for the oldest one held, where the day asked about lies before it: what was in use then is not known. */
  readonly certain: boolean;
}

interface Entry {
  readonly id: string;
  /** When it was first used, as text that sorts as time. */
  readonly at: string;
  readonly version: string;
  readonly file: string;
}

/**
 * Every recipe that a workspace has used, each kept whole from the moment it was first used: one small file in
 * `definitions/`, named after measure, moment and version, written once and never changed. Any number of processes may
 * read and write at once; at worst two say the same thing.
 */
export class DefinitionHistory {
  readonly #dir: string;

  constructor({ dir }: Pick<Workspace, 'dir'>) {
    this.#dir = join(dir, 'definitions');
  }

  /** Keeps the recipes that are not the ones used last. A workspace that cannot be written to keeps none. */
  record(measures: Measures, now: Date): void {
    const last = new Map(this.#entries().map((entry) => [entry.id, entry.version]));
    const fresh = measures.list().filter(({ id, version }) => last.get(id) !== version);
    if (fresh.length === 0) return;
    try {
      mkdirSync(this.#dir, { recursive: true });
      for (const measure of fresh) this.#keep(measure, now);
    } catch (error) {
      if (!isReadOnly(error)) throw error;
    }
  }

  /**
   * The recipe of a measure that was in use on a day, at its end; the oldest one held for a day before it; null when none is
   * held. What a recipe of long ago could not yet say is taken from today's.
   * @throws BadInputError for a file that was changed by hand and is no recipe any more
   */
  on(today: Measure, day: IsoDate): DatedDefinition | null {
    const own = this.#entries().filter((entry) => entry.id === today.id);
    const found = own.findLast(({ at }) => at.slice(0, 10) <= day);
    const entry = found ?? own[0];
    if (!entry) return null;
    const measure = readRecipe(join(this.#dir, entry.file), today);
    return { measure, since: entry.at.slice(0, 10) as IsoDate, certain: found !== undefined };
  }

  /** Oldest first. */
  #entries(): Entry[] {
    if (!existsSync(this.#dir)) return [];
    return readdirSync(this.#dir)
      .flatMap((file): Entry[] => {
        const [, id, at, version] =
          /^(.+)~(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)~([0-9a-f]+)\.json$/.exec(file) ?? [];
        return id === undefined || at === undefined || version === undefined
          ? []
          : [{ id, at, version, file }];
      })
      .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  }

  /** Whole or not at all: written aside, then given its name. */
  #keep(measure: Measure, now: Date): void {
    const name = `${measure.id}~${now.toISOString().replaceAll(/[:.]/g, '-')}~${measure.version}.json`;
    const aside = join(this.#dir, `.${crypto.randomUUID()}`);
    writeFileSync(aside, `${JSON.stringify(measure, null, 1)}\n`, { flag: 'wx' });
    renameSync(aside, join(this.#dir, name));
  }
}

const recipe = z.looseObject({
  id: z.string(),
  version: z.string(),
  definition: z.string(),
  feeds: z.array(z.looseObject({ kind: z.enum(['table', 'figure']) })),
});

/** Columns of a feed that later versions of the program added, as a recipe from before them means them. */
const FEED_DEFAULTS = { where: 'true', numerator: null, denominator: null, value: null, by: {}, parts: {} };

function readRecipe(file: string, today: Measure): Measure {
  const read = recipe.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new BadInputError(
      'this is not a recipe that a workspace keeps',
      { file },
      'Restore it from a backup, or delete it: the recipe used then is not known any more without it.',
    );
  const feeds = read.data.feeds.map(
    (feed) => (feed.kind === 'table' ? { ...FEED_DEFAULTS, ...feed } : feed) as unknown as Feed,
  );
  return { ...today, ...read.data, feeds };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
