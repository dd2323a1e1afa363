#!/usr/bin/env node
// The way in: installs what is missing, then hands over to the project's own Node, whatever Node runs this.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, environment, node, root } from '../scripts/ensure-installed.mjs';

ensureInstalled();
const main = join(root, 'src', 'cli', 'main.ts');
const loader = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const child = spawn(node, ['--import', loader, main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment(),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)));
