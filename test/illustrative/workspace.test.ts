import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { openRecordStore } from '../../src/record/index.ts';
import { webServices } from '../../src/web/services.ts';
import { webApp } from '../../src/web/web-app.tsx';
import { run } from '../opening/command-line.ts';
import { planted, scratchFolder } from './made-up-world.ts';

// A whole city is built and asked: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });
const { path, remove } = scratchFolder();
const workspace = join(path, 'demo');

async function json<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, out, err } = await run(...args, '--json', '--workspace', workspace);
  expect([code, err.includes('Illustrative data')]).toEqual([0, true]);
  return JSON.parse(out) as Answer;
}

beforeAll(async () => {
  const { code, err } = await run('demo', '--scale', '0.05', '--no-serve', '--workspace', workspace);
  expect([code, err]).toEqual([0, expect.stringContaining('What is hidden')]);
}, 900_000);
afterAll(remove);

describe('the illustrative workspace', () => {
  it('is whole, knows what it is, and keeps what is hidden beside it', () => {
    expect(JSON.parse(readFileSync(join(workspace, 'workspace.json'), 'utf8'))).toMatchObject({
      kind: 'illustrative',
    });
    for (const name of ['planted-truths.json', 'planted-truths.md', 'linking/searches.csv'])
      expect(existsSync(join(workspace, name))).toBe(true);
    expect(existsSync(`${workspace}.building`)).toBe(false);
  });

  it('is left alone when it is asked for otherwise', async () => {
    const again = await run('demo', '--scale', '0.05', '--no-serve', '--workspace', workspace);
    expect(again.code).toBe(0);
    const other = await run('demo', '--scale', '0.05', '--seed', '2', '--no-serve', '--workspace', workspace);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('was made otherwise')]);
  });

  it('takes every file without a reject, and cites nobody', async () => {
    const releases = await json<{ publisher: string; title: string; rows_rejected: number }[]>(
      'query',
      'SELECT publisher, title, rows_rejected, illustrative FROM (SELECT *, 1 AS illustrative FROM release)',
    );
    expect(releases.length).toBeGreaterThan(100);
    for (const release of releases)
      expect(release).toMatchObject({
        publisher: expect.stringMatching(/^Nobody/),
        title: expect.stringMatching(/^Illustrative data/),
        rows_rejected: 0,
        illustrative: 'Illustrative data',
      });
  });

  it('marks objects by a key, and rows of CSV by a column', async () => {
    expect(await json('series', 'robbery', '--every', 'year')).toMatchObject({ illustrative: true });
    const csv = await run('query', 'SELECT 1 AS one', '--csv', '--workspace', workspace);
    expect(csv.out).toBe('one,illustrative\n1,Illustrative data\n');
  });

  it('refuses published files, and a workspace of published figures refuses made-up ones', async () => {
    const real = join(path, '2023-01-metropolitan-street.csv');
    writeFileSync(
      real,
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n,2023-01,Metropolitan Police Service,Metropolitan Police Service,,,No Location,,,Drugs,,\n',
    );
    const into = await run('import', real, '--workspace', workspace);
    expect([into.code, into.err]).toEqual([1, expect.stringContaining('the two never mix')]);
    const files = join(path, 'files');
    mkdirSync(files);
    const made = await run('demo', '--files-only', files, '--scale', '0.01');
    expect(made.code).toBe(0);
    const own = await run(
      'import',
      join(files, 'files/police-uk/2023-01'),
      join(files, 'files/population'),
      '--json',
      '--workspace',
      join(path, 'own'),
    );
    expect(own.code).toBe(1);
    const report = JSON.parse(own.out) as { files: { status: string; warnings: string[] }[] };
    for (const file of report.files)
      expect(file).toMatchObject({
        status: 'failed',
        warnings: [expect.stringContaining('the two never mix')],
      });
  });

  it('shows the real words of the record beside notes that say whose figures they are', async () => {
    const { claims } = await json<{
      claims: { text: string; state: string | null }[];
      illustrative: boolean;
    }>('claims', '--record', '2023-08-31', '--check');
    expect(claims.length).toBeGreaterThan(30);
    const pack = join(path, 'pack.html');
    expect((await run('pack', '-o', pack, '--workspace', workspace)).code).toBe(0);
    const html = readFileSync(pack, 'utf8');
    expect(html).toContain('Every figure here is made up.');
    expect(html).not.toContain('Made-up figures: null');
    expect(html).not.toContain('Contains public sector information licensed');
    for (const picture of html.match(/<svg[^>]*class="sc-chart[^]*?<\/svg>/g) ?? [])
      expect(picture).toContain('Illustrative');
  });
});

describe('every page of the illustrative workspace', () => {
  let site: { readonly html: (address: string) => Promise<string>; readonly close: () => Promise<void> };
  beforeAll(async () => {
    const now = (): Date => new Date('2026-11-01T12:00:00Z');
    const app = buildApp(workspace);
    const store = await openRecordStore(app.workspace.recordDir, { purpose: 'a test', now });
    const web = webApp(webServices(app, store, now));
    site = {
      html: async (address) => (await web.request(address)).text(),
      close: async () => {
        app.lake.close();
        await store.close();
      },
    };
  });
  afterAll(async () => site.close());

  it.each([
    ['/', 0],
    ['/records/2023-08-31', 0],
    ['/areas', 1],
    ['/areas/camden', 10],
    ['/measures/robbery', 3],
    ['/measures/robbery/compare', 1],
    ['/measures/stop-and-search?by=self-defined-ethnic-group', 3],
    ['/powers', 1],
    ['/completeness', 1],
    ['/data', 3],
    ['/planted', 0],
    ['/about', 0],
  ])('carries the band, and so do its pictures: %s', async (address, pictures) => {
    const html = await site.html(address);
    expect(html).toContain('<section class="illustrative-band" aria-label="Illustrative data">');
    // Marks and arrows beside words are no pictures of figures: those have a role.
    const drawn = [...html.matchAll(/<svg[^>]*role="img"[^]*?<\/svg>/g)].map(([svg]) => svg);
    expect(drawn.length).toBeGreaterThanOrEqual(pictures);
    for (const svg of drawn) {
      expect(svg).toContain('Illustrative');
      expect(svg).not.toMatch(/Source: (?!Nobody)/);
    }
    expect(html).not.toContain('Open Government Licence');
  });

  it('gives pictures and files to take away that say so too', async () => {
    expect(await site.html('/measures/robbery/chart.svg')).toContain('>Illustrative data');
    expect(await site.html('/measures/robbery/series.csv')).toContain('Illustrative data');
  });
});

describe('what is planted is found by asking', () => {
  it('the borough whose trust fell, at the meeting and at the end', async () => {
    for (const when of [['--as-known-on', '2023-08-31'], []]) {
      const found = await json<{ verdict: string; numbers: { areas_that_fell_further: number; p: number } }>(
        'ask',
        'trend',
        'trust',
        '--area',
        planted.trust.borough,
        ...when,
      );
      expect(found).toMatchObject({ verdict: 'falling', numbers: { areas_that_fell_further: 0 } });
      // At a meeting five months after the fall began, a year's figures hold only half of it.
      expect(found.numbers.p).toBeLessThan(0.05);
    }
  });

  it('the boroughs in which trust is lowest', async () => {
    const { numbers } = await json<{ numbers: { order: { area: string }[] } }>(
      'ask',
      'rank',
      'trust',
      '--area-type',
      'borough',
      '--until',
      '2022-09-30',
    );
    const lowest = numbers.order.slice(0, 2).map(({ area }) => area);
    expect(lowest.toSorted()).toEqual(planted.lowest_trust.boroughs);
  });

  it('half of the victims without ethnicity, by the way of reporting', async () => {
    const rows = await json<{ detail: string; missing: number; victims: number }[]>(
      'query',
      `SELECT detail, sum(value) AS victims, sum(value) FILTER (WHERE ethnicity = 'Not recorded') / sum(value) AS missing
       FROM breakdown_current WHERE measure = 'Victims' GROUP BY 1`,
    );
    const all = rows.reduce((sum, { victims }) => sum + victims, 0);
    expect(rows.reduce((sum, { victims, missing }) => sum + victims * missing, 0) / all).toBeCloseTo(0.5, 1);
    for (const { name, not_recorded } of planted.victims.channels)
      expect(rows.find(({ detail }) => detail === name.toLowerCase())?.missing).toBeCloseTo(not_recorded, 1);
  });

  it('the searches that handcuffs were used in, with few wrong links', async () => {
    const { results } = await json<{ results: { precision: number; recall: number }[] }>(
      'analyse',
      'link',
      join(workspace, 'linking/handcuff-returns.csv'),
      '--with',
      join(workspace, 'linking/searches.csv'),
      '--keys',
      'date,hour,borough,age,gender,ethnicity,object',
      '--truth',
      'search',
    );
    expect(results[0]?.precision).toBeGreaterThan(0.95);
    expect(results[0]?.recall).toBeGreaterThan(0.8);
  });

  it('the months that were not published, or in part', async () => {
    const rows = await json<{ force: string; month: string; searches: number }[]>(
      'query',
      `SELECT force, strftime(month, '%Y-%m') AS month, count(*) AS searches FROM stop_search_current GROUP BY 1, 2`,
    );
    const of = (force: string, month: string): number =>
      rows.find((row) => row.force === force && row.month === month)?.searches ?? 0;
    expect([of('greater-manchester', '2019-06') > 0, of('greater-manchester', '2019-09')]).toEqual([true, 0]);
    expect(of('metropolitan', planted.part_published.month) / of('metropolitan', '2022-11')).toBeCloseTo(
      planted.part_published.share,
      0,
    );
  });

  it('robberies that were recorded late', async () => {
    const { numbers } = await json<{ numbers: { revised?: number } }>(
      'ask',
      'what-changed',
      'robbery',
      '--since',
      '2023-08-31',
    );
    expect(JSON.stringify(numbers)).toMatch(/2023-0[2-7]/);
  });
});
