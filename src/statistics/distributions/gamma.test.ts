import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaAbove, gammaProbability, gammaValue } from './gamma.ts';
import { logGamma } from './stirling.ts';

describe('the gamma distribution equals R (pgamma, qgamma, lgamma)', () => {
  it.each([
    [0.975, 0.01, 0.04713795843159033],
    [1e-6, 0.3, 6.972699096409409e-21],
    [0.975, 7, 13.0594740225186854],
    [0.975, 13346, 13573.370281274],
    [0.975, 1e7, 10006198.8974216],
    [1e-6, 1e6, 995253.7719775001],
  ])('the value at %d for a shape of %d', (p, shape, expected) => {
    expect(gammaValue(p, shape) / expected).toBeCloseTo(1, 12);
  });

  it.each([
    [13346, 0.4988488989989567],
    [1e7, 0.4999579477912873],
    [0.3, 0.2730426562896338],
  ])('the part above the mean for a shape of %d', (shape, expected) => {
    expect(gammaAbove(shape, shape)).toBeCloseTo(expected, 12);
  });

  it('logGamma', () => {
    for (const [x, expected] of [
      [0.001, 6.907178885383853],
      [3.7, 1.428072326665388],
      [1e6, 12815504.56914761],
    ] as const) {
      expect(logGamma(x) / expected).toBeCloseTo(1, 13);
    }
  });

  it('value and probability undo each other, and the tails add to one', () => {
    const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(p, fc.double({ min: 0.05, max: 1e5, noNaN: true }), (probability, shape) => {
        const x = gammaValue(probability, shape);
        expect(gammaProbability(x, shape)).toBeCloseTo(probability, 10);
        expect(gammaProbability(x, shape) + gammaAbove(x, shape)).toBeCloseTo(1, 12);
      }),
    );
  });
});
