import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { byarInterval } from './byar.ts';
import { exactBinomialInterval } from './exact-binomial.ts';
import { exactPoissonInterval } from './exact-poisson.ts';
import type { Interval } from './interval.ts';
import { jeffreysInterval } from './jeffreys.ts';
import { wilsonInterval } from './wilson.ts';

type Method = (events: number, of: number, level?: number) => Interval;
const shares: readonly [string, Method][] = [
  ['wilson', wilsonInterval],
  ['exact', exactBinomialInterval],
  ['jeffreys', jeffreysInterval],
];
const rates: readonly [string, Method][] = [
  ['byar', byarInterval],
  ['exact-poisson', exactPoissonInterval],
];

describe('intervals equal the reference numbers', () => {
  it.each([
    ['Wilson 12/80', wilsonInterval(12, 80), 0.15, 0.08794, 0.244132],
    ['exact 12/80', exactBinomialInterval(12, 80), 0.15, 0.079982, 0.247364],
    ['Jeffreys 12/80', jeffreysInterval(12, 80), 0.15, 0.084699, 0.240065],
    ['exact Poisson 7 per 1,000', exactPoissonInterval(7, 1000), 0.007, 0.002814, 0.014423],
    ['exact Poisson 12 (R: poisson.test(12))', exactPoissonInterval(12, 1), 12, 6.200575, 20.961585],
    ['Clopper–Pearson 5 of 40 (R: binom.test)', exactBinomialInterval(5, 40), 0.125, 0.04186, 0.268034],
    ['Byar 7 per 1,000, by the formula in R', byarInterval(7, 1000), 0.007, 0.002804422, 0.014423247],
  ])('%s', (_, interval, estimate, lower, upper) => {
    expect(interval.estimate).toBeCloseTo(estimate, 9);
    expect(interval.lower).toBeCloseTo(lower, 5);
    expect(interval.upper).toBeCloseTo(upper, 5);
  });
});

const events = fc.integer({ min: 0, max: 5000 });
const level = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.998);

describe.each(shares)('%s', (_, method) => {
  it('stays within [0, 1] and holds its estimate', () => {
    fc.assert(
      fc.property(events, events, level, (a, b, l) => {
        const { estimate, lower, upper } = method(a, a + b + 1, l);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
      }),
    );
  });

  it('mirrors: the interval of the non-events is one minus it', () => {
    fc.assert(
      fc.property(events, events, (a, b) => {
        const there = method(a, a + b + 1);
        const back = method(b + 1, a + b + 1);
        expect(back.lower).toBeCloseTo(1 - there.upper, 8);
        expect(back.upper).toBeCloseTo(1 - there.lower, 8);
      }),
    );
  });

  it('rises with the events and narrows with a lower level', () => {
    fc.assert(
      fc.property(events, events, (a, b) => {
        const trials = a + b + 1;
        const [one, next] = [method(a, trials), method(a + 1, trials)];
        expect(next.lower).toBeGreaterThanOrEqual(one.lower);
        expect(next.upper).toBeGreaterThanOrEqual(one.upper);
        expect(method(a, trials, 0.8).upper).toBeLessThanOrEqual(one.upper);
      }),
    );
  });

  it.each([
    ['no trials', 0, 0, 'no-trials'],
    ['negative events', -1, 10, 'negative-count'],
    ['more events than trials', 11, 10, 'more-events-than-trials'],
    ['not a number', Number.NaN, 10, 'not-a-number'],
    ['no end', 1, Infinity, 'not-a-number'],
  ])('names the fault: %s', (_name, a, trials, problem) => {
    expect(() => method(a, trials)).toThrow(expect.objectContaining({ name: 'StatisticsError', problem }));
  });

  it('refuses a level outside (0, 1)', () => {
    for (const bad of [0, 1, 95, -0.5, Number.NaN]) {
      expect(() => method(1, 2, bad)).toThrow(expect.objectContaining({ problem: 'bad-level' }));
    }
  });
});

describe.each(rates)('%s', (_, method) => {
  it('holds its estimate, never below 0, and scales with the exposure', () => {
    fc.assert(
      fc.property(events, fc.double({ min: 0.01, max: 1e6, noNaN: true }), level, (a, exposure, l) => {
        const { estimate, lower, upper } = method(a, exposure, l);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThan(estimate);
        expect(method(a, exposure * 8, l).upper * 8).toBeCloseTo(upper, 6);
      }),
    );
  });

  it.each([
    ['no exposure', 3, 0, 'no-exposure'],
    ['negative events', -1, 10, 'negative-count'],
    ['not a number', Number.NaN, 10, 'not-a-number'],
  ])('names the fault: %s', (_name, a, exposure, problem) => {
    expect(() => method(a, exposure)).toThrow(expect.objectContaining({ problem }));
  });
});

it('exact methods refuse parts of an event; approximate ones take them', () => {
  expect(() => exactBinomialInterval(1.5, 10)).toThrow(expect.objectContaining({ problem: 'not-whole' }));
  expect(() => exactPoissonInterval(1.5, 10)).toThrow(expect.objectContaining({ problem: 'not-whole' }));
  expect(wilsonInterval(1.5, 10).estimate).toBeCloseTo(0.15, 12);
});

describe('coverage by simulation', () => {
  it.each(shares.map(([name, method]) => [name, method, name === 'exact' ? 0.95 : 0.925] as const))(
    '%s covers a share of 0.2 in 60',
    (_name, method, least) => {
      const random = seededRandom(11);
      let covered = 0;
      for (let i = 0; i < 2000; i++) {
        let hits = 0;
        for (let j = 0; j < 60; j++) if (random.uniform() < 0.2) hits++;
        const { lower, upper } = method(hits, 60);
        if (lower <= 0.2 && upper >= 0.2) covered++;
      }
      expect(covered / 2000).toBeGreaterThan(least - 0.005);
      expect(covered / 2000).toBeLessThan(0.985);
    },
  );
});
