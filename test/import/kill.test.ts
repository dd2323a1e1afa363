import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/lake/engine.ts';
import type { Release } from '../../src/lake/release.ts';
import { sha256OfFile } from '../../src/lake/writer.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { writeMonths } from '../made-up/police-uk-months.ts';
import { TestWorkspace, ended } from './workspace.ts';

const MONTHS = 24;
const ROWS = 2_000;
const KILLS = 8;

/** Everything that an import puts into the lake, apart from when. */
async function contentOf(workspace: TestWorkspace): Promise<readonly Row[]> {
  return workspace.query(
    `SELECT release, month, count(*) AS n, sum(hash(columns) % 1000000007) AS checksum
     FROM (SELECT release, month, concat_ws('|', type, "at", gender, officer_defined_ethnicity, outcome, latitude) AS columns FROM stop_search)
     GROUP BY release, month ORDER BY release, month`,
  );
}

/** Releases as a reader of the files would find them: each manifest, its file, and whether that is whole. */
async function releasesOnDisk(dir: string): Promise<{ release: string; whole: boolean; rows: number }[]> {
  const folder = join(dir, 'lake/releases');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => {
      const release = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Release;
      const checks = release.files.map(async (file) => {
        const path = join(dir, 'lake', file.path);
        return (
          existsSync(path) && statSync(path).size === file.bytes && (await sha256OfFile(path)) === file.sha256
        );
      });
      return {
        release: release.release,
        rows: release.rows,
        whole: (await Promise.all(checks)).every(Boolean),
      };
    }),
  );
}

/** Files of the lake that no manifest names. */
function orphans(dir: string): string[] {
  const lake = join(dir, 'lake');
  const manifests = readdirSync(join(lake, 'releases')).filter((name) => name.endsWith('.json'));
  const named = new Set(
    manifests.flatMap((name) =>
      (JSON.parse(readFileSync(join(lake, 'releases', name), 'utf8')) as Release).files.map(
        ({ path }) => path,
      ),
    ),
  );
  return readdirSync(lake, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('/releases'))
    .map((entry) => join(entry.parentPath, entry.name).slice(lake.length + 1))
    .filter((path) => !named.has(path));
}

describe('an import killed at any moment', () => {
  let workspace: TestWorkspace;
  let undisturbed: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
    undisturbed = new TestWorkspace();
  });
  afterEach(() => {
    workspace.cleanUp();
    undisturbed.cleanUp();
  });

  test('leaves whole releases or none, and the next import completes it as if nothing had happened', async () => {
    const folder = await writeMonths(workspace.path('published'), 'stop-and-search', MONTHS, ROWS);
    const started = performance.now();
    expect((await ended(undisturbed.spawnImport(folder))).code).toBe(0);
    const duration = performance.now() - started;
    const expected = await contentOf(undisturbed);
    expect(expected).toHaveLength(MONTHS);

    const random = seededRandom(Date.now() % 1_000_003);
    let killedHalfWay = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = workspace.spawnImport(folder);
      const end = ended(child);
      // Half of the kills fall while releases are being written; the others anywhere from the start on.
      if (kill % 2 === 0) await someReleases(workspace.dir, 1 + Math.floor(random.uniform() * 5), end);
      else await sleep(random.uniform() * duration);
      child.kill('SIGKILL');
      await end;

      const found = await releasesOnDisk(workspace.dir);
      expect(found.filter(({ whole, rows }) => !whole || rows !== ROWS)).toEqual([]);
      if (found.length > 0 && found.length < MONTHS) {
        killedHalfWay += 1;
        // A reader sees exactly those releases, with nobody having swept.
        const seen = await contentOf(workspace);
        const names = new Set(found.map(({ release }) => release));
        expect(seen).toEqual(expected.filter((row) => names.has(String(row['release']))));
      }
    }
    expect(killedHalfWay).toBeGreaterThan(0);

    const last = await ended(workspace.spawnImport(folder));
    expect(last).toMatchObject({ code: 0 });
    expect(await contentOf(workspace)).toEqual(expected);
    expect(orphans(workspace.dir)).toEqual([]);
    expect(existsSync(join(workspace.dir, 'staging'))).toBe(false);
  }, 300_000);
});

/** Waits until the lake has some releases more than it had, or the import has ended. */
async function someReleases(dir: string, more: number, end: Promise<unknown>): Promise<void> {
  const count = (): number => {
    const folder = join(dir, 'lake/releases');
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).length : 0;
  };
  const before = count();
  const waiting = new AbortController();
  void end.then(() => waiting.abort());
  while (!waiting.signal.aborted && count() < before + more) await sleep(1);
}
