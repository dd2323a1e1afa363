import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMethods } from '../../src/analyse/index.ts';
import { run } from '../opening/command-line.ts';

const ROOT = join(import.meta.dirname, '../..');
const RATES = 'group,events,population\nA,120,40000\nB,90,8000\n';
let folder = '';
let rates = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-analyse-'));
  rates = join(folder, 'rates.csv');
  writeFileSync(rates, RATES);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('scrutineer analyse', () => {
  test('answers as JSON, with the options that were in force', async () => {
    const { code, out } = await run(
      'analyse',
      'rate-ratio',
      rates,
      '--reference',
      'B',
      '--kind=exact',
      '--json',
    );
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { method: string; options: object; results: { groups: object[] }[] };
    expect(answer).toMatchObject({
      method: 'rate-ratio',
      options: { reference: 'B', kind: 'exact', level: 0.95 },
    });
    expect(answer.results[0]?.groups[1]).toMatchObject({ group: 'B', ratio: 1 });
  });

  test('answers for eyes: a line for each single value, a table for each list', async () => {
    const { out } = await run('analyse', 'rate-ratio', rates);
    expect(out).toBe(
      [
        'reference  A',
        '',
        'groups',
        'group     rate  ratio    lower    upper',
        '-----  -------  -----  -------  -------',
        'A        0.003      1        –        –',
        'B      0.01125   3.75  2.85323  4.92862',
        '',
      ].join('\n'),
    );
  });

  test('runs once for each value of --by', async () => {
    const file = join(folder, 'by.csv');
    writeFileSync(file, 'year,group,events,population\n1,A,1,10\n1,B,2,10\n2,A,3,10\n2,B,4,10\n');
    const { out } = await run('analyse', 'rate-ratio', file, '--by', 'year', '--json');
    const { results } = JSON.parse(out) as { results: { by: string }[] };
    expect(results.map(({ by }) => by)).toEqual(['1', '2']);
  });

  test('takes a negative number as the value of an option, and --no-… as a flag before another word', async () => {
    const file = join(folder, 'series.csv');
    writeFileSync(
      file,
      `date,value\n${Array.from({ length: 14 }, (_, i) => `${i + 1},${i % 3}`).join('\n')}\n`,
    );
    const { code, out } = await run(
      'analyse',
      '--no-screen',
      'spc',
      file,
      '--target',
      '-5',
      '--better',
      'lower',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ options: { target: -5, no_screen: true } });
  });

  test('reads Windows-1252', async () => {
    const file = join(folder, 'latin.csv');
    writeFileSync(file, Buffer.from('group,events,population\nCaf\u00e9,1,10\nB,2,10\n', 'latin1'));
    const { out } = await run('analyse', 'rate-ratio', file, '--json');
    expect(out).toContain('"Café"');
  });

  test('explains every method, for eyes and for machines', async () => {
    for (const about of listMethods()) {
      const text = await run('analyse', about.method, '--explain');
      expect(text).toMatchObject({ code: 0, err: '' });
      for (const part of [about.formula, ...about.notWhen, ...about.sources])
        expect(text.out).toContain(part);
    }
    const { out } = await run('analyse', 'spc', '--explain', '--json');
    expect(JSON.parse(out)).toHaveProperty('not_when');
  });

  test('lists the methods', async () => {
    const { out } = await run('analyse', '--list', '--json');
    const { methods } = JSON.parse(out) as { methods: { method: string }[] };
    expect(methods.map(({ method }) => method)).toEqual(listMethods().map(({ method }) => method));
  });

  test.each([
    [['rate-ratio', 'RATES', '--refernce', 'A'], 2, '--reference'],
    [['rate-ratio', 'RATES', '--kind', 'exactt'], 2, "'exact'"],
    [['rate-ratio', 'RATES', 'again.csv'], 2, 'again.csv'],
    [['rate-ratio', 'RATES', '--kind', 'exact', '--kind', 'wald'], 2, 'twice'],
    [['rate-ratio', 'RATES', '-k', 'exact'], 2, '-k'],
    [['rate-ratio'], 2, 'No file'],
    [[], 2, 'No method'],
    [['rate-ration', 'RATES'], 1, "'rate-ratio'"],
    [['rate-ratio', 'nowhere.csv'], 1, 'nowhere.csv'],
    [['rate-ratio', '.'], 1, 'folder'],
    [['spc', 'RATES'], 1, "no column 'date'"],
    [['rate-ratio', 'RATES', '--reference', 'C'], 1, "no group 'C'"],
  ])('%j leaves with code %i and says %s', async (words, code, says) => {
    const ran = await run('analyse', ...words.map((word) => (word === 'RATES' ? rates : word)), '--json');
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(says);
  });

  test('reads standard input, and sends nothing but the answer to standard output', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'analyse', 'rate-ratio', '-', '--json'],
      { cwd: ROOT, input: RATES, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ method: 'rate-ratio', results: [{ reference: 'A' }] });
  }, 30_000);
});
