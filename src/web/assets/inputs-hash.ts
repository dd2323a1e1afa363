import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NODE_MODULES } from './manifest.ts';

/** Packages whose version changes what is built. */
const PACKAGES = [
  'govuk-frontend',
  'sass',
  'esbuild',
  '@fontsource/source-sans-3',
  '@fontsource/source-serif-4',
];

/** Hash of everything that the assets are made from: our styles, browser scripts and build, and the packages' versions. */
export function inputsHash(webFolder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(webFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isInput(relative(webFolder, path)))
    .toSorted();
  for (const path of files)
    hash.update(relative(webFolder, path)).update('\0').update(readFileSync(path)).update('\0');
  for (const name of PACKAGES) hash.update(`${name} ${packageVersion(name)}\0`);
  return hash.digest('hex');
}

function isInput(path: string): boolean {
  if (/\.test\.tsx?$/.test(path)) return false;
  return path.endsWith('.scss') || path.endsWith('.svg') || /^(browser|assets)[/\\]/.test(path);
}

function packageVersion(name: string): string {
  return (JSON.parse(readFileSync(join(NODE_MODULES, name, 'package.json'), 'utf8')) as { version: string })
    .version;
}
