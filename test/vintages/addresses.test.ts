import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, PublicClaim } from '../../src/evidence/index.ts';
import { openingSite, type OpeningSite } from '../web/opening-site.ts';

let site: OpeningSite;
beforeAll(async () => {
  site = await openingSite();
}, 240_000);
afterAll(async () => site.close());

const get = async (path: string): Promise<Response> => fetch(`${site.address}${path}`);
const question = (text: string): string => encodeURIComponent(text);

describe('what changed, as served', () => {
  test('is a finding at its address, and a section of the measure’s page with the same sentence', async () => {
    const asked = await get(`/api/ask?q=${question('what-changed robbery --since 2023-12-01')}`);
    const { numbers, sentence } = (await asked.json()) as Finding;
    expect(Number(numbers['definition']) + Number(numbers['data_revised']) + Number(numbers['world'])).toBe(
      numbers['change'],
    );
    const page = await (await get('/measures/robbery?changed-since=2023-12-01')).text();
    expect(page).toContain('What changed since 1 December 2023');
    expect(page).toContain(sentence);
    expect(page).not.toMatch(/NaN|>undefined|\[object|>null</);
  }, 240_000);

  test('says what is wrong with a day that is none', async () => {
    const page = await get('/measures/robbery?changed-since=yesterday');
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('is not a date');
  });

  test('addresses name a vintage as the command line does', async () => {
    const ask = `/api/ask?q=${question('trend robbery')}`;
    const [named, day] = await Promise.all(
      ['&vintage=known-on&as_known_on=2023-12-01', '&as_known_on=2023-12-01'].map(async (vintage) =>
        (await get(`${ask}${vintage}`)).json(),
      ),
    );
    expect(named).toEqual(day);
    expect((await get(`${ask}&vintage=earliest&as_known_on=2023-12-01`)).status).toBe(400);
  }, 240_000);

  test('claims are judged only when asked, and of every record unless one is named', async () => {
    const { claims } = (await (await get('/api/claims?check=0')).json()) as { claims: PublicClaim[] };
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.every(({ state, then, now }) => state === null && then === null && now === null)).toBe(
      true,
    );
    expect((await get('/api/claims?check=yes')).status).toBe(400);
  });
});
