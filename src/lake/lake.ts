import { join } from 'node:path';
import { ScrutineerError } from '../foundation/errors.ts';
import { DuckDbEngine } from './duckdb.ts';
import type { Engine, Result } from './engine.ts';
import { Manifests } from './manifests.ts';
import type { Release } from './release.ts';
import type { TableName } from './tables.ts';
import { TABLE_NAMES } from './tables.ts';
import { spansInForce, type Span, type Vintage } from './vintages.ts';
import { reached } from './watch.ts';
import { releaseTableSql, tableViewSql, vintageFilterSql } from './views.ts';
import type { Workspace } from './workspace.ts';

const QUERY_LIMIT_MS = 30_000;

/**
 * Reads the lake. Needs no lock: releases are immutable and a manifest names only files that are whole.
 * Notices releases that another process adds, on the next question.
 */
export class Lake {
  readonly workspace: Workspace;
  readonly manifests: Manifests;
  /** The engine whose views show the lake in the state of its stamp. */
  #ready: { readonly stamp: string; readonly engine: Promise<DuckDbEngine> } | null = null;
  /** What is in force, worked out once for a state of the lake: every feed of every measure asks. */
  #inForce: { readonly releases: readonly Release[]; readonly spans: Map<string, readonly Span[]> } | null =
    null;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.manifests = new Manifests(workspace.lakeDir);
  }

  /** All releases, oldest import first. */
  releases(): readonly Release[] {
    reached();
    return this.manifests.state().releases;
  }

  /** Names the state of the lake: the same text means that every answer is the same. */
  version(): string {
    return this.manifests.state().version;
  }

  /** The SHA-256 of the file that a release was imported from; null for an unknown release. It never changes. */
  sha256Of(id: string): string | null {
    return this.manifests.state().releases.find(({ release }) => release === id)?.sha256 ?? null;
  }

  /** Prints of the manifests of some releases as one text: it changes when one of them comes, goes or is derived anew. */
  printOf(ids: Iterable<string>): string {
    const { prints } = this.manifests.state();
    return [...ids].map((id) => prints.get(id) ?? '').join(' ');
  }

  /** Which release of a table answers for which days; of some of its releases only, where that is enough. */
  spansInForce(
    table: TableName,
    vintage: Vintage,
    wanted: (release: Release) => boolean = () => true,
  ): Span[] {
    const releases = this.releases().filter((release) => release.table === table);
    const rest = new Set(releases.filter((each) => !wanted(each)).map(({ release }) => release));
    return this.#spansOf(table, vintage).filter(({ release }) => !rest.has(release));
  }

  #spansOf(table: TableName, vintage: Vintage): readonly Span[] {
    const releases = this.releases();
    if (this.#inForce?.releases !== releases) this.#inForce = { releases, spans: new Map() };
    const { spans } = this.#inForce;
    const key = `${table} ${vintage.kind} ${vintage.kind === 'known-on' ? vintage.date : ''}`;
    const found =
      spans.get(key) ??
      spansInForce(
        releases.filter((release) => release.table === table),
        vintage,
      );
    spans.set(key, found);
    return found;
  }

  /** A condition on a table's rows that keeps those of some releases, each for its days. */
  conditionOf(table: TableName, spans: readonly Span[]): string {
    return vintageFilterSql(
      table,
      spans,
      this.releases().filter((release) => release.table === table),
    );
  }

  /** A condition on a table's rows that keeps those of the releases in force; of some of them only, where that is enough. */
  inForce(table: TableName, vintage: Vintage, wanted?: (release: Release) => boolean): string {
    return this.conditionOf(table, this.spansInForce(table, vintage, wanted));
  }

  /** The engine with a view for every table, brought up to date with the releases there are. */
  async engine(): Promise<Engine> {
    reached();
    const { version, releases } = this.manifests.state();
    if (this.#ready?.stamp !== version) {
      // Questions asked at the same moment wait for one and the same engine.
      const before = this.#ready?.engine;
      this.#ready = { stamp: version, engine: this.#refresh(before, releases) };
    }
    return this.#ready.engine;
  }

  async #refresh(
    before: Promise<DuckDbEngine> | undefined,
    releases: readonly Release[],
  ): Promise<DuckDbEngine> {
    const running = await before?.catch(() => undefined);
    const engine = running ?? (await DuckDbEngine.start({ spillDir: join(this.workspace.dir, 'spill') }));
    await defineViews(engine, this.workspace.lakeDir, releases);
    return engine;
  }

  /** Runs SQL that a user wrote, in a sandbox of its own: one SELECT, our files only, bounded time and memory. */
  async queryUntrusted(sql: string): Promise<Result> {
    const releases = this.releases();
    const engine = await DuckDbEngine.start({ memory: '2GB' });
    try {
      await defineViews(engine, this.workspace.lakeDir, releases);
      await engine.sandbox(
        releases.flatMap((release) => release.files.map((file) => join(this.workspace.lakeDir, file.path))),
      );
      return await engine.queryUntrusted(sql, QUERY_LIMIT_MS);
    } catch (error) {
      if (error instanceof ScrutineerError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new ScrutineerError(
        `The query could not be run: ${message}`,
        message.includes('syntax error')
          ? 'Columns whose names are words of SQL stand in quotes: "at", "from", "to".'
          : 'Tables and their columns are listed by `scrutineer query --tables`.',
        { cause: error },
      );
    } finally {
      engine.close();
    }
  }

  close(): void {
    void this.#ready?.engine.then((engine) => engine.close()).catch(() => undefined);
    this.#ready = null;
  }
}

async function defineViews(
  engine: DuckDbEngine,
  lakeDir: string,
  releases: readonly Release[],
): Promise<void> {
  const byTable = Map.groupBy(releases, (release) => release.table);
  const views = TABLE_NAMES.flatMap((table) => {
    const of = byTable.get(table) ?? [];
    const current = vintageFilterSql(table, spansInForce(of), of);
    return [
      tableViewSql(table, lakeDir, of),
      `CREATE OR REPLACE VIEW ${table}_current AS SELECT * FROM ${table} WHERE ${current}`,
    ];
  });
  await engine.run([...views, releaseTableSql(releases)].join(';\n'));
}
