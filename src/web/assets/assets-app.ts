import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { ASSETS_FOLDER, readManifest } from './manifest.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves built assets, to be mounted at `/assets`: only files that the manifest names, for ever under their hashed names, for a minute
 * under their plain ones.
 */
export function assetsApp(folder: string = ASSETS_FOLDER): Hono {
  const app = new Hono();
  app.get('/*', async (context) => {
    const name = context.req.path.replace(/^.*?\/assets\//, '');
    const files = readManifest(folder)?.files ?? {};
    const hashed = Object.values(files).includes(name);
    const file = hashed ? name : files[name];
    const type = TYPES[extname(name)];
    if (file === undefined || type === undefined) return context.notFound();
    const bytes = await readFile(join(folder, file));
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
    });
  });
  return app;
}
