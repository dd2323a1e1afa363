/**
 * A lock that two processes can see: a small JSON file made by exclusive creation, naming its holder.
 * It is never taken from a live process. When its holder has died, exactly one of the waiting processes
 * takes it over: the takeover itself is guarded by a second lock of the same kind, and replaces the file in
 * one step (rename), so that at no moment is the path free and at no moment do two processes believe they hold it.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LockedError } from './errors.ts';
import { isRunning, processStart } from './process-start.ts';

/** Who holds a lock. `started` tells a process from a later one that was given the same number; null where the system does not say. */
export interface LockHolder {
  readonly id: string;
  readonly pid: number;
  readonly started: string | null;
  readonly host: string;
  /** When the lock was taken, ISO date and time (UTC). */
  readonly since: string;
  /** What the holder is doing, in words that fit "in use by …": "scrutineer serve". */
  readonly purpose: string;
  /** Where the holder can be reached, when it serves pages. */
  readonly url?: string;
}

export interface LockOptions {
  readonly purpose: string;
  readonly url?: string;
}

/** A lock that this process holds until it is released (or dies). */
export interface FileLock {
  readonly path: string;
  readonly holder: LockHolder;
  /** Gives the lock up. Doing it twice is harmless. */
  release(): Promise<void>;
}

/** A lock file without readable content that is younger than this is being written; older, its writer has died. */
const WRITING_MS = 10_000;
const TURN_MS = 20;
const MOST_TURNS = 250;

/**
 * Takes the lock at `path`, or says who has it.
 * @throws LockedError when a live process (this one included), or a process on another machine, holds it.
 */
export async function acquireLock(path: string, options: LockOptions): Promise<FileLock> {
  const holder: LockHolder = {
    id: randomUUID(),
    pid: process.pid,
    started: await processStart(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
    ...options,
  };
  await mkdir(dirname(path), { recursive: true });
  const other = await take(path, holder);
  if (other !== null) throw locked(path, other);
  return { path, holder, release: () => release(path, holder.id) };
}

/** The live holder of the lock at `path`; null when it is free or its holder has died. */
export async function readLock(path: string): Promise<LockHolder | null> {
  const found = await look(path);
  return found.state === 'held' && (await isLive(found.holder)) ? found.holder : null;
}

/** Null when the lock is now ours, otherwise the live holder (or 'unknown' for one that has not yet written its name). */
async function take(path: string, self: LockHolder): Promise<LockHolder | 'unknown' | null> {
  let other: LockHolder | 'unknown' = 'unknown';
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (await createExclusively(path, self)) return null;
    const found = await look(path);
    if (found.state === 'held' && (await isLive(found.holder))) return found.holder;
    if (found.state === 'held' || found.state === 'abandoned') {
      const rival = await takeOver(path, self);
      if (rival === null) return null;
      other = rival;
    }
    if (found.state !== 'free') await sleep(TURN_MS);
  }
  return other;
}

/** Replaces a dead holder's lock while holding the right to do so. Null when the lock is now ours. */
async function takeOver(path: string, self: LockHolder): Promise<LockHolder | 'unknown' | null> {
  const guard = `${path}.takeover`;
  const rival = await take(guard, self);
  if (rival !== null) return rival;
  try {
    // What was dead before we had the guard may since have been replaced by a live rival: look again.
    const now = await look(path);
    if (now.state === 'held' && (await isLive(now.holder))) return now.holder;
    if (now.state !== 'held' && now.state !== 'abandoned') return 'unknown';
    const mine = await writeAside(path, self);
    await rename(mine, path);
    return null;
  } finally {
    await rm(guard, { force: true });
  }
}

/** Whole content and name appear in one step (hard link), so nobody reads a half-written lock. */
async function createExclusively(path: string, self: LockHolder): Promise<boolean> {
  const mine = await writeAside(path, self);
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    return await createWithoutLinks(path, self);
  } finally {
    await rm(mine, { force: true });
  }
}

/** For file systems without hard links (some memory sticks and shares). */
async function createWithoutLinks(path: string, self: LockHolder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(self), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeAside(path: string, self: LockHolder): Promise<string> {
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, `${JSON.stringify(self, null, 2)}\n`, { flag: 'wx' });
  return aside;
}

type Found =
  | { readonly state: 'free' }
  | { readonly state: 'being-written' }
  | { readonly state: 'abandoned' }
  | { readonly state: 'held'; readonly holder: LockHolder };

async function look(path: string): Promise<Found> {
  try {
    const holder = parseHolder(await readFile(path, 'utf8'));
    if (holder !== null) return { state: 'held', holder };
    const age = Date.now() - (await stat(path)).mtimeMs;
    return { state: age > WRITING_MS ? 'abandoned' : 'being-written' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { state: 'free' };
    throw error;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const found = JSON.parse(text) as Partial<LockHolder> | null;
    const complete =
      typeof found?.id === 'string' && Number.isSafeInteger(found.pid) && typeof found.host === 'string';
    return complete ? (found as LockHolder) : null;
  } catch {
    return null;
  }
}

/** A holder on another machine cannot be asked, so it counts as alive. */
async function isLive(holder: LockHolder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  return await isRunning(holder.pid, holder.started);
}

async function release(path: string, id: string): Promise<void> {
  const found = await look(path);
  if (found.state === 'held' && found.holder.id === id) await rm(path, { force: true });
}

function locked(path: string, other: LockHolder | 'unknown'): LockedError {
  if (other === 'unknown') {
    return new LockedError(`${path} is being taken by another process.`, 'Try again in a few seconds.');
  }
  const elsewhere = other.host === hostname() ? '' : ` on ${other.host}`;
  const message = `${dirname(path)} is in use by ${other.purpose} (process ${other.pid}${elsewhere}, since ${other.since}).`;
  if (elsewhere !== '') {
    return new LockedError(message, `Stop it there; if that machine is gone for good, delete ${path}.`);
  }
  const reach = other.url === undefined ? '' : `Use it at ${other.url}, or s`;
  return new LockedError(message, `${reach === '' ? 'S' : reach}top that process first.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
