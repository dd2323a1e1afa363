import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingSite, type OpeningSite } from './opening-site.ts';

let site: OpeningSite;
beforeAll(async () => (site = await openingSite()), 180_000);
afterAll(async () => site.close());

const page = async (path: string): Promise<string> => (await fetch(`${site.address}${path}`)).text();
const answerOf = (html: string): string => /class="answer">([^<]*)/.exec(html)?.[1] ?? '';

describe('the page of all areas', () => {
  it('answers first, lists every borough and force, and leads to each', async () => {
    const html = await page('/areas');
    expect(answerOf(html)).toMatch(
      /^Figures are held for 3[23] of the 33 boroughs of London and for \d+ of 45 police forces/,
    );
    for (const slug of ['camden', 'city-of-london-borough', 'metropolitan', 'kent', 'btp'])
      expect(html).toContain(`href="/areas/${slug}"`);
    expect(html).toMatch(/sc-borough-(map|tiles)/);
  });

  it('leads to the area that is chosen in its form', async () => {
    const response = await fetch(`${site.address}/areas?area=Tower+Hamlets`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/areas/tower-hamlets']);
  });
}, 120_000);

describe('the page of a borough', () => {
  it('begins with where it stands to London, shows its trust with an interval, and links measures with the area chosen', async () => {
    const html = await page('/areas/camden');
    expect(answerOf(html)).toMatch(/stand above London|times London/);
    expect(html).toMatch(/of those asked in Camden trust the Metropolitan Police .*95% interval/s);
    expect(html).toContain('href="/measures/trust?area=Camden"');
    expect(html).toMatch(/▲ Above|▼ Below|≈ Not told/);
  });

  it('takes a name for its address, and knows no area of another kind', async () => {
    const named = await fetch(`${site.address}/areas/Camden`, { redirect: 'manual' });
    expect(named.headers.get('location')).toBe('/areas/camden');
    expect((await fetch(`${site.address}/areas/atlantis`)).status).toBe(404);
  });
}, 120_000);

it('says what would fill the page of an area without figures', async () => {
  const html = await page('/areas/northern-ireland');
  expect(answerOf(html)).toMatch(/measures held for|No figure is held/);
  expect(html).toContain('without a figure for');
}, 60_000);
