import { rename, rm, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireLock } from '../foundation/file-lock.ts';
import { isScrutineerError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { sha256OfFile } from '../lake/writer.ts';
import { fetchCrimes, Neighbourhoods } from './crimes/fetch-crimes.ts';
import type { Conditions } from './http/conditions.ts';
import { download } from './http/download.ts';
import { FetchError } from './http/http-error.ts';
import { inspect } from './http/inspect.ts';
import { PoliteClient } from './http/polite-client.ts';
import { makePlan } from './layouts/make-plan.ts';
import type { CrimesToFetch, FileToFetch, Plan, ToFetch, Wanted } from './plan.ts';
import type { FetchSource, Publisher, Publishers } from './publishers/publishers.ts';
import { fetchedIn, lastFetched, remember, type Fetched } from './store/fetched-index.ts';

export interface FetchOptions {
  readonly publishers: Publishers;
  readonly publisher: Publisher;
  readonly source: FetchSource;
  readonly wanted: Wanted;
  readonly conditions: Conditions;
  /** Holds a folder for each source, and in it one for each day. */
  readonly folder: string;
  readonly progress?: FetchProgress;
}

/** Told how far a fetch is. */
export interface FetchProgress {
  readonly file: (name: string, number: number, of: number) => void;
  /** Bytes of a file, or neighbourhoods of a month. */
  readonly within: (done: number, whole: number | null) => void;
}

/** What became of one file. */
export interface FetchedFile {
  readonly address: string;
  readonly status: 'fetched' | 'unchanged' | 'failed';
  /** Where it is; null for one that failed. */
  readonly path: string | null;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly etag: string | null;
  readonly published: IsoDate | null;
  readonly error: string | null;
  /** Of a ZIP: which members are wanted. */
  readonly members?: (member: string) => boolean;
}

export interface FetchReport {
  readonly files: readonly FetchedFile[];
  readonly notices: readonly string[];
}

/** Says what would be fetched; asks the publisher for lists only. @throws FetchError, UsageError */
export async function planFetch(options: FetchOptions): Promise<Plan> {
  return makePlan({ ...options, client: clientOf(options), today: todayOf(options.conditions) });
}

/**
 * Fetches a source into a folder of today. A file that fails does not stop the others; a publisher that cannot be reached does.
 * @throws FetchError, UsageError, LockedError
 */
export async function fetchSource(options: FetchOptions): Promise<FetchReport> {
  const { publisher, source, wanted, conditions, progress } = options;
  const client = clientOf(options);
  const sourceFolder = join(options.folder, source.id);
  const lock = await acquireLock(join(sourceFolder, 'fetch.lock'), {
    purpose: `scrutineer fetch ${source.id}`,
  });
  try {
    const today = todayOf(conditions);
    const plan = await makePlan({ client, publisher, source, wanted, today });
    const folder = join(sourceFolder, today);
    await mkdir(folder, { recursive: true });
    const outlines = new Neighbourhoods(client, publisher);
    const files: FetchedFile[] = [];
    const notices = [...plan.notices];
    for (const [index, item] of plan.items.entries()) {
      progress?.file(item.file, index + 1, plan.items.length);
      try {
        files.push(
          item.kind === 'file'
            ? await fetchFile(client, item, sourceFolder, folder, options)
            : await fetchMonth(client, outlines, item, folder, options, notices),
        );
      } catch (error) {
        if (!isScrutineerError(error)) throw error;
        files.push(failed(item, `${error.message} ${error.advice}`));
        if (
          conditions.signal.aborted ||
          (error instanceof FetchError && error.answered === null && error.cause !== undefined)
        ) {
          const left = plan.items.length - index - 1;
          if (left > 0) notices.push(`${left} further files were not asked for.`);
          break;
        }
      }
    }
    return { files, notices };
  } finally {
    await lock.release();
  }
}

async function fetchFile(
  client: PoliteClient,
  item: FileToFetch,
  sourceFolder: string,
  folder: string,
  { conditions, progress }: FetchOptions,
): Promise<FetchedFile> {
  const held = lastFetched(sourceFolder, item.address);
  const target = join(folder, item.file);
  const came = await download(client, {
    address: item.address,
    target,
    held: held && { etag: held.etag, lastModified: held.last_modified },
    onBytes: (here, whole) => progress?.within(here, whole),
  });
  if (came.kind === 'unchanged') {
    if (held) return done(item, 'unchanged', held, held.folder);
    throw new FetchError(
      'The publisher says that nothing has changed, but nothing is held.',
      'Run the command again.',
      304,
    );
  }
  const { part } = came;
  try {
    await inspect(part.path, item.address, item.formats);
  } catch (error) {
    await part.remove();
    throw error;
  }
  const sha256 = await sha256OfFile(part.path);
  if (held?.sha256 === sha256) {
    // The same bytes again, from a publisher who does not say so: the older copy will do.
    await part.remove();
    const renewed = { ...held, etag: came.etag, last_modified: came.lastModified };
    await remember(held.folder, plain(renewed));
    return done(item, 'unchanged', renewed, held.folder);
  }
  await rename(part.path, target);
  await part.forget();
  const fetched: Fetched = {
    address: item.address,
    file: item.file,
    etag: came.etag,
    last_modified: came.lastModified,
    sha256,
    bytes: came.bytes,
    fetched_at: new Date(conditions.now()).toISOString(),
  };
  await remember(folder, fetched);
  return done(item, 'fetched', fetched, folder);
}

async function fetchMonth(
  client: PoliteClient,
  outlines: Neighbourhoods,
  item: CrimesToFetch,
  folder: string,
  { conditions, publisher, progress }: FetchOptions,
  notices: string[],
): Promise<FetchedFile> {
  const known = fetchedIn(folder).find(({ address }) => address === item.address);
  if (known) return done(item, 'unchanged', known, folder);
  const result = await fetchCrimes(client, publisher, outlines, item, folder, (here, all) =>
    progress?.within(here, all),
  );
  notices.push(...result.notices);
  if (result.crimes === 0) {
    await rm(result.path);
    throw new FetchError(
      `The API gives no crime of ${item.force} in ${item.month}.`,
      'The force may not have published that month.',
      200,
    );
  }
  const fetched: Fetched = {
    address: item.address,
    file: item.file,
    etag: null,
    last_modified: null,
    sha256: await sha256OfFile(result.path),
    bytes: (await stat(result.path)).size,
    fetched_at: new Date(conditions.now()).toISOString(),
  };
  await remember(folder, fetched);
  return done(item, 'fetched', fetched, folder);
}

function done(item: ToFetch, status: 'fetched' | 'unchanged', fetched: Fetched, folder: string): FetchedFile {
  const { address, bytes, sha256, etag } = fetched;
  return {
    address,
    status,
    path: join(folder, fetched.file),
    bytes,
    sha256,
    etag,
    published: item.published,
    error: null,
    ...(item.kind === 'file' && item.members ? { members: item.members } : {}),
  };
}

function failed({ address }: ToFetch, error: string): FetchedFile {
  return {
    address,
    status: 'failed',
    path: null,
    bytes: 0,
    sha256: null,
    etag: null,
    published: null,
    error,
  };
}

function plain({ address, file, etag, last_modified, sha256, bytes, fetched_at }: Fetched): Fetched {
  return { address, file, etag, last_modified, sha256, bytes, fetched_at };
}

function clientOf({ publishers, publisher, conditions }: FetchOptions): PoliteClient {
  const { limits, user_agent: userAgent } = publishers;
  return new PoliteClient({ limits, rate: publisher.rate, userAgent }, conditions);
}

function todayOf({ now }: Conditions): IsoDate {
  return new Date(now()).toISOString().slice(0, 10) as IsoDate;
}
