import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, PublicClaim } from '../../src/evidence/index.ts';
import type { Series } from '../../src/measures/index.ts';
import { packHtml } from '../../src/publish/index.ts';
import { axeFindings } from '../browser/axe.ts';
import { launchChromium, noChromium, SCREENS } from '../browser/chromium.ts';
import { openingSite, type OpeningSite } from './opening-site.ts';

let site: OpeningSite;
let pack: string;
/** The pack without its style sheet, whose fonts may spell anything. */
let body: string;

beforeAll(async () => {
  site = await openingSite();
  pack = await packHtml(site.services, { meeting: '2023-08-31' });
  body = pack.replace(/<style>.*?<\/style>/s, '');
});
afterAll(async () => site.close());

const RECORD = '/records/2023-08-31';
const CLAIM = '/claims/2023-08-31';
const get = async (path: string) => fetch(`${site.address}${path}`);
const json = async <Answer>(path: string) => (await (await get(path)).json()) as Answer;

describe('the record and its evidence, as served', () => {
  test('the start page is the newest record, and every statement leads to a page that answers', async () => {
    const home = await (await get('/')).text();
    expect(home).toContain('Performance and Risk Oversight Board, 31 August 2023');
    const addresses = [
      ...new Set([...home.matchAll(/href="(\/(?:claims|records)[^"#]*)/g)].map(([, path]) => path ?? '')),
    ];
    expect(addresses.length).toBeGreaterThan(20);
    for (const path of addresses) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  test('the page of a bound statement shows a picture of what was known then', async () => {
    for (const id of [
      'violence-below-national',
      'robbery-turning-down',
      'lowest-trust-boroughs',
      'waltham-forest-decline',
    ]) {
      const html = await (await get(`${CLAIM}/${id}`)).text();
      expect([id, html.includes('id="then-wide')]).toEqual([id, true]);
      expect(html).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  test('a later answer stands beside the earlier with the meeting between them', async () => {
    const html = await (await get(`${CLAIM}/robbery-turning-down`)).text();
    expect(html).toContain('Board met 31 August 2023');
    expect(html).toMatch(/npx scrutineer ask trend robbery[^<]*--since 2023-09-01/);
  });
});

describe('the JSON addresses', () => {
  test('claims carry the keys of the command line, and states that match the page', async () => {
    const { claims } = await json<{ claims: PublicClaim[] }>('/api/claims?record=2023-08-31');
    const robbery = claims.find(({ id }) => id === 'robbery-turning-down');
    expect(Object.keys(robbery ?? {})).toEqual(
      expect.arrayContaining([
        'record',
        'paragraph',
        'text',
        'kind',
        'question',
        'state',
        'data_revised',
        'then',
        'now',
      ]),
    );
    expect(Object.keys(robbery?.then ?? {})).toEqual(
      expect.arrayContaining(['verdict', 'sentence', 'numbers', 'caveats', 'from', 'to', 'inputs']),
    );
    const holding = claims.filter(({ state }) => state === 'holds').length;
    expect(await (await get('/')).text()).toContain(`>${holding} hold</a>`);
  });

  test('the answer behind "then" is given again as JSON', async () => {
    const page = await (await get(`${CLAIM}/robbery-turning-down`)).text();
    const [, api = ''] = /href="(\/api\/ask[^"]*vintage=earliest)"/.exec(page) ?? [];
    const finding = await json<Finding>(api.replaceAll('&amp;', '&'));
    const { claims } = await json<{ claims: PublicClaim[] }>('/api/claims?record=2023-08-31');
    const then = claims.find(({ id }) => id === 'robbery-turning-down')?.then;
    expect(finding.numbers).toEqual(then?.numbers);
  });

  test('a series is the same as the command line gives', async () => {
    const series = await json<Series>('/api/series?measure=robbery&every=month&from=2023-07&to=2023-07');
    expect(series.observations.map(({ period, value }) => [period, value])).toEqual([
      ['2023-07', expect.any(Number)],
    ]);
  });

  test('a fault of the question is answered with its status and what to do', async () => {
    const wrong = await get('/api/ask?q=trend%20robery');
    expect(wrong.status).toBe(404);
    expect(await wrong.json()).toEqual({
      error: { message: 'There is no measure called "robery".', advice: 'Did you mean "robbery"?' },
    });
    expect((await get('/api/ask')).status).toBe(400);
    expect((await get('/api/claims?record=1999-01-01')).status).toBe(404);
    expect((await get('/api/nothing')).status).toBe(404);
  });
});

describe('the board pack', () => {
  test('asks for nothing from anywhere: no script, no style sheet, no picture, no font, no link out', () => {
    expect(body).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b/);
    expect(body).not.toMatch(/\s(?:src|srcset|action|data)="/);
    expect([...body.matchAll(/href="([^#"][^"]*)"/g)]).toEqual([]);
    expect([...pack.matchAll(/url\((?!"?(?:data:|#))[^)]*\)/g)]).toEqual([]);
    expect(pack.includes('@import')).toBe(false);
  });

  test('every reference within it leads somewhere, and no id stands twice', () => {
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    expect([...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !known.has(id))).toEqual(
      [],
    );
  });

  test('tells of every statement that figures were held for, every action and every publication', async () => {
    const { claims } = await json<{ claims: PublicClaim[] }>('/api/claims?record=2023-08-31');
    for (const { id, question, state } of claims)
      if (question !== null && state !== 'cannot-be-checked') expect(body).toContain(`id="statement-${id}"`);
    for (const action of ['Action 1', 'Action 2', 'Action 3']) expect(body).toContain(action);
    expect(body).toContain('Office for National Statistics');
    // On paper only the forces that matter are drawn, and it is said how many are not.
    expect(body).toMatch(/\d+ other forces were compared and are not drawn/);
    expect(body).not.toMatch(/NaN|undefined|\[object/);
  });

  test('a quarter names the meeting held in it; another says which records are held', async () => {
    expect((await packHtml(site.services, { quarter: '2023-Q3' })) === pack).toBe(true);
    await expect(packHtml(site.services, { quarter: '2022-Q1' })).rejects.toThrow(
      'No record of a meeting in 2022-Q1',
    );
    await expect(packHtml(site.services, { quarter: 'spring' })).rejects.toThrow(
      '"spring" is not a quarter.',
    );
  });
});

const skipped = noChromium();

describe.skipIf(skipped !== null)(`in a browser${skipped === null ? '' : ` (${skipped})`}`, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-pack-'));

  beforeAll(async () => {
    browser = await launchChromium();
    writeFileSync(join(folder, 'pack.html'), pack);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const PAGES = [
    '/',
    '/records',
    `${RECORD}/claims`,
    `${CLAIM}/robbery-turning-down`,
    `${CLAIM}/violence-below-national`,
    `${CLAIM}/lowest-trust-boroughs`,
    `${CLAIM}/disability-gap`,
  ];
  const addressOf = (path: string): string =>
    path === 'pack' ? `file://${folder}/pack.html` : site.address + path;
  const width = async (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

  test.each([...PAGES, 'pack'])(
    '%s: axe finds nothing on any screen, and nothing scrolls sideways',
    async (path) => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const { name, ...viewport } of SCREENS) {
        await page.setViewportSize(viewport);
        await page.goto(addressOf(path));
        expect(await width(page), name).toBe(viewport.width);
        expect(await axeFindings(page), name).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await width(page), '400% zoom').toBe(320);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('without script the margin, the evidence and the lists are all there', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.address);
    await page
      .getByRole('link', { name: /^1 was not borne out|not borne out$/ })
      .first()
      .click();
    await page.getByRole('link', { name: /turn downwards/ }).click();
    expect(await page.getByRole('heading', { name: 'Then', exact: true }).isVisible()).toBe(true);
    await page.getByText('Show the numbers as a table').first().click();
    expect(await page.getByRole('rowheader', { name: /2023/ }).first().isVisible()).toBe(true);
    await page.close();
  });

  test('a keyboard goes from the words to their note, and from the note to the evidence', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.address);
    await page.locator('a.claimed-words__mark').first().focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#note-/);
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>('document.activeElement.getAttribute("href")');
    expect(focused).toMatch(/^#note-|^\/claims\//);
    await page.close();
  });

  test('the pack is a document of numbered pages, with no picture cut in two', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('pack'));
    await page.emulateMedia({ media: 'print' });
    const tallest = await page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll('.chart-figure__picture svg')].map((svg) => svg.getBoundingClientRect().height))`,
    );
    // The paper's height less its margins is 259 mm, at 96 pixels to the inch.
    expect(tallest).toBeLessThan((259 / 25.4) * 96);
    expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toContain('Source Sans 3');
    expect(
      await page.evaluate(
        `document.fonts.ready.then(() => [...document.fonts].some((font) => font.weight === '400' && font.family.includes('Sans') && font.status === 'loaded'))`,
      ),
    ).toBe(true);
    await page.close();
  });
});
