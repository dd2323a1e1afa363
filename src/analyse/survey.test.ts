import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import oracle from '../statistics/oracles/survey.json' with { type: 'json' };
import { analyse } from './index.ts';

const csv = readFileSync(new URL('../statistics/oracles/survey.csv', import.meta.url), 'utf8');
const one = (options: Record<string, string>) => analyse('survey', csv, options).results[0] ?? {};
const near = (actual: unknown, expected: number | undefined) => {
  expect(Math.abs(Number(actual) / (expected ?? Number.NaN) - 1)).toBeLessThan(1e-6);
};

describe('survey equals R’s survey package (oracles/survey.R)', () => {
  it('mean, standard error, design effect and interval of a stratified cluster sample', () => {
    const found = one({ mean: 'searches' });
    for (const [i, key] of ['estimate', 'standard_error', 'design_effect', 'lower', 'upper'].entries())
      near(found[key], oracle.mean[i]);
  });

  it('total and ratio', () => {
    for (const [options, expected] of [
      [{ total: 'searches' }, oracle.total],
      [{ ratio: 'searches/contacts' }, oracle.ratio],
    ] as const) {
      const found = one(options);
      near(found['estimate'], expected[0]);
      near(found['standard_error'], expected[1]);
    }
  });

  it.each([
    ['logit', oracle['share-logit']],
    ['asin', oracle['share-asin']],
    ['xlogit', oracle['share-xlogit']],
    ['beta', oracle['share-beta']],
    ['wald', oracle['share-mean']],
  ])('share with a %s interval', (interval, expected) => {
    const found = one({ share: 'trust=yes', interval });
    near(found['estimate'], expected[0]);
    near(found['lower'], expected[1]);
    near(found['upper'], expected[2]);
  });

  it('a share’s likelihood interval, as near as R’s own interpolation', () => {
    const found = one({ share: 'trust=yes', interval: 'likelihood' });
    for (const [i, key] of ['estimate', 'lower', 'upper'].entries()) {
      expect(Math.abs(Number(found[key]) / (oracle['share-likelihood'][i] ?? NaN) - 1)).toBeLessThan(2e-5);
    }
  });

  it('weights calibrated to known totals, of the whole and of a domain, by categories and by a number', () => {
    const ages = 'column,value,total\nage,young,6000\nage,middle,5200\nage,old,4800\n';
    const calibrate = (options: Record<string, string>, totals: string) =>
      analyse('survey', csv, { ...options, calibrate: 'totals.csv' }, { calibrate: totals }).results;
    const [mean] = calibrate({ mean: 'searches' }, ages);
    near(mean?.['estimate'], oracle.calibrated[0]);
    near(mean?.['standard_error'], oracle.calibrated[1]);
    const yes = calibrate({ mean: 'searches', by: 'trust' }, ages).find(({ by }) => by === 'yes');
    near(yes?.['estimate'], oracle['calibrated-domain'][0]);
    near(yes?.['standard_error'], oracle['calibrated-domain'][1]);
    const [total] = calibrate({ total: 'searches' }, `${ages}contacts,,50000\n`);
    near(total?.['estimate'], oracle['calibrated-number'][0]);
    near(total?.['standard_error'], oracle['calibrated-number'][1]);
  });

  it('weights raked on two margins', () => {
    const margins =
      'column,value,total\nage,young,6000\nage,middle,5200\nage,old,4800\n' +
      'stratum,north,4500\nstratum,south,3500\nstratum,east,4000\nstratum,west,4000\n';
    const [found] = analyse('survey', csv, { mean: 'searches', rake: 'm.csv' }, { rake: margins }).results;
    near(found?.['estimate'], oracle.raked[0]);
    near(found?.['standard_error'], oracle.raked[1]);
    const run = (totals: string) => () =>
      analyse('survey', csv, { mean: 'searches', rake: 'm.csv' }, { rake: totals });
    expect(run(margins.replace('age,old,4800', 'age,ancient,4800'))).toThrow("no category 'old' of age");
    expect(run(margins.replace('west,4000', 'west,9000'))).toThrow('No weights give the known totals');
    expect(run(margins.replace('age,old', 'ages,old'))).toThrow("no column 'ages'");
  });

  it('a change between two domains that share clusters', () => {
    const found = analyse('survey', csv, { share: 'trust=yes', by: 'age', change: true }).results;
    const middle = found.find(({ by }) => by === 'middle');
    expect(middle?.['change_from']).toBe('old');
    near(middle?.['change'], oracle.change[0]);
    near(middle?.['change_standard_error'], oracle.change[1]);
  });

  it('rolling waves that share most of their people change with less doubt than separate ones', () => {
    const [header = '', ...lines] = csv.trim().split('\n');
    const waves = [`${header},wave`, ...lines.map((line, i) => `${line},${1 + (i % 8)}`)].join('\n');
    const rolling = analyse('survey', waves, {
      share: 'trust=yes',
      by: 'wave',
      rolling: 4,
      change: true,
    }).results;
    expect(rolling.map(({ by }) => by)).toEqual(['4', '5', '6', '7', '8']);
    expect(rolling[0]?.['change']).toBeUndefined();
    for (const { standard_error, change_standard_error } of rolling.slice(1))
      expect(Number(change_standard_error)).toBeLessThan(Number(standard_error) * Math.SQRT2);
    expect(() => analyse('survey', waves, { share: 'trust=yes', by: 'wave', rolling: 9 })).toThrow(
      'fewer than the 9',
    );
  });

  it('domains keep the whole design', () => {
    const found = analyse('survey', csv, { share: 'trust=yes', by: 'age' }).results;
    const order = ['young', 'middle', 'old'];
    for (const result of found) {
      const at = 4 * order.indexOf(String(result['by']));
      for (const [i, key] of ['estimate', 'standard_error', 'lower', 'upper'].entries())
        near(result[key], oracle.domains[at + i]);
    }
    expect(found).toHaveLength(3);
  });

  it('Rao–Scott test', () => {
    const [found] = analyse('chi-square', csv, { rows: 'trust', columns: 'age' }).results;
    for (const [i, key] of ['f', 'df1', 'df2', 'p'].entries()) near(found?.[key], oracle['chi-square'][i]);
  });

  it('weights only: Kish', () => {
    const plain = csv.replace('stratum,cluster,weight,fpc', 'a,b,weight,c');
    const [found] = analyse('survey', plain, { mean: 'searches' }).results;
    near(found?.['standard_error'], oracle['weights-only'][1]);
    near(found?.['effective_n'], oracle['weights-only'][2]);
  });
});

describe('surveys that cannot answer', () => {
  it('shows a share of 0 or 1 with the interval of its sample, and no NaN', () => {
    const small = 'weight,answer\n1,yes\n2,yes\n1,yes';
    expect(analyse('survey', small, { share: 'answer=yes' }).results[0]).toMatchObject({
      estimate: 1,
      standard_error: 0,
      upper: 1,
      suppressed: true,
    });
  });

  it.each([
    ['no weights at all', 'weight,x\n0,1\n0,2', { mean: 'x' }, 'StatisticsError'],
    ['a negative weight', 'weight,x\n-1,1\n2,2', { mean: 'x' }, 'StatisticsError'],
    ['no answers', 'weight,x\n1,\n2,', { mean: 'x' }, 'StatisticsError'],
    ['a population smaller than its sample', 'weight,x,fpc\n1,1,0\n1,2,0', { mean: 'x' }, 'StatisticsError'],
    ['nothing asked', 'weight,x\n1,1', {}, 'UsageError'],
    ['a value that nobody gave', 'weight,x\n1,a', { share: 'x=b' }, 'UsageError'],
    ['one category only', 'weight,x,y\n1,a,b\n1,a,c', { rows: 'x', columns: 'y' }, 'StatisticsError'],
  ] as const)('%s', (_, table, options, name) => {
    const method = 'rows' in options ? 'chi-square' : 'survey';
    expect(() => analyse(method, table, options)).toThrow(expect.objectContaining({ name }));
  });

  it('one unit in a stratum is compared with all, and counted', () => {
    const [found] = analyse('survey', 'weight,stratum,x\n1,a,1\n1,a,2\n1,b,9', { mean: 'x' }).results;
    expect(found).toMatchObject({ lonely_strata: 1 });
    expect(Number(found?.['standard_error'])).toBeGreaterThan(0);
  });
});
