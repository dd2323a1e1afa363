import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaAbove, betaProbability, betaValue } from './beta.ts';
import { fAbove } from './fisher-f.ts';
import { tTwoSided, tValue } from './student-t.ts';

describe('beta, t and F equal R (pbeta, pt, pf)', () => {
  it.each([
    ['pbeta(.34, 1e5, 2e5, lower = FALSE)', betaAbove(0.34, 1e5, 2e5), 5.76639245985e-15],
    ['pbeta(1e-5, 1e-3, 50)', betaProbability(1e-5, 1e-3, 50), 0.992989666292],
    ['pbeta(.5, 1e7, 1e7 + 3000)', betaProbability(0.5, 1e7, 1e7 + 3000), 0.748816501868],
    ['pf(5.19337, 1.49464, 20.924957, lower = FALSE)', fAbove(5.19337, 1.49464, 20.924957), 0.0217474526578],
    ['pf(100, 2, 1e6, lower = FALSE)', fAbove(100, 2, 1e6), 3.75745835195e-44],
    ['2 * pt(-2.1, 7.3)', tTwoSided(2.1, 7.3), 0.0722467134249],
    ['2 * pt(-40, 30)', tTwoSided(40, 30), 1.37260451944e-27],
    ['qt(.975, 3.3)', tValue(0.975, 3.3), 3.02487446184],
  ])('%s', (_, actual, expected) => {
    expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-9);
  });

  it('tails add to one, and the value undoes the probability', () => {
    const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        const x = betaValue(p, a, b);
        expect(betaProbability(x, a, b)).toBeCloseTo(p, 8);
        expect(betaProbability(x, a, b) + betaAbove(x, a, b)).toBeCloseTo(1, 10);
      }),
    );
  });
});
