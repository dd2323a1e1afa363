// Runs on whatever Node the machine has (20 or later), before anything is installed: so it is plain JavaScript
// and imports nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, 'node_modules', '.scrutineer-installed');

/** The Node that the project is pinned to, as installed from the package `node`. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs the packages of the lock file unless that has been done. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  process.stderr.write('Installing what Scrutineer needs (once; a minute or so) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0 || !existsSync(node)) {
    process.stderr.write(
      'Could not install: see the messages above. A connection to the npm registry is needed once.\n',
    );
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

/** The environment of a command that must find the project's own Node and tools first. */
export function environment() {
  return {
    ...process.env,
    // tsx looks for its settings in the folder that it is called from, which need not be this project's.
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
    PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  };
}
