import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetsApp } from '../../src/web/assets/assets-app.ts';
import { buildAssets } from '../../src/web/assets/build.ts';
import { galleryApp } from '../../src/web/gallery/gallery-app.tsx';
import { axeFindings } from './axe.ts';
import { SCREENS, launchChromium, noChromium } from './chromium.ts';
import { serveForTest } from './serve.ts';

const skipped = noChromium();

// What runs in the page is text: the rest of the project is compiled without the browser's types.

/** How many stops the Tab key should make: visible links, controls and scroll regions, a group of radios once. */
const REACHABLE = `(() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button:not([disabled]), input, select, summary, [tabindex="0"]')].filter((element) => {
    if (element.tabIndex < 0 || !element.checkVisibility()) return false;
    if (element.type !== 'radio') return true;
    return groups.has(element.name) ? false : Boolean(groups.add(element.name));
  }).length;
})()`;

/** What has the focus, and whether it is on the screen and not behind the band at the top. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const band = document.querySelector('.illustrative-band').getBoundingClientRect();
  const covered = box.top >= band.top && box.bottom <= band.bottom;
  return { inSight: !covered && box.bottom > 0 && box.top < innerHeight && box.width > 0, html: element.outerHTML.slice(0, 90) };
})()`;

describe.skipIf(skipped !== null)(
  `the gallery in a browser${skipped === null ? '' : ` (${skipped})`}`,
  () => {
    let browser: Browser;
    let server: Awaited<ReturnType<typeof serveForTest>>;

    beforeAll(async () => {
      await buildAssets();
      const app = new Hono();
      app.use(async (context, next) => {
        await next();
        context.header('content-security-policy', "default-src 'self'");
      });
      server = await serveForTest(app.route('/assets', assetsApp()).route('/gallery', galleryApp()));
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
      const page = await browser.newPage(options);
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('requestfailed', (request) => complaints.push(request.url()));
      await page.goto(`${server.address}/gallery`);
      await page.evaluate('document.fonts.ready.then(() => null)');
      return { page, complaints };
    }

    test.each(SCREENS)(
      'axe finds nothing on a $name, and a strict content policy is kept',
      async ({ width, height }) => {
        const { page, complaints } = await open({ viewport: { width, height } });
        expect(await axeFindings(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      },
    );

    test('no width of screen makes the page scroll sideways; wide tables scroll within themselves', async () => {
      const { page } = await open();
      for (const width of [320, 390, 820, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), `at ${width} pixels`).toBe(width);
        const scrolls = await page
          .locator('#ScrollRegion .scroll-region')
          .evaluate((region) => region.scrollWidth > region.clientWidth);
        expect(scrolls, `at ${width} pixels`).toBe(width < 1280);
      }
      await page.close();
    });

    test('each width of screen shows one layout of a chart', async () => {
      const { page } = await open();
      for (const [width, layout] of [
        [390, '340'],
        [820, '640'],
        [1280, '960'],
      ] as const) {
        await page.setViewportSize({ width, height: 640 });
        const shown = page.locator('#ChartFigure figure').first().locator('svg[role="img"]:visible');
        expect(await shown.count(), `at ${width} pixels`).toBe(1);
        expect(await shown.getAttribute('width')).toBe(layout);
      }
      await page.close();
    });

    test('the record is set in serif, what the program says in sans, from the bundled fonts', async () => {
      const { page } = await open();
      const family = async (selector: string): Promise<unknown> =>
        page.evaluate(
          `getComputedStyle(document.querySelector('${selector}')).fontFamily.split(',')[0].replaceAll('"', '')`,
        );
      expect(await family('.record-paragraph__words p')).toBe('Source Serif 4');
      expect(await family('.margin-note__reading')).toBe('Source Sans 3');
      const loaded = await page.evaluate(
        `[...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', '') + ' ' + font.weight)`,
      );
      expect(loaded).toEqual(expect.arrayContaining(['Source Sans 3 400', 'Source Serif 4 400']));
      await page.close();
    });

    test('a keyboard reaches everything in turn, always in sight and never under the fixed band', async () => {
      const { page } = await open({ viewport: { width: 820, height: 700 } });
      const expected = await page.evaluate(REACHABLE);
      const hidden: string[] = [];
      let reached = 0;
      while (reached <= 500) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<{ inSight: boolean; html: string } | null>(FOCUSED);
        if (focused === null) break;
        reached += 1;
        if (!focused.inSight) hidden.push(focused.html);
      }
      expect(hidden).toEqual([]);
      expect(reached).toBe(expected);
      await page.close();
    });

    test('the first key press offers to skip to the main content', async () => {
      const { page } = await open();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
      await page.close();
    });

    test('a table is sorted by its headings: numbers by size, missing ones last either way, and it is said aloud', async () => {
      const { page } = await open();
      const table = page.locator('#SortableTable table');
      const column = (index: number) => table.locator(`tbody tr > :nth-child(${index})`).allTextContents();
      const button = table.getByRole('button', { name: 'On a year before' });
      await button.press('Enter');
      expect(await column(4)).toEqual(['−14.0%', '−6.2%', '−0.9 points', '+1.8%', '+22.4%', 'not available']);
      expect(await table.locator('th[aria-sort="ascending"]').textContent()).toBe('On a year before');
      await button.click();
      expect((await column(4)).at(-1)).toBe('not available');
      expect((await column(4))[0]).toBe('+22.4%');
      expect(await page.locator('#SortableTable [role="status"]').textContent()).toBe(
        'Sorted by On a year before, descending',
      );
      await page.close();
    });

    test('the points of a chart are read from its table, by keyboard and by pointer', async () => {
      const { page } = await open();
      const picture = page.locator('#ChartFigure .chart-figure__picture--from-wide').first();
      const tip = picture.locator('.chart-tip');
      await picture.focus();
      await page.keyboard.press('ArrowLeft');
      expect(await tip.textContent()).toBe(
        'March 2024. Value 2,933. Average 2,369. Lower limit 2,102. Upper limit 2,636. Special cause concern: above the expected range. Status provisional.',
      );
      await page.keyboard.press('ArrowLeft');
      expect(await tip.textContent()).toMatch(/^February 2024\. Value 2,/);
      await page.keyboard.press('Escape');
      expect(await tip.isVisible()).toBe(false);
      await picture.locator('[data-row="0"]').hover();
      expect(await tip.textContent()).toMatch(/^April 2020\. Value 2,276\./);
      await page.close();
    });

    test('without script everything is there to be read', async () => {
      const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
      await page.goto(`${server.address}/gallery`);
      for (const words of ['What was known at the meeting.', 'What is known today.']) {
        expect(await page.getByText(words).isVisible()).toBe(true);
      }
      expect(
        await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link').count(),
      ).toBe(7);
      expect(
        await page
          .getByRole('navigation', { name: 'Sections', exact: true })
          .getByRole('link')
          .last()
          .isVisible(),
      ).toBe(true);
      await page.getByText('Show the numbers as a table').first().click();
      expect(await page.getByRole('rowheader', { name: 'March 2024' }).isVisible()).toBe(true);
      await page.close();
    });

    test('on paper the numbers behind a chart are open, the navigation is gone and the band says that the data are made up', async () => {
      const { page } = await open();
      await page.emulateMedia({ media: 'print' });
      expect(
        (await page.getByRole('rowheader', { name: 'March 2024' }).boundingBox())?.height ?? 0,
      ).toBeGreaterThan(0);
      expect(await page.getByRole('navigation', { name: 'Sections', exact: true }).isVisible()).toBe(false);
      expect(await page.locator('.illustrative-band').isVisible()).toBe(true);
      await page.close();
    });

    test('on a phone each note folds under its paragraph; on a desktop it stands beside it', async () => {
      const side = async (width: number) => {
        const { page } = await open({ viewport: { width, height: 800 } });
        const paragraph = page.locator('#paragraph-2\\.2');
        const words = await paragraph.locator('.record-paragraph__words').boundingBox();
        const notes = await paragraph.locator('.margin-notes').boundingBox();
        await page.close();
        if (words === null || notes === null)
          throw new Error('The paragraph or its notes are not on the page.');
        return {
          beside: notes.x >= words.x + words.width - 1 && notes.y < words.y + 12,
          below: notes.y >= words.y + words.height,
        };
      };
      expect(await side(390)).toEqual({ beside: false, below: true });
      expect(await side(1280)).toEqual({ beside: true, below: false });
    });
  },
);
