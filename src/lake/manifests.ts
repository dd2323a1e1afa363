import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Release } from './release.ts';

/** The releases there are, and a name for that state of the lake. */
export interface LakeState {
  /** Oldest import first. */
  readonly releases: readonly Release[];
  /** The same text means the same manifests, to the byte, in every process. */
  readonly version: string;
  /** A print of each release's manifest, which names its files: it changes when rows are derived anew. */
  readonly prints: ReadonlyMap<string, string>;
}

interface Read {
  /** Which file was read: another in its place has another. */
  readonly file: string;
  readonly print: string;
  readonly release: Release;
}

/** Two changes nearer together than this may leave a folder with one and the same time (FAT counts in two seconds). */
const FINEST_TIME_MS = { fine: 100n, coarse: 2500n } as const;
const EMPTY: LakeState = { releases: [], version: 'empty', prints: new Map() };

/**
 * Manifests are the lake's memory: `lake/releases/<id>.json`, each written beside its final name and then
 * renamed, so that a kill leaves a whole manifest or none. Readers trust manifests only.
 */
export class Manifests {
  readonly #dir: string;
  readonly #cache = new Map<string, Read>();
  #state = EMPTY;
  /** The folder's time for which `#state` is known to be the last word; null while a change might not show in it. */
  #settled: bigint | null = null;

  constructor(lakeDir: string) {
    this.#dir = join(lakeDir, 'releases');
  }

  /**
   * The lake as it is now, whichever process changed it: cheap enough to ask on each request. Any manifest that comes or is replaced
   * gives the folder a new time; only where that time is so young that another change could share it are the files looked at again.
   */
  state(): LakeState {
    const now = BigInt(Date.now());
    const folder = statSync(this.#dir, { bigint: true, throwIfNoEntry: false });
    if (folder === undefined) return EMPTY;
    if (folder.mtimeNs === this.#settled) return this.#state;
    this.#state = this.#look();
    const finest = folder.mtimeNs % 1_000_000_000n === 0n ? FINEST_TIME_MS.coarse : FINEST_TIME_MS.fine;
    this.#settled = now - folder.mtimeNs / 1_000_000n > finest ? folder.mtimeNs : null;
    return this.#state;
  }

  /** All releases, oldest import first. */
  list(): Release[] {
    return [...this.state().releases];
  }

  #look(): LakeState {
    const names = readdirSync(this.#dir)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
    const present = new Set(names);
    for (const name of this.#cache.keys()) if (!present.has(name)) this.#cache.delete(name);
    const read = names.flatMap((name) => this.#read(name) ?? []);
    const hash = createHash('sha256');
    for (const { release, print } of read) hash.update(`${release.release} ${print}\n`);
    const version = hash.digest('hex');
    // The same state is the same object, so that nothing is sorted twice.
    if (version === this.#state.version) return this.#state;
    return {
      releases: read
        .map(({ release }) => release)
        .toSorted((a, b) => a.imported_at.localeCompare(b.imported_at) || a.release.localeCompare(b.release)),
      version,
      prints: new Map(read.map(({ release, print }) => [release.release, print])),
    };
  }

  /** Makes a release exist. Everything before this call may be lost; nothing after it can be. */
  commit(release: Release): void {
    mkdirSync(this.#dir, { recursive: true });
    const name = `${release.release}.json`;
    const unfinished = join(this.#dir, `${name}.new`);
    const file = openSync(unfinished, 'w');
    try {
      writeSync(file, `${JSON.stringify(release)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, join(this.#dir, name));
  }

  /** Removes manifests that a kill left half-written. */
  sweep(): void {
    if (!existsSync(this.#dir)) return;
    for (const name of readdirSync(this.#dir)) if (name.endsWith('.new')) rmSync(join(this.#dir, name));
  }

  /** A manifest, read again when another file has taken its place. Null when it went away meanwhile. */
  #read(name: string): Read | null {
    const path = join(this.#dir, name);
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (found === undefined) return null;
    const file = `${found.ino} ${found.mtimeNs} ${found.ctimeNs} ${found.size}`;
    const known = this.#cache.get(name);
    if (known?.file === file) return known;
    const text = readFileSync(path, 'utf8');
    const print = createHash('sha256').update(text).digest('hex');
    const read = { file, print, release: JSON.parse(text) as Release };
    this.#cache.set(name, read);
    return read;
  }
}
