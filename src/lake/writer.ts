import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileLock } from '../foundation/file-lock.ts';
import { acquireLock } from '../foundation/file-lock.ts';
import { Manifests } from './manifests.ts';
import type { Release } from './release.ts';
import { TABLE_NAMES, columnsOf } from './tables.ts';
import type { Workspace } from './workspace.ts';

/** What the writer adds to a release by itself. */
type Draft = Omit<Release, 'files' | 'columns'>;

/**
 * The only way to change a lake. One writer at a time (a lock that the living never lose); a release is first
 * written whole in the staging folder, moved into place, and exists from the moment its manifest does. What a
 * killed writer left behind is swept away by the next.
 */
export class LakeWriter {
  readonly workspace: Workspace;
  readonly manifests: Manifests;
  readonly #lock: FileLock;

  private constructor(workspace: Workspace, lock: FileLock) {
    this.workspace = workspace;
    this.manifests = new Manifests(workspace.lakeDir);
    this.#lock = lock;
  }

  /** Takes the lake's lock. Throws LockedError, naming the holder, when another process is writing. */
  static async open(workspace: Workspace, purpose: string): Promise<LakeWriter> {
    const lock = await acquireLock(join(workspace.dir, 'lake.lock'), { purpose });
    const writer = new LakeWriter(workspace, lock);
    await writer.#sweep();
    await mkdir(workspace.stagingDir, { recursive: true });
    return writer;
  }

  /** A path in the staging folder for a file that does not exist yet. */
  stagingPath(suffix: string): string {
    return join(this.workspace.stagingDir, `${crypto.randomUUID()}${suffix}`);
  }

  /** Makes a release of a Parquet file in the staging folder. */
  async commit(draft: Draft, parquet: string): Promise<Release> {
    const folder = join(draft.table, `release=${draft.release}`);
    // A release whose rows are derived anew (points placed by newer boundaries) gets a new file beside the old
    // one; the manifest then switches from one to the other in a single step. The old file is left to readers that
    // have it open, and swept away by the next writer.
    const relative = join(folder, `${crypto.randomUUID().slice(0, 8)}.parquet`);
    const target = join(this.workspace.lakeDir, relative);
    const { size } = await stat(parquet);
    const sha256 = await sha256OfFile(parquet);
    await mkdir(dirname(target), { recursive: true });
    await syncFile(parquet);
    await rename(parquet, target);
    const release: Release = {
      ...draft,
      files: [{ path: relative, sha256, bytes: size }],
      columns: columnsOf(draft.table).map(([name]) => name),
    };
    this.manifests.commit(release);
    return release;
  }

  /** Writes down something new about a release whose rows stay as they are. */
  amend(release: Release): void {
    this.manifests.commit(release);
  }

  async close(): Promise<void> {
    await rm(this.workspace.stagingDir, { recursive: true, force: true });
    await this.#lock.release();
  }

  /** Removes what a killed writer left: the staging folder, half manifests, and files that no manifest names. */
  async #sweep(): Promise<void> {
    await rm(this.workspace.stagingDir, { recursive: true, force: true });
    this.manifests.sweep();
    const named = new Set(
      this.manifests
        .list()
        .flatMap((release) => release.files.map((file) => join(this.workspace.lakeDir, file.path))),
    );
    for (const table of TABLE_NAMES) {
      const folder = join(this.workspace.lakeDir, table);
      if (!existsSync(folder)) continue;
      for (const release of await readdir(folder)) await removeUnnamed(join(folder, release), named);
    }
  }
}

async function removeUnnamed(folder: string, named: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder);
  const orphans = names.map((name) => join(folder, name)).filter((path) => !named.has(path));
  if (orphans.length === names.length) await rm(folder, { recursive: true, force: true });
  else for (const path of orphans) await rm(path, { force: true });
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file's bytes, in hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  // One buffer used again and again: a third less work than a stream, which makes a new one for every chunk.
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
