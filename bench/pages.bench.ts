/** Server time of every page that can be reached from the first, over the opening workspace, once the program is running. */
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { buildOpeningWorkspace } from '../src/opening/build-opening-workspace.ts';
import { openRecordStore } from '../src/record/index.ts';
import { buildAssets } from '../src/web/assets/build.ts';
import { webServices } from '../src/web/services.ts';
import { webApp } from '../src/web/web-app.tsx';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const LIMIT_MS = 100;
const ROUNDS = 5;
/** Beyond this many addresses of one shape (claims, measures), more of them say nothing new. */
const MOST_OF_A_SHAPE = 6;

export const bench: Bench = async ({ scratch, say }) => {
  const dir = join(scratch, 'opening');
  const now = (): Date => new Date();
  say('Building the opening workspace …');
  await buildAssets();
  await buildOpeningWorkspace(dir, now, () => undefined);
  const parts = buildApp(dir);
  const store = await openRecordStore(parts.workspace.recordDir, { purpose: 'bench', now });
  const app = webApp(webServices(parts, store, now));
  try {
    const get = async (path: string): Promise<Response> => app.request(path);
    const paths = await reachable(get);
    say(`${paths.length} pages`);
    const timed = [];
    for (const path of paths)
      timed.push({ path, ours: await medianTime(async () => (await get(path)).text(), ROUNDS) });
    return timed
      .toSorted((a, b) => b.ours - a.ours)
      .slice(0, 8)
      .map(({ path, ours }) => ({
        what: `page ${path}`,
        ours,
        against: 'limit',
        theirs: LIMIT_MS,
        ratio: ours / LIMIT_MS,
        limit: 1,
      }));
  } finally {
    parts.lake.close();
    await store.close();
  }
};

/** Addresses of pages linked from the first page on, a few of each shape. */
async function reachable(get: (path: string) => Promise<Response>): Promise<string[]> {
  const found = new Set(['/']);
  const shapes = new Map<string, number>();
  for (const path of found) {
    const response = await get(path);
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    for (const [, link = ''] of (await response.text()).matchAll(/href="(\/[^"#]*)/g)) {
      const target = link.replaceAll('&amp;', '&');
      const shape = target.replaceAll(/[^/?=&]+(?=[/?&]|$)/g, (word, at: number) => (at < 2 ? word : '…'));
      const seen = shapes.get(shape) ?? 0;
      if (found.has(target) || target.startsWith('/assets/') || seen >= MOST_OF_A_SHAPE) continue;
      shapes.set(shape, seen + 1);
      found.add(target);
    }
  }
  return [...found];
}
