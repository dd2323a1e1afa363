import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { acquireLock, type FileLock } from '../../foundation/file-lock.ts';
import { onDatabase } from './database-error.ts';
import { migrate } from './migrate.ts';
import type { RecordDatabase, RecordTables } from './tables.ts';

/** An open store of records. One connection: inside a transaction use the transaction's own handle, never `db`. */
export interface RecordStore {
  readonly db: RecordDatabase;
  readonly dir: string;
  /** The clock by which imports are dated. */
  readonly now: () => Date;
  /** Closes the database and gives up the folder. Doing it twice is harmless. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Who is opening it, in words that fit "in use by …". */
  readonly purpose?: string;
  /** Where this process can be reached, if it serves pages. */
  readonly url?: string;
  readonly now?: () => Date;
}

/**
 * Opens the store in a folder, making it if there is none. PGlite does not lock its folder, so we do.
 * Making one takes some 2 s, opening one a few tenths.
 * @throws LockedError when another process has it open; ScrutineerError when it cannot be opened.
 */
export async function openRecordStore(dir: string, options: OpenOptions = {}): Promise<RecordStore> {
  const { purpose = 'scrutineer', url, now = () => new Date() } = options;
  const lock = await onDatabase(`lock ${dir}`, () =>
    acquireLock(join(dir, 'record.lock'), { purpose, ...(url === undefined ? {} : { url }) }),
  );
  try {
    return await onDatabase(`open the record in ${dir}`, async () =>
      opened(await connect(join(dir, 'data')), dir, now, lock),
    );
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A new database is made aside and moved into place when whole, so that a kill half way leaves nothing that looks like one. */
async function connect(data: string): Promise<RecordDatabase> {
  if (!existsSync(data)) {
    const unfinished = `${data}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const made = await open(unfinished);
    await made.destroy();
    await rename(unfinished, data);
  }
  return await open(data);
}

async function open(data: string): Promise<RecordDatabase> {
  // Dates stay the text they are: a JavaScript Date would bring a time zone in.
  const pglite = await PGlite.create({ dataDir: data, parsers: { [types.DATE]: (text: string) => text } });
  const db = new Kysely<RecordTables>({ dialect: new PGliteDialect({ pglite }) });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

function opened(db: RecordDatabase, dir: string, now: () => Date, lock: FileLock): RecordStore {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await db.destroy();
    } finally {
      await lock.release();
    }
  };
  return { db, dir, now, close: () => (closing ??= close()) };
}
