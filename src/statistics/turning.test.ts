import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from './random.ts';
import { turning } from './turning.ts';

/** Monthly counts with a season, varying `dispersion` times more than Poisson, that fall by `fall` from month `at`. */
function months(
  random: Random,
  { length = 60, level = 400, dispersion = 2, fall = 0, at = 48 } = {},
): number[] {
  return Array.from({ length }, (_, month) => {
    const mean = level * (1 + 0.15 * Math.sin((2 * Math.PI * month) / 12)) * (month >= at ? 1 - fall : 1);
    return Math.max(0, Math.round(mean + random.normal() * Math.sqrt(mean * dispersion)));
  });
}

const share = (runs: number, one: (random: Random) => boolean): number => {
  const random = seededRandom(99);
  let count = 0;
  for (let run = 0; run < runs; run++) if (one(random)) count++;
  return count / runs;
};

describe('turning', () => {
  it('finds a fall by 15 % that began a year ago, when it began, and how large it is', () => {
    const result = turning(months(seededRandom(4), { fall: 0.15 }));
    expect(result.verdict).toBe('turned-down');
    expect(Math.abs((result.since ?? 0) - 48)).toBeLessThanOrEqual(1);
    expect(result.lower ?? 0).toBeLessThan(-0.15);
    expect(result.upper ?? 0).toBeGreaterThan(-0.15);
    expect(result.reading).toMatch(/^Turned down 1[123] points before the end, by 1\d %/);
  });

  it('reports few turns where nothing turned, at about the stated rate', () => {
    expect(share(150, (random) => turning(months(random)).verdict.startsWith('turned'))).toBeLessThan(0.1);
  });

  it('finds most falls by 15 % within nine months', () => {
    const found = share(
      60,
      (random) => turning(months(random, { fall: 0.15, at: 51 })).verdict === 'turned-down',
    );
    expect(found).toBeGreaterThan(0.85);
  });

  it('does not call a steady drift a turn', () => {
    const random = seededRandom(2);
    const drifting = Array.from({ length: 60 }, (_, month) =>
      Math.round(800 * 0.99 ** month + 12 * random.normal()),
    );
    expect(turning(drifting)).toMatchObject({ verdict: 'no-signal', since: null });
  });

  it('answers only the direction asked about', () => {
    const falling = months(seededRandom(4), { fall: 0.3 });
    expect(turning(falling, { direction: 'up' }).verdict).toBe('no-signal');
    expect(turning(falling, { direction: 'down' }).verdict).toBe('turned-down');
  });

  it('says too early with less than two years', () => {
    expect(turning(months(seededRandom(1), { length: 23 })).verdict).toBe('too-early');
  });

  it('finds no turn in a constant series', () => {
    expect(turning(Array(36).fill(7))).toMatchObject({ verdict: 'no-signal', change: null });
  });

  it('counts `since` in the series with its gaps', () => {
    const counts: (number | null)[] = months(seededRandom(4), { fall: 0.3 });
    for (const gap of [5, 20, 30]) counts[gap] = null;
    expect(Math.abs((turning(counts).since ?? 0) - 48)).toBeLessThanOrEqual(1);
  });

  it('never answers NaN, whatever counts come', () => {
    const count = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })), {
      nil: null,
      freq: 9,
    });
    fc.assert(
      fc.property(fc.array(count, { minLength: 20, maxLength: 40 }), (counts) => {
        try {
          const { change, lower, upper, falseAlarm } = turning(counts);
          for (const value of [change ?? 0, lower ?? 0, upper ?? 0, falseAlarm])
            expect(Number.isFinite(value)).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ name: 'StatisticsError' });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('names bad input', () => {
    expect(() => turning([1, -1])).toThrow(expect.objectContaining({ problem: 'negative-count' }));
    expect(() => turning([1, 2], { falseAlarm: 5 })).toThrow(
      expect.objectContaining({ problem: 'bad-option' }),
    );
  });
});
