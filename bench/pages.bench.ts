/**
 * Pages over the opening workspace: the first visit to each of the main ones (processor time, in an order in which people come), and then
 * the server time of every page that can be reached from the first, once the program is running.
 */
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { buildOpeningWorkspace } from '../src/opening/build-opening-workspace.ts';
import { openRecordStore } from '../src/record/index.ts';
import { buildAssets } from '../src/web/assets/build.ts';
import { webServices } from '../src/web/services.ts';
import { webApp } from '../src/web/web-app.tsx';
import { medianTime } from './alternate.ts';
import type { Bench, Measurement } from './bench.ts';

const LIMIT_MS = 100;
const ROUNDS = 5;
/** Processor time, all threads together, that the first visit to a page may cost. */
const FIRST_LIMIT_MS = 1000;
const FIRST_VISITS = [
  '/measures',
  '/',
  '/data',
  '/catalogue',
  '/areas',
  '/areas/camden',
  '/powers',
  '/completeness',
  '/measures/robbery',
];
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
    const first: Measurement[] = [];
    for (const path of FIRST_VISITS) {
      const before = process.cpuUsage();
      const response = await get(path);
      await response.text();
      const { user, system } = process.cpuUsage(before);
      const ours = (user + system) / 1000;
      if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
      first.push({
        what: `first visit to ${path}, processor time`,
        ours,
        against: 'limit',
        theirs: FIRST_LIMIT_MS,
        ratio: ours / FIRST_LIMIT_MS,
        limit: 1,
      });
    }
    const paths = await reachable(get);
    say(`${paths.length} pages`);
    const timed = [];
    for (const path of paths)
      timed.push({ path, ours: await medianTime(async () => (await get(path)).text(), ROUNDS) });
    const slowest = timed
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
    return [...first, ...slowest];
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
