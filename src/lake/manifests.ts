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

/**
 * Manifests are the lake's memory: `lake/releases/<id>.json`, each written beside its final name and then
 * renamed, so that a kill leaves a whole manifest or none. Readers trust manifests only.
 */
export class Manifests {
  readonly #dir: string;
  readonly #cache = new Map<string, Release>();

  constructor(lakeDir: string) {
    this.#dir = join(lakeDir, 'releases');
  }

  /** Changes whenever a release is added by this or another process: cheap enough to ask on each request. */
  stamp(): string {
    if (!existsSync(this.#dir)) return 'empty';
    const { mtimeMs, nlink } = statSync(this.#dir);
    return `${mtimeMs}-${nlink}`;
  }

  /** All releases, oldest import first. */
  list(): Release[] {
    if (!existsSync(this.#dir)) return [];
    const names = readdirSync(this.#dir).filter((name) => name.endsWith('.json'));
    const present = new Set(names);
    for (const name of this.#cache.keys()) if (!present.has(name)) this.#cache.delete(name);
    const releases = names.map((name) => this.#read(name));
    return releases.toSorted(
      (a, b) => a.imported_at.localeCompare(b.imported_at) || a.release.localeCompare(b.release),
    );
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
    this.#cache.set(name, release);
  }

  /** Removes manifests that a kill left half-written. */
  sweep(): void {
    if (!existsSync(this.#dir)) return;
    for (const name of readdirSync(this.#dir)) if (name.endsWith('.new')) rmSync(join(this.#dir, name));
  }

  #read(name: string): Release {
    const known = this.#cache.get(name);
    if (known) return known;
    const release = JSON.parse(readFileSync(join(this.#dir, name), 'utf8')) as Release;
    this.#cache.set(name, release);
    return release;
  }
}
