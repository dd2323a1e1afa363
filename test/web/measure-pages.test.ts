import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../browser/axe.ts';
import { launchChromium, noChromium, SCREENS } from '../browser/chromium.ts';
import { webApp } from '../../src/web/web-app.tsx';
import { openingSite, type OpeningSite } from './opening-site.ts';

let site: OpeningSite;
beforeAll(async () => {
  site = await openingSite();
});
afterAll(async () => site.close());

const get = async (path: string) => fetch(`${site.address}${path}`);
const text = async (path: string) => (await get(path)).text();

const PAGES = [
  '/measures',
  '/measures?area=Camden',
  '/measures/robbery',
  '/measures/trust',
  '/measures/stop-and-search',
  '/measures/knife-crime-pfa',
  '/measures/positive-outcome-rate',
  '/measures/robbery/compare',
  '/measures/trust/compare?scale=own',
  '/catalogue?q=robbery',
  '/completeness',
  '/powers',
  '/data',
  '/methods',
  '/about',
  '/words',
] as const;

describe('measures, data and words, as served', () => {
  test('every page answers and shows no broken value', async () => {
    for (const path of PAGES) {
      const response = await get(path);
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(html, path).not.toMatch(/NaN|>undefined|\[object|>null</);
    }
  });

  test('every measure of the table has a page that answers', async () => {
    const table = await text('/measures');
    const addresses = new Set(
      [...table.matchAll(/href="(\/measures\/[a-z0-9-]+)"/g)].map(([, path]) => path ?? ''),
    );
    expect(addresses.size).toBeGreaterThan(150);
    // Asked of the program itself and many at a time: they share what they read.
    const app = webApp(site.services);
    const answers = await Promise.all(
      [...addresses].map(async (path) => {
        const response = await app.request(path);
        return { path, status: response.status, html: await response.text() };
      }),
    );
    const broken = /NaN|>undefined|\[object|>null</;
    const failing = answers.filter(({ status, html }) => status !== 200 || broken.test(html));
    expect(failing.map(({ path, status }) => [path, status])).toEqual([]);
  }, 120_000);

  test('every release of the data page has a page that answers', async () => {
    const data = await text('/data');
    const addresses = new Set([...data.matchAll(/href="(\/data\/[^"]+)"/g)].map(([, path]) => path ?? ''));
    expect(addresses.size).toBeGreaterThan(5);
    for (const path of addresses) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  test('the files of a measure hold the figures of its page', async () => {
    const rows: Record<string, string>[] = parse(await text('/measures/robbery/series.csv'), {
      columns: true,
    });
    const october = rows.find(({ period }) => period === '2023-10');
    expect(october).toMatchObject({ measure: 'robbery', area: 'Metropolitan Police', value: '2914' });
    const series = (await (await get('/measures/robbery/series.json')).json()) as { observations: unknown[] };
    expect(series.observations).toHaveLength(rows.length);
    const svg = await get('/measures/robbery/chart.svg');
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(await svg.text()).toMatch(/^<svg [^>]*xmlns/);
  });

  test('a measure page says what the earliest publication said of the same months', async () => {
    expect(await text('/measures/robbery')).toMatch(/October 2023<\/th>.*?2,909<\/td>.*?2,914<\/td>/s);
  });

  test('what is not known is asked for by its nearest name, with the right status', async () => {
    const measure = await get('/measures/robery');
    expect(measure.status).toBe(404);
    expect(await measure.text()).toContain('robbery');
    const area = await get('/measures/robbery?area=Camdem');
    expect(area.status).toBe(404);
    expect(await area.text()).toContain('Camden');
    expect((await get('/measures/robbery?every=week')).status).toBe(400);
    expect((await get('/data/nothing')).status).toBe(404);
    expect((await get('/nowhere')).status).toBe(404);
  });
});

const skipped = noChromium();

describe.skipIf(skipped !== null)(`measures in a browser${skipped === null ? '' : ` (${skipped})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => browser.close());

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await page.goto(`${site.address}${path}`);
    return page;
  }

  test.each(SCREENS)(
    'axe finds nothing on a $name, and no page scrolls sideways',
    async ({ width, height }) => {
      const page = await browser.newPage({ viewport: { width, height } });
      for (const path of [...PAGES, '/nowhere']) {
        await page.goto(`${site.address}${path}`);
        expect([path, await axeFindings(page)]).toEqual([path, []]);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
      }
      await page.close();
    },
  );

  test('at four times the size nothing is lost sideways', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const path of PAGES) {
      await page.goto(`${site.address}${path}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
    await page.close();
  });

  test('a reader sorts by change, and the headings of groups give way', async () => {
    const page = await open('/measures', { viewport: { width: 1280, height: 900 } });
    const headings = page.locator('[data-group-heading]');
    expect(await headings.count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'On a year before' }).press('Enter');
    expect(await headings.count()).toBe(0);
    const changes = await page
      .locator('.measures-table tbody td:nth-child(4)[data-sort-value]')
      .evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const value = cell.getAttribute('data-sort-value') ?? '';
          return value === '' ? [] : [Number(value)];
        }),
      );
    expect(changes.length).toBeGreaterThan(10);
    expect(changes).toEqual(changes.toSorted((a, b) => a - b));
    await page.close();
  });

  test('without script another area is chosen with the keyboard alone', async () => {
    const page = await open('/measures/trust', { javaScriptEnabled: false });
    await page.getByLabel('Area', { exact: true }).first().selectOption('Camden');
    await page.getByRole('button', { name: 'Show' }).first().press('Enter');
    await page.waitForURL(/area=Camden/);
    expect(await page.locator('.answer').textContent()).toContain('Camden');
    await page.close();
  });
});
