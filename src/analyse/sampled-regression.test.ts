import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import oracle from '../statistics/oracles/sampled-regression.json' with { type: 'json' };
import { regression, sampledRegression, seededRandom } from '../statistics/index.ts';
import { analyse } from './index.ts';

const lines = readFileSync(new URL('../statistics/oracles/series.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
/** The invented series with a standard error for each month, so many times the stored one. */
const surveyed = (times: number) =>
  lines
    .map((line, i) => `${line},${i === 0 ? 'standard_error' : times * (oracle.standard_error[i - 1] ?? 0)}`)
    .join('\n');
type Row = Record<string, number>;
const near = (actual: readonly unknown[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(Number(actual[i]) - value), `number ${i}`).toBeLessThan(
      1e-6 * Math.max(1e-3, Math.abs(value)),
    );
};

describe('regress with a standard error for y equals metafor (oracles/sampled-regression.R)', () => {
  it.each([
    ['two', 1, 'a,b'],
    ['wide', 4, 'a,b'],
    ['half', 2, 'a'],
  ] as const)('%s', (name, times, x) => {
    const found = analyse('regress', surveyed(times), { x }).results[0] ?? {};
    const terms = found['terms'] as Row[];
    near(
      terms.flatMap((term) => [
        term['estimate'],
        term['standard_error'],
        term['lower'],
        term['upper'],
        term['p'],
      ]),
      oracle[name],
    );
    near([found['tau2'], found['sampling_share']], oracle[`${name}-tau2`]);
    const robust = analyse('regress', surveyed(times), { x, 'newey-west': 4 }).results[0] ?? {};
    near(
      (robust['terms'] as Row[]).map((term) => term['standard_error']),
      oracle[`${name}-newey-west`],
    );
    expect(robust['model_terms']).toHaveLength(terms.length);
  });
});

describe('survey error in a regression', () => {
  const column = (length: number) =>
    fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: length, maxLength: length });

  it('is ordinary least squares when the survey has no error to speak of', () => {
    fc.assert(
      fc.property(column(12), fc.integer(), (y, seed) => {
        const random = seededRandom(seed);
        const noisy = Float64Array.from(y, (value) => value + random.normal());
        const x = [
          { name: '(intercept)', values: new Float64Array(12).fill(1) },
          { name: 'x', values: Float64Array.from(y, () => random.normal()) },
        ];
        const [plain, with0] = [
          regression(x, noisy),
          sampledRegression(x, noisy, new Float64Array(12).fill(1e-6)),
        ];
        for (const [i, term] of plain.terms.entries()) {
          expect(with0.terms[i]?.estimate).toBeCloseTo(term.estimate, 5);
          expect(with0.terms[i]?.standardError).toBeCloseTo(term.standardError, 5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('covers the true slope about as often as it says when the errors are uneven', () => {
    const random = seededRandom(5);
    let covered = 0;
    for (let run = 0; run < 400; run++) {
      const x = Float64Array.from({ length: 30 }, () => random.normal());
      const errors = Float64Array.from({ length: 30 }, (_, i) => 0.2 + (i % 5) / 2);
      const y = x.map(
        (value, i) => 1 + 0.5 * value + 0.4 * random.normal() + (errors[i] ?? 0) * random.normal(),
      );
      const regressors = [
        { name: '(intercept)', values: new Float64Array(30).fill(1) },
        { name: 'x', values: x },
      ];
      const slope = sampledRegression(regressors, y, errors).terms[1];
      if (slope && slope.lower <= 0.5 && slope.upper >= 0.5) covered++;
    }
    // Three standard deviations of a share of 400 around 95 % are 3.3 points.
    expect(covered / 400).toBeGreaterThan(0.917);
    expect(covered / 400).toBeLessThanOrEqual(0.985);
  });
});

describe('how much was tried', () => {
  it('is counted, and allowed for in p_adjusted', () => {
    const found = analyse('regress', lines.join('\n'), { x: 'a,b', lags: '0..3' }).results[0] ?? {};
    expect(found['lags_tried']).toBe(8);
    const [intercept, first] = found['terms'] as Row[];
    expect(intercept?.['p_adjusted']).toBeNull();
    expect(first?.['p_adjusted']).toBeCloseTo(Math.min(1, 8 * Number(first?.['p'])), 12);
    expect(found['caution']).toMatch(/8 terms were tried: at 5 % each, one in 3.0 such searches/);
  });

  it('a placebo is rarely as strong as a true tie, and often as strong as none', () => {
    const real = analyse('regress', lines.join('\n'), { x: 'a', placebo: true }).results[0] ?? {};
    expect((real['placebo'] as Row)['p']).toBeLessThan(0.03);
    const random = seededRandom(4);
    const strong = Array.from({ length: 60 }, () => {
      const rows = Array.from({ length: 40 }, () => `${random.normal()},${random.normal()}`);
      const empty =
        analyse('regress', ['y,a', ...rows].join('\n'), { x: 'a', placebo: true }).results[0] ?? {};
      return Number((empty['placebo'] as Row)['p']) <= 0.05 ? 1 : 0;
    });
    // 5 % of 60 is 3; eight or more would come once in a hundred times.
    expect(strong.reduce((sum: number, one) => sum + one, 0)).toBeLessThan(8);
  });
});

describe('segmented equals R with two interventions on a count with season (quasi-Poisson)', () => {
  it('levels, slopes, standard errors and dispersion', () => {
    const [found = {}] = analyse('segmented', lines.join('\n'), {
      value: 'count',
      at: '2017-07-01,2020-01-01',
      season: 12,
      family: 'quasi-poisson',
    }).results;
    const both = found['interventions'] as Row[];
    near(
      [
        ...both.flatMap(({ level, slope }) => [level, slope]),
        ...both.flatMap((each) => [each['level_standard_error'], each['slope_standard_error']]),
      ],
      oracle['quasi-two'],
    );
    near([found['dispersion']], oracle['quasi-two-dispersion']);
  });
});
