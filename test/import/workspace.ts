import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAreas } from '../../src/areas/index.ts';
import { CATALOGUE_DIR } from '../../src/foundation/catalogue-dir.ts';
import type { Row } from '../../src/lake/engine.ts';
import { Lake } from '../../src/lake/lake.ts';
import { openOrCreateWorkspace, openWorkspace } from '../../src/lake/workspace.ts';
import { LakeWriter } from '../../src/lake/writer.ts';
import { importPaths } from '../../src/sources/importer/import-paths.ts';
import type { ImportReport } from '../../src/sources/importer/report.ts';
import { SOURCES } from '../../src/sources/registry.ts';

const ROOT = join(import.meta.dirname, '../..');
export const SHARED_DATA = join(ROOT, '../shared/data');

/** Why tests of real files cannot run here, or null when they can. */
export const noSharedData = existsSync(SHARED_DATA) ? null : 'skipped: no ../shared/data';

const areas = loadAreas(CATALOGUE_DIR);

/** A folder of its own for one test, removed by `cleanUp`. */
export class TestWorkspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'scrutineer-import-'));
  readonly dir = join(this.folder, 'workspace');

  /** A path in the folder, outside the workspace. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Imports in this process. */
  async import(
    paths: readonly string[],
    options: { as?: string; force?: string } = {},
  ): Promise<ImportReport> {
    const { force = null, ...rest } = options;
    const writer = await LakeWriter.open(openOrCreateWorkspace(this.dir, 'own', new Date()), 'test');
    try {
      return await importPaths(writer, paths, {
        sources: SOURCES,
        context: { areas, force },
        now: () => new Date(),
        ...rest,
      });
    } finally {
      await writer.close();
    }
  }

  /** Asks the lake. */
  async query(sql: string): Promise<readonly Row[]> {
    return (await new Lake(openWorkspace(this.dir)).queryUntrusted(sql)).rows;
  }

  /** Starts the command line's import in a process of its own. */
  spawnImport(path: string): ChildProcess {
    const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const main = join(ROOT, 'src/cli/main.ts');
    return spawn(
      process.execPath,
      ['--import', loader, main, 'import', path, '--workspace', this.dir, '--json'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
  }

  cleanUp(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for a process and gathers what it said. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
}
