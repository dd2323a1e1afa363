import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import oracle from '../statistics/oracles/series.json' with { type: 'json' };
import { analyse } from './index.ts';

const csv = readFileSync(new URL('../statistics/oracles/series.csv', import.meta.url), 'utf8');
type Row = Record<string, number>;
const run = (method: string, options: Record<string, string | number>) =>
  analyse(method, csv, options).results[0] ?? {};
const near = (actual: readonly unknown[], expected: readonly number[], within = 1e-6) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(Number(actual[i]) - value), `number ${i}`).toBeLessThan(
      within * Math.max(1e-3, Math.abs(value)),
    );
  }
};

describe('breaks equals strucchange where noise doubles after the break', () => {
  it('place, interval at two levels, sup F and BIC', () => {
    const found = run('breaks', { value: 'step' });
    const [only] = found['breaks'] as Row[];
    near([only?.['lower'], only?.['index'], only?.['upper']], oracle.breaks);
    near([found['sup_f']], oracle['sup-f']);
    near((found['bic_by_breaks'] as number[]).slice(0, 5), oracle.bic.slice(0, 5));
    const [narrow] = run('breaks', { value: 'step', level: 0.9 })['breaks'] as Row[];
    near([narrow?.['lower'], narrow?.['index'], narrow?.['upper']], oracle['breaks-90']);
  });

  it('gives the date of the last point at the old level', () => {
    const [only] = run('breaks', { value: 'step' })['breaks'] as { date: string; index: number }[];
    expect(only?.date).toBe(
      `${2015 + Math.floor((Number(only?.index) - 1) / 12)}-${String(((Number(only?.index) - 1) % 12) + 1).padStart(2, '0')}-01`,
    );
  });
});

describe('regress equals lm, coeftest and NeweyWest', () => {
  const table = (terms: unknown) =>
    (terms as Row[]).flatMap(({ estimate, standard_error: error, p }) => [estimate, error, p]);
  const expected = (rows: readonly number[]) => rows.filter((_, i) => i % 4 !== 2);

  it('ordinary standard errors, r² and Durbin–Watson', () => {
    const found = run('regress', { x: 'a,b' });
    near(table(found['terms']), expected(oracle.ols));
    near([found['r2'], found['durbin_watson']], oracle['ols-fit']);
  });

  it('Newey–West', () => {
    near(table(run('regress', { x: 'a,b', 'newey-west': 4 })['terms']), expected(oracle['newey-west']));
  });

  it('lags, and how many were tried', () => {
    const found = run('regress', { x: 'a', lags: '0..3' });
    const terms = found['terms'] as { name: string; estimate: number }[];
    expect(terms.map(({ name }) => name)).toEqual(['(intercept)', 'a', 'a_lag1', 'a_lag2', 'a_lag3']);
    near(
      terms.map(({ estimate }) => estimate),
      oracle.lags,
    );
    expect(found).toMatchObject({ n: 93, lags_tried: 4 });
  });

  it('leaves out a regressor that the others hold, and says so', () => {
    const doubled = 'y,x,z\n1,1,2\n3,2,4\n2,3,6\n5,4,8';
    expect(analyse('regress', doubled, { x: 'x,z' }).results[0]).toMatchObject({ left_out: ['z'] });
  });
});

describe('granger equals lmtest', () => {
  it('both ways', () => {
    const { forward, backward } = run('granger', {}) as { forward: Row; backward: Row };
    near([forward['f'], forward['p']], oracle.forward);
    near([backward['f'], backward['p']], oracle.backward);
  });

  it('has no F for a constant series', () => {
    const flat = ['a,b', ...Array.from({ length: 20 }, (_, i) => `${i % 3},5`)].join('\n');
    expect(analyse('granger', flat).results[0]).toMatchObject({ forward: { f: null, p: null } });
  });
});

describe('segmented equals lm and glm', () => {
  const options = { value: 'count', at: '2020-01-01', season: 12 };
  const numbers = (found: Record<string, unknown>) =>
    (found['interventions'] as Row[]).flatMap(({ level, slope }) => [level, slope]);
  const errors = (found: Record<string, unknown>) =>
    (found['interventions'] as Row[]).flatMap((one) => [
      one['level_standard_error'],
      one['slope_standard_error'],
    ]);

  it.each([
    ['gaussian', oracle['segmented-gaussian']],
    ['poisson', oracle['segmented-poisson']],
    ['quasi-poisson', oracle['segmented-quasipoisson']],
  ])('%s', (family, expected) => {
    const found = run('segmented', { ...options, family });
    near([...numbers(found), ...errors(found)], expected);
  });

  it('Poisson with Newey–West', () => {
    near(
      errors(run('segmented', { ...options, family: 'poisson', 'newey-west': 6 })),
      oracle['segmented-poisson-newey-west'],
    );
  });

  it('two interventions at once', () => {
    const found = run('segmented', { value: 'y', at: '2018-05-01,2020-11-01', 'newey-west': 6 });
    near([...numbers(found), ...errors(found)], oracle['two-interventions']);
  });

  it('names a date outside the series', () => {
    expect(() => run('segmented', { value: 'y', at: '2031-01-01' })).toThrow(
      expect.objectContaining({ name: 'UsageError' }),
    );
    expect(() => run('segmented', { value: 'y', at: '2015-01-01' })).toThrow(
      expect.objectContaining({ problem: 'bad-option' }),
    );
  });
});
