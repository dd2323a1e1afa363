import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundError } from '../../foundation/errors.ts';
import { ASSETS_FOLDER, type Manifest, readManifest } from './manifest.ts';

let known: Manifest | null = null;

/**
 * Address of an asset by its plain name: `assetUrl('app.css')` is "/assets/app.3f9c2a1b.css". Before the assets are built it is the
 * plain "/assets/app.css", which the server answers as well (without long caching), so pages can be rendered in tests.
 */
export function assetUrl(name: string): string {
  known ??= readManifest();
  return `/assets/${known?.files[name] ?? name}`;
}

/** Forgets what was built, after a new build in this process. */
export function forgetAssets(): void {
  known = null;
}

/** The bytes of a built asset, for files that must carry their style with them (a self-contained pack). */
export function readAsset(name: string, folder: string = ASSETS_FOLDER): Buffer {
  const file = readManifest(folder)?.files[name];
  if (file === undefined)
    throw new NotFoundError(`There is no built asset "${name}".`, 'Build the assets first: npm start does.');
  return readFileSync(join(folder, file));
}
