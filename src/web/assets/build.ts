import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forgetAssets } from './asset-url.ts';
import fonts from './fonts.json' with { type: 'json' };
import { inputsHash } from './inputs-hash.ts';
import { ASSETS_FOLDER, type Manifest, NODE_MODULES, readManifest } from './manifest.ts';

const WEB = fileURLToPath(new URL('../', import.meta.url));

/**
 * Builds style sheet, browser script and fonts into a folder, each file with its content's hash in its name, and a manifest of
 * them. Does nothing when nothing that they are made from has changed. The manifest is written last and by renaming, so a build
 * that is killed half-way leaves the assets of the one before in force.
 *
 * @returns the manifest, and whether anything had to be built.
 */
export async function buildAssets(
  folder: string = ASSETS_FOLDER,
): Promise<{ manifest: Manifest; built: boolean }> {
  const inputs = inputsHash(WEB);
  const before = readManifest(folder);
  if (
    before?.inputs === inputs &&
    Object.values(before.files).every((file) => existsSync(join(folder, file)))
  ) {
    return { manifest: before, built: false };
  }
  const files: Record<string, string> = {};
  const add = (name: string, content: string | Uint8Array): void => {
    const file = hashedName(name, content);
    files[name] = file;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  for (const [name, content] of fontFiles()) add(name, content);
  add('mark.svg', readFileSync(new URL('mark.svg', import.meta.url)));
  const [css, script] = await Promise.all([compileStyle(), bundleScript()]);
  add(
    'app.css',
    css.replaceAll(/fonts\/[\w-]+\.woff2/g, (name) => files[name] ?? name),
  );
  add('app.js', script);

  const manifest: Manifest = { inputs, files };
  const temporary = join(folder, `manifest.${process.pid}.tmp`);
  writeFileSync(temporary, JSON.stringify(manifest, null, 2));
  renameSync(temporary, join(folder, 'manifest.json'));
  removeStale(folder, manifest);
  forgetAssets();
  return { manifest, built: true };
}

async function compileStyle(): Promise<string> {
  // Loaded only when needed: reading the compiler takes longer than the check that nothing changed.
  const sass = await import('sass');
  const { css } = sass.compile(join(WEB, 'theme/app.scss'), {
    style: 'compressed',
    loadPaths: [NODE_MODULES],
    quietDeps: true,
  });
  return css;
}

async function bundleScript(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(WEB, 'browser/app.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

function fontFiles(): [name: string, content: Buffer][] {
  return Object.entries(fonts).flatMap(([packageName, names]) => {
    const folder = join(NODE_MODULES, packageName, 'files');
    return names.map((name): [string, Buffer] => [
      `fonts/${name}.woff2`,
      readFileSync(join(folder, `${name}.woff2`)),
    ]);
  });
}

/** "fonts/name.woff2" → "fonts/name.3f9c2a1b.woff2" */
function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  return join(dirname(name), `${basename(name, extension)}.${hash}${extension}`).replaceAll('\\', '/');
}

function removeStale(folder: string, { files }: Manifest): void {
  const kept = new Set([...Object.values(files), 'manifest.json']);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (entry.isFile() && !kept.has(name) && !name.endsWith('.tmp')) rmSync(path, { force: true });
  }
}
