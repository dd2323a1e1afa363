import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplexWeights } from '../statistics/index.ts';
import oracle from '../statistics/oracles/panel.json' with { type: 'json' };
import { analyse } from './index.ts';

const csv = readFileSync(new URL('../statistics/oracles/panel.csv', import.meta.url), 'utf8');
type Row = Record<string, number>;
const near = (actual: readonly unknown[], expected: readonly number[], within = 1e-6) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(Number(actual[i]) - value), `number ${i}`).toBeLessThan(
      within * Math.max(1e-3, Math.abs(value)),
    );
  }
};
const effect = (value: unknown) => [(value as Row)['estimate'], (value as Row)['standard_error']];
const columns = (rows: unknown, names: readonly string[]) =>
  (rows as Row[]).flatMap((row) => names.concat('estimate', 'standard_error').map((name) => row[name]));

describe('did equals base R (oracles/panel.R)', () => {
  const [found = {}] = analyse('did', csv).results;

  it('every group-time effect with its error', () => {
    const flat = columns(found['group_time'], ['group', 'time']);
    near(flat, oracle.effects);
  });

  it('overall, by group and by time since treatment', () => {
    near([found['att'], found['standard_error']], oracle.simple);
    near(effect(found['att_by_group']), oracle['by-group']);
    near(effect(found['att_dynamic']), oracle.dynamic);
    near(columns(found['event'], ['since']), oracle.event);
    near(columns(found['groups'], ['group']), oracle.groups);
  });

  it('two-way effects, errors clustered by unit', () => {
    const [twoWay = {}] = analyse('did', csv, { estimator: 'twfe' }).results;
    near([twoWay['att'], twoWay['standard_error']], oracle.twfe);
    near(columns(twoWay['event'], ['since']), oracle['twfe-event']);
    near(columns(twoWay['groups'], ['group']), oracle['twfe-groups']);
  });

  it('does not mind the order of the rows', () => {
    const [header = '', ...rows] = csv.trim().split('\n');
    near(
      [analyse('did', [header, ...rows.reverse()].join('\n')).results[0]?.['att']],
      oracle.simple.slice(0, 1),
    );
  });

  it('names a panel without treatment, and a unit that is there twice', () => {
    const none = 'unit,time,value,first_treated\na,1,1,\na,2,2,\nb,1,1,\nb,2,3,';
    expect(() => analyse('did', none)).toThrow(expect.objectContaining({ problem: 'one-group' }));
    expect(() => analyse('did', none, { estimator: 'twfe' })).toThrow(
      expect.objectContaining({ problem: 'collinear' }),
    );
    expect(() => analyse('did', `${none}\na,1,5,`)).toThrow(
      expect.objectContaining({ problem: 'duplicate' }),
    );
  });
});

describe('synthetic control equals quadprog', () => {
  const [unit = 0, att = 0, rmspe = 0, heaviest = 0] = oracle.synthetic;
  const treatedAndNever = csv
    .split('\n')
    .filter((line, i) => i === 0 || line.split(',')[2] === '0' || line.startsWith(`${unit},`))
    .join('\n');
  const [found = {}] = analyse('synthetic', treatedAndNever, { treated: String(unit), from: 2014 }).results;

  it('effect, fit before, weights', () => {
    near([found['att'], found['pre_rmspe']], [att, rmspe], 1e-4);
    expect((found['weights'] as Row[])[0]?.['weight']).toBeCloseTo(heaviest, 4);
  });

  it('ranks among placebos', () => {
    expect(Number(found['placebo_p'])).toBeGreaterThan(0);
    expect(Number(found['placebo_p'])).toBeLessThanOrEqual(1);
  });

  it('weights are never negative, add to one, and beat every single donor', () => {
    const series = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(series, fc.array(series, { minLength: 2, maxLength: 9 }), (target, donors) => {
        const weights = simplexWeights(
          Float64Array.from(target),
          donors.map((donor) => Float64Array.from(donor)),
        );
        const distance = (mix: (t: number) => number) =>
          target.reduce((sum, value, t) => sum + (value - mix(t)) ** 2, 0);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        const best = distance((t) =>
          donors.reduce((sum, donor, i) => sum + (weights[i] ?? 0) * (donor[t] ?? 0), 0),
        );
        for (const donor of donors) expect(best).toBeLessThanOrEqual(distance((t) => donor[t] ?? 0) + 1e-6);
      }),
    );
  });
});

describe('wdd equals the published case', () => {
  const areas = (rows: readonly string[]) => ['area_role,before,after,weight', ...rows].join('\n');
  const paper = [
    'control,308,318',
    'treated,207,110',
    'displacement-control,150,140',
    'displacement,178,157',
  ];

  it('the four areas', () => {
    const [found = {}] = analyse('wdd', areas(paper.map((row) => `${row},1`))).results;
    near([found['estimate'], found['variance'], found['displacement']], [-118, 1568, -11]);
    near([found['z'], found['lower'], found['upper']], [-118 / Math.sqrt(1568), -195.6107, -40.3893], 1e-5);
  });

  it('area weights divide the counts', () => {
    const [found = {}] = analyse(
      'wdd',
      areas(paper.map((row, i) => `${row},${[0.9, 1.2, 1.6, 1.5][i] ?? 1}`)),
    ).results;
    near([found['estimate'], found['standard_error']], [-99.694444, 35.428076]);
  });

  it('the simple case', () => {
    const [found = {}] = analyse('wdd', 'area_role,before,after\ncontrol,20,20\ntreated,20,10').results;
    near([found['estimate'], found['standard_error']], [-10, 8.3666]);
    expect(found['displacement']).toBeNull();
  });

  it('over-dispersion widens, stated or estimated from the control areas', () => {
    const many = areas(['treated,100,80,1', 'control,100,130,1', 'control,90,60,1', 'control,80,120,1']);
    const [plain, stated, estimated] = [{}, { overdispersion: 4 }, { overdispersion: true }].map(
      (options) => analyse('wdd', many, options).results[0] ?? {},
    );
    expect(Number(stated?.['variance']) / Number(plain?.['variance'])).toBeCloseTo(4, 12);
    expect(Number(estimated?.['dispersion'])).toBeGreaterThan(3);
    expect(() => analyse('wdd', areas(['treated,9,9,1', 'control,9,9,1']), { overdispersion: true })).toThrow(
      expect.objectContaining({ problem: 'too-few-points' }),
    );
  });

  it('names an unknown role', () => {
    expect(() => analyse('wdd', 'area_role,before,after\nbuffer,1,2')).toThrow(
      expect.objectContaining({ name: 'BadInputError' }),
    );
  });
});
