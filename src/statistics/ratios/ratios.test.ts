import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateRatio } from '../rate-ratio.ts';
import { exactRateRatio, midPRateRatio } from './exact-rate-ratio.ts';
import { mantelHaenszelRateRatio } from './mantel-haenszel.ts';
import { riskRatio } from './risk-ratio.ts';

const black = { events: 90, exposure: 8000 };
const white = { events: 120, exposure: 40000 };
const boroughs = [
  [30, 2500, 50, 16000],
  [40, 3500, 45, 14000],
  [20, 2000, 25, 10000],
].map(([a = 0, n = 0, b = 0, m = 0]) => ({
  group: { events: a, exposure: n },
  reference: { events: b, exposure: m },
}));

describe('ratios equal epitools, poisson.test and metafor', () => {
  it.each([
    ['risk ratio', riskRatio(black, white), 3.75, 2.856246, 4.923421],
    ['exact', exactRateRatio(black, white), 3.75, 2.8209852, 4.969973],
    // epitools prints 3.751933, 2.847526, 4.926073: its root finder stops early. These are its equations solved to the end.
    ['mid-p', midPRateRatio(black, white), 3.75173, 2.847288, 4.925806],
    ['Mantel–Haenszel', mantelHaenszelRateRatio(boroughs), 3.744969, 2.845442, 4.928863],
  ])('%s', (_, { ratio, lower, upper }, ...expected) => {
    expect([ratio, lower, upper].map((value) => value?.toFixed(5))).toEqual(
      expected.map((value) => value.toFixed(5)),
    );
  });

  it('heterogeneity', () => {
    expect(mantelHaenszelRateRatio(boroughs).heterogeneity?.q).toBeCloseTo(0.117045, 6);
    expect(mantelHaenszelRateRatio(boroughs).heterogeneity?.df).toBe(2);
  });
});

const rate = fc.record({
  events: fc.integer({ min: 0, max: 800 }),
  exposure: fc.integer({ min: 1000, max: 100_000 }),
});

describe('properties', () => {
  it('mid-p lies within exact', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const [exact, mid] = [exactRateRatio(a, b), midPRateRatio(a, b)];
        expect(mid.lower).toBeGreaterThanOrEqual(exact.lower - 1e-9);
        expect(mid.upper ?? 0).toBeLessThanOrEqual((exact.upper ?? Infinity) + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('a single stratum gives the plain Wald ratio', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        fc.pre(a.events > 0 && b.events > 0);
        const [pooled, plain] = [mantelHaenszelRateRatio([{ group: a, reference: b }]), rateRatio(a, b)];
        expect(pooled.lower / plain.lower).toBeCloseTo(1, 9);
        expect((pooled.upper ?? 0) / (plain.upper ?? 1)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('answers zero cells with null or 0, never NaN', () => {
    const none = { events: 0, exposure: 1000 };
    for (const method of [exactRateRatio, midPRateRatio, riskRatio]) {
      expect(method(none, white)).toMatchObject({ ratio: 0, lower: 0, zeroCell: true });
      expect(method(none, white).upper).toBeGreaterThan(0);
      expect(method(black, none)).toMatchObject({ ratio: null, upper: null });
      expect(method(none, none).upper).toBeNull();
    }
    expect(mantelHaenszelRateRatio([{ group: none, reference: none }])).toMatchObject({
      ratio: null,
      upper: null,
    });
  });
});
