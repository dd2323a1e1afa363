import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../bin/scrutineer.mjs');

test('the program runs from whatever folder it is called in', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, '--help'], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Usage: scrutineer');
});

test('a wrong command says so and exits with 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'imprt', 'x'], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('import');
});
