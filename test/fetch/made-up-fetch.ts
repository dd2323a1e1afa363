import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fetchSource,
  findFetch,
  loadPublishers,
  movedTo,
  planFetch,
  type Conditions,
  type FetchOptions,
  type FetchReport,
  type Plan,
  type Publishers,
} from '../../src/fetch/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import type { IsoDate } from '../../src/foundation/iso-date.ts';

export interface Asking {
  readonly source: string;
  readonly base: string;
  readonly forces?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly limits?: Partial<Publishers['limits']>;
  readonly signal?: AbortSignal;
}

/** Fetches with a clock that only waiting moves, and no chance in it. */
export class MadeUpFetch {
  readonly folder = mkdtempSync(join(tmpdir(), 'scrutineer-fetch-'));
  /** Milliseconds of every wait, in order. */
  readonly waits: number[] = [];
  #now = Date.parse('2026-11-23T12:00:00Z');

  async run(asking: Asking): Promise<FetchReport> {
    return fetchSource(this.#options(asking));
  }

  async plan(asking: Asking): Promise<Plan> {
    return planFetch(this.#options(asking));
  }

  /** The only file of a fetch. */
  async one(asking: Asking): Promise<FetchReport['files'][number]> {
    const { files } = await this.run(asking);
    const [file] = files;
    if (!file || files.length > 1) throw new Error(`${files.length} files came`);
    return file;
  }

  passDays(days: number): void {
    this.#now += days * 86_400_000;
  }

  cleanUp(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #options({ source: id, base, forces = [], from, to, limits, signal }: Asking): FetchOptions {
    const publishers = loadPublishers(CATALOGUE_DIR, {});
    const { publisher, source } = findFetch(publishers, id);
    const conditions: Conditions = {
      fetch: globalThis.fetch,
      sleep: async (milliseconds) => {
        this.waits.push(milliseconds);
        this.#now += milliseconds;
      },
      now: () => this.#now,
      random: () => 0.5,
      signal: signal ?? new AbortController().signal,
    };
    return {
      publishers: { ...publishers, limits: { ...publishers.limits, ...limits } },
      publisher: movedTo(publisher, base, '--base-url'),
      source,
      wanted: { forces, from: (from ?? null) as IsoDate | null, to: (to ?? null) as IsoDate | null },
      conditions,
      folder: this.folder,
    };
  }
}
