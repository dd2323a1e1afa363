import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was built: each asset's plain name ("app.css") and the file that holds it, its content's hash in the name. */
export interface Manifest {
  /** Hash of everything that the assets are made from. */
  readonly inputs: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Where assets are built to, unless told otherwise: `.build/assets` in the project. */
export const ASSETS_FOLDER = fileURLToPath(new URL('../../../.build/assets/', import.meta.url));

/** The packages that assets are made from. */
export const NODE_MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** The manifest in a folder of built assets, or null when nothing has been built there. */
export function readManifest(folder: string = ASSETS_FOLDER): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}
