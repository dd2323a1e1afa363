import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFigure, splitRate, sumOfSplits } from './split.ts';

const count = fc.integer({ min: 0, max: 10_000_000 });
const maybe = fc.option(count, { nil: null });

describe('splitFigure', () => {
  it('gives parts that add up exactly to the difference, whatever stages are missing', () => {
    fc.assert(
      fc.property(count, maybe, maybe, count, (then, redefined, revised, now) => {
        const split = splitFigure({ then, redefined, revised, now });
        expect(split === null ? null : split.recipe + split.feed + split.data).toBe(now - then);
      }),
    );
  });

  it('calls it data where recipe and publication are the same, and nothing else', () => {
    fc.assert(
      fc.property(count, count, (then, now) => {
        expect(splitFigure({ then, redefined: then, revised: now, now })).toEqual({
          recipe: 0,
          feed: 0,
          data: now - then,
        });
      }),
    );
  });

  it('blames no data where only the recipe or only the publication is another', () => {
    expect(splitFigure({ then: 10, redefined: 14, revised: 14, now: 14 })).toEqual({
      recipe: 4,
      feed: 0,
      data: 0,
    });
    expect(splitFigure({ then: 10, redefined: 10, revised: 10, now: 7 })).toEqual({
      recipe: 0,
      feed: -3,
      data: 0,
    });
  });

  it('says nothing of a figure that is missing at one end', () => {
    expect(splitFigure({ then: null, redefined: null, revised: 3, now: 3 })).toBeNull();
    expect(splitFigure({ then: 3, redefined: 3, revised: null, now: null })).toBeNull();
  });
});

it('sums of splits are splits of sums', () => {
  const figure = fc.record({ then: count, redefined: maybe, revised: maybe, now: count });
  fc.assert(
    fc.property(fc.array(figure), (figures) => {
      const { recipe, feed, data } = sumOfSplits(figures.flatMap((each) => splitFigure(each) ?? []));
      expect(recipe + feed + data).toBe(figures.reduce((sum, { then, now }) => sum + now - then, 0));
    }),
  );
});

it('a rate changes by what its events and its population do together', () => {
  const rate = fc.record({ numerator: count, denominator: fc.integer({ min: 1, max: 10_000_000 }) });
  fc.assert(
    fc.property(rate, rate, (before, after) => {
      const { numerator, denominator } = splitRate(before, after, 1000);
      const [first, last] = [before, after].map((each) => (each.numerator / each.denominator) * 1000);
      const size = Math.max(1, Math.abs(numerator), Math.abs(denominator));
      expect(Math.abs(numerator + denominator - ((last ?? 0) - (first ?? 0)))).toBeLessThan(1e-9 * size);
      if (before.denominator === after.denominator) expect(Math.abs(denominator)).toBe(0);
      if (before.numerator === after.numerator) expect(Math.abs(numerator)).toBe(0);
    }),
  );
});
