import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { funnel } from './funnel.ts';

const six = [
  [100, 108],
  [150, 112],
  [180, 165],
  [80, 95],
  [120, 100],
  [225, 220],
].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));

describe('funnel', () => {
  it('has the over-dispersion of FunnelPlotR’s own example', () => {
    const { phi, tau2, target } = funnel(six);
    expect([phi, tau2, target].map((value) => value.toFixed(6))).toEqual([
      '2.948033',
      '0.019478',
      '1.000000',
    ]);
  });

  it.each([
    [15, 0.559692, 1.649348, 0.386265, 2.082907],
    [20, 0.610826, 1.544419, 0.447911, 1.902094],
    [30, 0.674696, 1.427562, 0.528972, 1.702771],
  ])('has exact Poisson limits at E = %d', (denominator, ...expected) => {
    const [unit] = funnel([
      { numerator: 10, denominator },
      { numerator: 1, denominator: 1 },
    ]).units;
    const limits = unit?.limits.flatMap(({ lower, upper }) => [lower, upper]);
    expect(limits?.map((limit) => limit.toFixed(6))).toEqual(expected.map((limit) => limit.toFixed(6)));
  });

  it('has exact binomial limits for a proportion: those of Clopper and Pearson at the target', () => {
    const units = [
      { numerator: 30, denominator: 100 },
      { numerator: 10, denominator: 100 },
    ];
    // R: binom.test(20, 100)$conf.int
    const [unit] = funnel(units, { data: 'proportion', levels: [0.95] }).units;
    expect(unit?.limits[0]?.lower).toBeCloseTo(0.1266556, 6);
    expect(unit?.limits[0]?.upper).toBeCloseTo(0.2918427, 6);
  });

  it('widens the limits and shrinks the scores when units differ more than chance', () => {
    const plain = funnel(six);
    for (const kind of ['additive', 'multiplicative'] as const) {
      const wide = funnel(six, { overdispersion: kind });
      for (const [index, unit] of wide.units.entries()) {
        expect(unit.limits[1]?.upper ?? 0).toBeGreaterThan(plain.units[index]?.limits[1]?.upper ?? 9);
        expect(Math.abs(unit.z)).toBeLessThan(Math.abs(plain.units[index]?.z ?? 0));
      }
    }
  });

  it('keeps false discoveries few among 200 units with nothing to discover', () => {
    const random = seededRandom(6);
    let runsWithAny = 0;
    for (let run = 0; run < 100; run++) {
      const units = Array.from({ length: 60 }, () => {
        const denominator = 20 + random.below(200);
        let numerator = 0;
        for (let i = 0; i < denominator; i++) if (random.uniform() < 0.3) numerator++;
        return { numerator, denominator };
      });
      if (funnel(units, { data: 'proportion' }).units.some(({ fdrSignificant }) => fdrSignificant))
        runsWithAny++;
    }
    expect(runsWithAny).toBeLessThanOrEqual(9);
  });

  it('names the widest limits that a unit lies beyond', () => {
    const { units } = funnel([
      ...six,
      { numerator: 200, denominator: 100 },
      { numerator: 125, denominator: 100 },
    ]);
    expect(units.at(-2)).toMatchObject({ outside: true, outsideLevel: 0.998, fdrSignificant: true });
    expect(units.at(-1)).toMatchObject({ outside: false, outsideLevel: 0.95 });
  });

  it('gives finite numbers for every count, and does not mind the order of the units', () => {
    const unit = fc
      .record({ numerator: fc.integer({ min: 0, max: 900 }), more: fc.integer({ min: 1, max: 100_000 }) })
      .map(({ numerator, more }) => ({ numerator, denominator: numerator + more }));
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 2, maxLength: 12 }),
        fc.constantFrom('ratio', 'proportion', 'rate'),
        (units, data) => {
          if (units.every(({ numerator }) => numerator === 0)) return;
          for (const kind of ['none', 'additive', 'multiplicative'] as const) {
            const one = funnel(units, { data, overdispersion: kind });
            for (const { z, p, limits } of one.units) {
              for (const value of [z, p, ...limits.flatMap(({ lower, upper }) => [lower, upper])]) {
                expect(Number.isFinite(value)).toBe(true);
              }
            }
            expect(funnel([...units].reverse(), { data, overdispersion: kind }).phi).toBeCloseTo(one.phi, 8);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names bad input', () => {
    expect(() => funnel([])).toThrow(expect.objectContaining({ problem: 'one-group' }));
    const bad = [{ numerator: 5, denominator: 0 }, ...six];
    expect(() => funnel(bad)).toThrow(expect.objectContaining({ problem: 'no-exposure' }));
    expect(() => funnel([{ numerator: 9, denominator: 5 }, ...six], { data: 'proportion' })).toThrow(
      expect.objectContaining({ problem: 'more-events-than-trials' }),
    );
  });
});
