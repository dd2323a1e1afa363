import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../src/app.ts';
import { DataDoubts, loadChecks } from '../src/checks/index.ts';
import { ask, parseQuestion, type ReadingSide } from '../src/evidence/index.ts';
import { CATALOGUE_DIR } from '../src/foundation/catalogue-dir.ts';
import { findingPicture } from '../src/publish/index.ts';
import { seriesOf } from '../src/measures/index.ts';
import { TestWorkspace } from './import/workspace.ts';
import { writeMonths } from './made-up/police-uk-months.ts';

const workspace = new TestWorkspace();
let app: ReadingSide;

beforeAll(async () => {
  const folder = await writeMonths(workspace.path('in'), 'stop-and-search', 30, 200);
  const files = readdirSync(folder).toSorted();
  const rows = (index: number): string[] =>
    readFileSync(join(folder, files[index] ?? ''), 'utf8')
      .trimEnd()
      .split('\n');
  const write = (index: number, lines: readonly string[]): void =>
    writeFileSync(join(folder, files[index] ?? ''), `${lines.join('\n')}\n`);
  // March 2016 was published in part; August 2016 stands twice in its file.
  write(14, rows(14).slice(0, 12));
  const [head = '', ...august] = rows(19);
  write(19, [head, ...august.slice(0, 90), ...august.slice(0, 90)]);
  await workspace.import([folder]);
  app = buildApp(workspace.dir);
});
afterAll(() => {
  app.lake.close();
  workspace.cleanUp();
});

const doubts = (): DataDoubts => {
  if (app.doubts instanceof DataDoubts) return app.doubts;
  throw new TypeError('the program was built without doubts');
};

describe('checks of the data', () => {
  it('find the month published in part and the file that holds its rows twice, and nothing else', async () => {
    const found = (await doubts().all()).map(({ check, from, area }) => `${check} ${from} ${area ?? ''}`);
    expect(found.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'doubled-month 2016-08-01 Metropolitan Police',
      'repeated-rows 2016-08-01 Metropolitan Police',
      'short-month 2016-03-01 Metropolitan Police',
    ]);
  });

  it('flag the observations concerned, in months and in the years that hold them, and no others', async () => {
    const request = { measure: 'stop-and-search', areas: ['Metropolitan Police'] };
    const monthly = await seriesOf(app, request);
    const flagged = monthly.observations.filter(({ flags }) => flags.includes('d'));
    expect(flagged.map(({ period }) => period)).toEqual(['2016-03', '2016-08']);
    expect(flagged[0]).toMatchObject({ numerator: 11, doubts: [{ check: 'short-month', left_out: true }] });
    const yearly = await seriesOf(app, { ...request, every: 'year' });
    expect(
      yearly.observations.filter(({ flags }) => flags.includes('d')).map(({ period }) => period),
    ).toEqual(['2015/16', '2016/17']);
  });

  it('leave what is too doubtful out of a trend, and say so', async () => {
    const question = parseQuestion('trend stop-and-search --area "Metropolitan Police"');
    const finding = await ask(app, question, { vintage: { kind: 'newest' } });
    expect(finding.caveats.join('\n')).toMatch(/Left out, because its data fail a check: .*11 in March 2016/);
    expect(finding.numbers['months']).toBe(28);
  });

  it('leave it out of the picture of the answer too, as a gap that is named below', async () => {
    const question = parseQuestion('trend stop-and-search --area "Metropolitan Police"');
    const vintage = { kind: 'newest' } as const;
    const finding = await ask(app, question, { vintage });
    const picture = await findingPicture({ context: app, question, finding, vintage, illustrative: false });
    const svg = picture?.({ id: 'c', width: 640 });
    const text = JSON.stringify(svg);
    expect(text).toMatch(/Left out, March 2016, because its data fail a check\. .*11 in March 2016/);
    expect(text).toMatch(/Left out, August 2016/);
    // The other months have 200 each: with the two months the limits would lie apart.
    expect(text).toMatch(/expected range is a single value, 200\. 2 of the 30 months have no figure/);
  });

  it('keep what they found in the workspace, for the same data and checks only', async () => {
    expect(readdirSync(join(workspace.dir, 'checks'))).toContain('stop_search.police-uk-stop-search.json');
    const first = loadChecks(CATALOGUE_DIR).find(({ id }) => id === 'short-month');
    const fewer = new DataDoubts({
      lake: app.lake,
      areas: app.areas,
      checks: first ? [first] : [],
      today: '2026-01-01',
    });
    expect(new Set((await fewer.all()).map(({ check }) => check))).toEqual(new Set(['short-month']));
  });

  it('each say what a failure may mean and what to do', () => {
    const checks = loadChecks(CATALOGUE_DIR);
    expect(checks.length).toBeGreaterThan(20);
    for (const { id, title, may_mean: meaning, do: advice } of checks)
      expect([id, title.length > 10, meaning.length > 20, advice.length > 20]).toEqual([
        id,
        true,
        true,
        true,
      ]);
    const unknown = checks.flatMap((check) =>
      check.kind === 'ratio'
        ? check.measures.filter((pattern) => !app.measures.list().some(({ id }) => matches(pattern, id)))
        : [],
    );
    expect(unknown).toEqual([]);
  });
});

function matches(pattern: string, id: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(id);
}
