import { setTimeout as sleep } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeMonths } from '../made-up/police-uk-months.ts';
import { TestWorkspace, ended } from './workspace.ts';

const MONTHS = 24;
const ROWS = 2_000;

describe('two imports into one workspace', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.cleanUp());

  test('one imports, the other is told who holds the workspace, and nothing is lost or doubled', async () => {
    const folder = await writeMonths(workspace.path('published'), 'stop-and-search', MONTHS, ROWS);
    const first = workspace.spawnImport(folder);
    const firstEnd = ended(first);
    while (!existsSync(join(workspace.dir, 'lake.lock'))) await sleep(2);
    const second = await ended(workspace.spawnImport(folder));

    // The second is refused while the first works; should the first have been quicker, it finds everything there.
    if (second.code === 1) {
      expect(second.stderr).toContain(`is in use by scrutineer import (process ${first.pid}`);
      expect(second.stdout).toBe('');
    } else {
      expect(JSON.parse(second.stdout)).toMatchObject({ totals: { imported: 0, already_imported: MONTHS } });
    }
    expect((await firstEnd).code).toBe(0);
    await expectWhole(workspace);
  }, 120_000);

  test('started at the same moment, exactly one at a time writes', async () => {
    const folder = await writeMonths(workspace.path('published'), 'stop-and-search', MONTHS, ROWS);
    const ends = await Promise.all([1, 2, 3].map(async () => ended(workspace.spawnImport(folder))));
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stdout, stderr } of ends) {
      if (code === 0) expect(JSON.parse(stdout)).toMatchObject({ totals: { files: MONTHS, failed: 0 } });
      else
        expect({ code, stderr }).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/in use by|being taken/) as string,
        });
    }
    await expectWhole(workspace);
  }, 120_000);
});

async function expectWhole(workspace: TestWorkspace): Promise<void> {
  const [row] = await workspace.query(
    'SELECT count(*) AS n, count(DISTINCT release) AS releases, count(DISTINCT month) AS months FROM stop_search',
  );
  expect(row).toEqual({ n: MONTHS * ROWS, releases: MONTHS, months: MONTHS });
  expect(existsSync(join(workspace.dir, 'lake.lock'))).toBe(false);
}
