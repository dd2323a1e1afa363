import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { isScrutineerError, ScrutineerError } from '../../foundation/errors.ts';
import { addDays } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { startDuckDb } from '../../lake/duckdb.ts';
import type { Release } from '../../lake/release.ts';
import type { TableName } from '../../lake/tables.ts';
import { superseded } from '../../lake/vintages.ts';
import type { LakeWriter } from '../../lake/writer.ts';
import { sha256OfFile } from '../../lake/writer.ts';
import type { Sample } from '../input/input-file.ts';
import { findInputs, type Found } from '../input/open-inputs.ts';
import type { Source, SourceContext } from '../source.ts';
import { placedAgain, PointPlacer, type Placing } from './place-points.ts';
import type { FileReport, ImportReport } from './report.ts';
import { summarise } from './report.ts';
import { illustrativeCitation, requireSameKind } from './same-kind.ts';
import { stageQuery } from './stage-query.ts';
import { stageRows } from './stage-rows.ts';
import { stageSql } from './stage-sql.ts';
import type { Staged } from './staged.ts';
import { unwrap } from './unwrap.ts';
import { wardAuthorities } from './ward-authorities.ts';

export interface ImportOptions {
  readonly sources: readonly Source[];
  readonly context: SourceContext;
  /** Overrides recognition: the id of the source that every file is taken for. */
  readonly as?: string;
  /** Publication date of everything imported now, where the person knows it. */
  readonly published?: IsoDate;
  readonly now: () => Date;
  /** Where a file was fetched from, for those that were; its releases carry it. */
  readonly origin?: (path: string) => Origin | null;
  /** Which members of a ZIP are wanted; all where this is not given. */
  readonly wantsMember?: (path: string, member: string) => boolean;
  /** Told after each file, with how many there are in all. */
  readonly onProgress?: (done: number, total: number, report: FileReport) => void;
}

/** Where a file came from. */
export interface Origin {
  readonly address: string;
  /** When its publisher says that it was published. */
  readonly published: IsoDate | null;
}

const WORKERS = 2;
/** Tables that others are read by. */
const FIRST = new Set<TableName | undefined>(['boundary', 'area_lookup']);

/** Imports files, folders and ZIPs. A file that fails leaves nothing behind and does not stop the others. */
export async function importPaths(
  writer: LakeWriter,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const scratch = join(writer.workspace.stagingDir, 'scratch');
  await mkdir(scratch, { recursive: true });
  const files = await findInputs(paths, scratch, options.wantsMember);
  const instance = await startDuckDb({ spillDir: join(writer.workspace.stagingDir, 'spill') });
  try {
    const importer = new Importer(writer, scratch, options);
    const found: Found[] = [];
    for (const item of files) found.push(...(await importer.unwrapped(item)));
    const reports: FileReport[] = Array.from({ length: found.length });
    // Outlines and lookups go first: what is imported together with them is placed, and its force known, at once.
    const order = found.map((item, index) => ({
      item,
      index,
      first: item.kind === 'sample' && FIRST.has(importer.sourceOf(item.sample)?.table),
    }));
    let done = 0;
    const work = async (connection: DuckDBConnection, queue: typeof order): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { item, index } = next;
        const report =
          item.kind === 'sample'
            ? await importer.importOne(connection, item.sample)
            : failed(item.path, item.member, item.error);
        if (item.kind === 'sample' && item.sample.file.localPath !== item.sample.file.path)
          await rm(item.sample.file.localPath, { force: true });
        reports[index] = report;
        done += 1;
        options.onProgress?.(done, found.length, report);
      }
    };
    const connections = await Promise.all(Array.from({ length: WORKERS }, async () => instance.connect()));
    for (const queue of [order.filter(({ first }) => first), order.filter(({ first }) => !first)])
      await Promise.all(connections.map(async (connection) => work(connection, queue)));
    const placedNow = await importer.replacePoints(connections[0]);
    return summarise(
      reports.map((report) =>
        report.table === 'boundary' && report.status === 'imported'
          ? { ...report, warnings: [...report.warnings, ...placedNow] }
          : report,
      ),
    );
  } finally {
    instance.closeSync();
  }
}

class Importer {
  readonly #writer: LakeWriter;
  readonly #options: ImportOptions;
  readonly #scratch: string;
  readonly #placer: PointPlacer;
  readonly #bySha: Map<string, Release>;
  readonly #sizes: Set<number>;
  readonly #recognised = new WeakMap<Sample, { readonly source: Source | null }>();
  #releases: Release[];
  #turn: Promise<unknown> = Promise.resolve();
  #authorities: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(writer: LakeWriter, scratch: string, options: ImportOptions) {
    this.#writer = writer;
    this.#options = options;
    this.#scratch = scratch;
    this.#releases = writer.manifests.list();
    this.#bySha = new Map(this.#releases.map((release) => [release.sha256, release]));
    this.#sizes = new Set(this.#releases.map((release) => release.bytes));
    this.#placer = new PointPlacer(writer, options.context.areas);
  }

  sourceOf(sample: Sample): Source | null {
    const { as, sources } = this.#options;
    if (as !== undefined) return sources.find((source) => source.id === as) ?? null;
    const known = this.#recognised.get(sample);
    if (known) return known.source;
    const source = sources.find((each) => each.recognises(sample)) ?? null;
    this.#recognised.set(sample, { source });
    return source;
  }

  /** A file that some source knows, as it is; of one that none knows, the tables in it that one knows as delimited text. */
  async unwrapped(item: Found): Promise<readonly Found[]> {
    if (item.kind !== 'sample' || this.sourceOf(item.sample) !== null) return [item];
    const { sample } = item;
    const tables = await unwrap(sample, this.#scratch, (each) => this.sourceOf(each) !== null);
    if (tables.length === 0) return [item];
    if (sample.file.localPath !== sample.file.path) await rm(sample.file.localPath, { force: true });
    return tables.map((table) => ({ kind: 'sample', sample: table }));
  }

  async importOne(connection: DuckDBConnection, sample: Sample): Promise<FileReport> {
    const { file } = sample;
    try {
      const source = this.sourceOf(sample);
      if (!source)
        return {
          ...emptyReport(file.path, file.member),
          status: 'not-recognised',
          warnings: [notRecognised(sample)],
        };
      requireSameKind(this.#writer.workspace.kind, sample);
      // Hashing may wait until after the import has begun, unless a file of this very size is already held.
      const hash = sha256OfFile(file.localPath);
      if (this.#sizes.has(file.size)) {
        const known = this.#bySha.get(await hash);
        if (known && known.source === source.id) return alreadyImported(file.path, file.member, known);
      }
      const parquet = this.#writer.stagingPath('.parquet');
      const [staged, sha256] = await Promise.all([this.#stage(connection, source, sample, parquet), hash]);
      const placing = await this.#placer.place(connection, source.table, staged);
      // One after another: each release must see those committed before it, to say which it supersedes.
      const committed = this.#turn.then(async () => this.#commit(source, sample, staged, sha256, placing));
      this.#turn = committed.catch(() => undefined);
      return await committed;
    } catch (error) {
      return failed(file.path, file.member, error);
    }
  }

  async #stage(
    connection: DuckDBConnection,
    source: Source,
    sample: Sample,
    parquet: string,
  ): Promise<Staged> {
    const context = { ...this.#options.context, authorityOfWard: () => this.#authorityOfWard(connection) };
    if (source.kind === 'sql') return stageSql(connection, source, sample, context, parquet, this.#scratch);
    if (source.kind === 'query')
      return stageQuery(connection, source, sample, context, parquet, this.#scratch);
    return stageRows(connection, source, sample.file, context, parquet);
  }

  async #authorityOfWard(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
    this.#authorities ??= wardAuthorities(connection, this.#writer.workspace.lakeDir, this.#releases);
    return this.#authorities;
  }

  /** Points imported before the outlines that could place them are placed now. Says so. */
  async replacePoints(connection: DuckDBConnection | undefined): Promise<readonly string[]> {
    const placed = connection ? await this.#placer.replaceAll(connection) : [];
    return placed.length === 0 ? [] : [placedAgain(placed)];
  }

  async #commit(
    source: Source,
    sample: Sample,
    staged: Staged,
    sha256: string,
    placing: Placing | null,
  ): Promise<FileReport> {
    const { file } = sample;
    // Asked again in turn: the other worker may have committed a file of the same bytes since.
    const again = this.#bySha.get(sha256);
    if (again && again.source === source.id) {
      await rm(staged.parquet, { force: true });
      return alreadyImported(file.path, file.member, again);
    }
    const origin = this.#options.origin?.(file.path) ?? null;
    const published = publishedOf(staged, this.#options.published, origin);
    const draft: Omit<Release, 'files' | 'columns'> = {
      release: releaseId(source, staged, sha256),
      source: source.id,
      table: source.table,
      scope: staged.scope,
      force: staged.force,
      published: published.date,
      published_basis: published.basis,
      imported_at: this.#options.now().toISOString(),
      path: shownPath(file.path),
      member: file.member,
      sha256,
      bytes: file.size,
      rows: staged.rows,
      rows_read: staged.rowsRead,
      rows_rejected: staged.rowsRejected,
      duplicates: staged.duplicates,
      from: staged.from,
      to: staged.to,
      supersedes: superseded(this.#releases, { ...staged, published: published.date }),
      title: staged.citation?.title ?? source.title,
      publisher: staged.citation?.publisher ?? source.publisher,
      licence: staged.citation?.licence ?? source.licence,
      address: origin?.address ?? staged.citation?.address ?? source.address,
      ...(this.#writer.workspace.kind === 'illustrative'
        ? illustrativeCitation(staged.citation?.title ?? source.title)
        : {}),
      warnings: staged.warnings,
      rejects: staged.rejects,
      ...(staged.identified ? { identified: true as const } : {}),
      derived_from: placing?.derivedFrom ?? [],
      ...(placing ? { places: placing.places } : {}),
    };
    const release = await this.#writer.commit(draft, staged.parquet);
    this.#releases = [...this.#releases, release];
    this.#bySha.set(sha256, release);
    this.#sizes.add(file.size);
    return {
      ...emptyReport(file.path, file.member),
      source: source.id,
      table: source.table,
      rows_read: staged.rowsRead,
      rows_kept: staged.rowsKept,
      rows_rejected: staged.rowsRejected,
      duplicates: staged.duplicates,
      from: staged.from,
      to: staged.to,
      sha256,
      release: release.release,
      status: 'imported',
      warnings: [...staged.warnings, ...this.#placer.say(placing, staged.force)],
      rejects: staged.rejects,
      ...(placing ? { places: placing.places } : {}),
    };
  }
}

/** When a release was published: as the person says, as the file says, as the page says that it was fetched from, or not before the last day it covers has ended. */
function publishedOf(
  staged: Staged,
  given: IsoDate | undefined,
  origin: Origin | null,
): { date: IsoDate | null; basis: Release['published_basis'] } {
  if (given !== undefined) return { date: given, basis: 'given' };
  if (staged.published) return staged.published;
  if (origin?.published) return { date: origin.published, basis: 'stated' };
  return { date: staged.to === null ? null : addDays(staged.to, 1), basis: 'not-before' };
}

/** A readable name that the same bytes always get. */
function releaseId(source: Source, staged: Staged, sha256: string): string {
  const parts = [source.id, staged.force, staged.to?.slice(0, 7), sha256.slice(0, 10)];
  return parts.filter((part) => part !== null && part !== undefined).join('-');
}

/** Paths below the working folder are kept relative, so that a workspace does not carry a machine's layout. */
function shownPath(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  return short.startsWith('..') ? path : short;
}

function emptyReport(path: string, member: string | null): FileReport {
  return {
    path,
    ...(member === null ? {} : { member }),
    source: null,
    table: null,
    rows_read: 0,
    rows_kept: 0,
    rows_rejected: 0,
    duplicates: 0,
    from: null,
    to: null,
    sha256: null,
    release: null,
    status: 'failed',
    warnings: [],
    rejects: [],
  };
}

function alreadyImported(path: string, member: string | null, release: Release): FileReport {
  return {
    ...emptyReport(path, member),
    source: release.source,
    table: release.table,
    from: release.from,
    to: release.to,
    sha256: release.sha256,
    release: release.release,
    status: 'already-imported',
  };
}

function failed(path: string, member: string | null, error: unknown): FileReport {
  const message = isScrutineerError(error)
    ? `${error.message}. ${error.advice}`
    : `${path}: ${error instanceof Error ? error.message : String(error)}`;
  return { ...emptyReport(path, member), warnings: [message] };
}

function notRecognised(sample: Sample): string {
  if (sample.csv)
    return `No known layout has these columns: ${sample.csv.header.slice(0, 12).join(', ')}. \`scrutineer sources\` lists the layouts; \`--as SOURCE\` overrides.`;
  if (
    sample.format === 'json' &&
    /^\s*\[\s*\{\s*"url"\s*:\s*"[^"]*"\s*,\s*"name"\s*:/.test(sample.head ?? '')
  )
    return 'A list of crime categories of data.police.uk: it holds names, and nothing to count. Nothing is missing without it.';
  return sample.format === 'unknown'
    ? 'Neither text nor a workbook that Scrutineer reads.'
    : `A ${sample.format.toUpperCase()} file in no known layout. \`scrutineer sources\` lists the layouts; \`--as SOURCE\` overrides.`;
}

/** Refuses `--as` with a name that no source has. */
export function requireSource(sources: readonly Source[], id: string): Source {
  const source = sources.find((each) => each.id === id);
  if (source) return source;
  throw new ScrutineerError(`There is no source called "${id}".`, '`scrutineer sources` lists them.');
}
