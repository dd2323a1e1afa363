import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAsset } from './asset-url.ts';
import { assetsApp } from './assets-app.ts';
import { buildAssets } from './build.ts';
import type { Manifest } from './manifest.ts';

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
  ({ manifest } = await buildAssets(folder));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('style, script, fonts and icon are built, each named after its content', () => {
  expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(['app.css', 'app.js', 'mark.svg']));
  expect(Object.keys(manifest.files).filter((name) => name.startsWith('fonts/'))).toHaveLength(6);
  for (const file of Object.values(manifest.files))
    expect(file).toMatch(/\.[0-9a-f]{10}\.(css|js|svg|woff2)$/);
});

test('the style sheet asks only for fonts that were built, and for nothing that belongs to GOV.UK', () => {
  const css = readAsset('app.css', folder).toString();
  const fonts = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => address);
  expect(new Set(fonts)).toEqual(
    new Set(Object.values(manifest.files).filter((file) => file.endsWith('.woff2'))),
  );
  expect(css).not.toMatch(/GDS Transport|crown/i);
});

test('nothing is built again while nothing has changed; what has gone missing is', async () => {
  expect((await buildAssets(folder)).built).toBe(false);
  rmSync(join(folder, manifest.files['app.css'] ?? ''));
  expect((await buildAssets(folder)).built).toBe(true);
  expect(readAsset('app.css', folder).length).toBeGreaterThan(1000);
});

test('a manifest that cannot be read counts as none, and stale files are cleared away', async () => {
  writeFileSync(join(folder, 'manifest.json'), '{ half');
  writeFileSync(join(folder, 'app.0000000000.css'), 'stale');
  expect((await buildAssets(folder)).built).toBe(true);
  expect(readdirSync(folder)).not.toContain('app.0000000000.css');
  expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest);
});

test('files are served for ever under their hashed names, for a minute under their plain ones', async () => {
  const app = assetsApp(folder);
  const get = async (name: string) => app.request(`/assets/${name}`);
  const hashed = await get(manifest.files['app.css'] ?? '');
  expect(hashed.headers.get('cache-control')).toContain('immutable');
  expect(hashed.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect((await get('app.css')).headers.get('cache-control')).toBe('public, max-age=60');
  const font = await get(manifest.files['fonts/source-serif-4-latin-400-normal.woff2'] ?? '');
  expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
});

test.each(['manifest.json', 'nothing.css', '../manifest.json', '..%2f..%2fpackage.json', ''])(
  '"%s" is not served',
  async (name) => {
    expect((await assetsApp(folder).request(`/assets/${name}`)).status).toBe(404);
  },
);

test('an asset that was not built is named', () => {
  expect(() => readAsset('nothing.css', folder)).toThrow('There is no built asset "nothing.css"');
});
