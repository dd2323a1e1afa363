import { describe, expect, it } from 'vitest';
import { addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import { seededRandom } from '../../statistics/random.ts';
import { coincidence } from './coincidence.ts';
import { leaps } from './leaps.ts';
import { missingMonths } from './missing-months.ts';
import { renamed } from './renamed.ts';

const month = (index: number): IsoDate => addMonths('2016-01-01' as IsoDate, index);

describe('missingMonths', () => {
  it('names runs of months between the first and the last', () => {
    const held = ['2020-01-01', '2020-02-01', '2020-05-01', '2020-07-01'] as IsoDate[];
    expect(missingMonths(held)).toEqual([
      { from: '2020-03-01', to: '2020-04-01', months: 2 },
      { from: '2020-06-01', to: '2020-06-01', months: 1 },
    ]);
    expect(missingMonths([])).toEqual([]);
  });
});

describe('coincidence', () => {
  it('is near the probability that two Poisson counts are equal', () => {
    // Of two Poisson counts with mean 25: sum of p(k)^2 = e^-50 I0(50) = 0.0565.
    expect(10 ** coincidence([25])).toBeCloseTo(0.0564, 3);
    expect(coincidence([25, 25])).toBeCloseTo(2 * coincidence([25]), 12);
    expect(coincidence([])).toBe(0);
  });
});

describe('leaps', () => {
  const rule = { by: 0.25, rows: 100, chance: 1e-9 };
  const shares = (values: readonly number[]) =>
    values.map((share, index) => ({ month: month(index), count: Math.round(share * 1000), of: 1000 }));

  it('tells a passing leap from a lasting one', () => {
    const passing = leaps(shares([0.1, 0.1, 0.12, 0.09, 0.95, 0.94, 0.1, 0.11, 0.1]), rule);
    expect(passing).toMatchObject([{ from: month(4), to: month(5), lasting: false }]);
    const lasting = leaps(shares([1, 1, 1, 1, ...Array.from({ length: 9 }, () => 0.1)]), rule);
    expect(lasting).toMatchObject([{ from: month(4), lasting: true, before: 1 }]);
  });

  it('passes over months with few rows, and shares that only vary', () => {
    const few = shares([0.1, 0.1, 0.1, 0.1, 0.9]).map((each) => ({
      ...each,
      count: each.count / 100,
      of: 10,
    }));
    expect(leaps(few, rule)).toEqual([]);
    const random = seededRandom(5);
    const varied = Array.from({ length: 200 }, () => 0.3 + 0.05 * random.normal());
    expect(leaps(shares(varied), rule)).toEqual([]);
  });
});

describe('renamed', () => {
  const months = Array.from({ length: 20 }, (_, index) => month(index));
  const from = (at: number, level: number): number[] => months.map((_, index) => (index >= at ? level : 0));
  const until = (at: number, level: number): number[] => months.map((_, index) => (index < at ? level : 0));

  it('pairs a label that ends with one that begins', () => {
    const labels = [
      { label: 'Suspect arrested', counts: until(10, 300) },
      { label: 'Arrest', counts: from(10, 280) },
      { label: 'Community resolution', counts: from(0, 90) },
    ];
    expect(renamed(months, labels)).toMatchObject([
      { ended: 'Suspect arrested', began: 'Arrest', month: month(10) },
    ]);
  });

  it('is silent about rare labels and about one that only ends', () => {
    expect(
      renamed(months, [
        { label: 'Rare', counts: until(10, 3) },
        { label: 'New', counts: from(10, 3) },
      ]),
    ).toEqual([]);
    expect(renamed(months, [{ label: 'Ended', counts: until(10, 300) }])).toEqual([]);
  });
});
