import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { rateRatio } from './rate-ratio.ts';
import { compareWithYearBefore } from './seasonal-difference.ts';

const season = (month: number) => 100 + 30 * Math.sin((2 * Math.PI * month) / 12);

describe('compareWithYearBefore', () => {
  it('is blind to season: the same pattern each year is similar with ratio 1', () => {
    const counts = Array.from({ length: 36 }, (_, month) => Math.round(season(month)));
    const result = compareWithYearBefore(counts, 3);
    expect(result).toMatchObject({ ratio: 1, verdict: 'similar', dispersion: 1, monthsCompared: 3 });
  });

  it('finds a fall by a fifth of everything, on a seasonal count', () => {
    const counts = Array.from({ length: 36 }, (_, month) =>
      Math.round(10 * season(month) * (month < 33 ? 1 : 0.8)),
    );
    const result = compareWithYearBefore(counts, 3);
    expect(result.ratio).toBeCloseTo(0.8, 2);
    expect(result.verdict).toBe('lower');
  });

  it('with too short a past to judge the dispersion equals the Wald rate ratio', () => {
    const counts = [120, 100, 90, 100, 95, 105, 100, 98, 101, 99, 100, 104, 80, 70, 95];
    const result = compareWithYearBefore(counts, 3);
    const wald = rateRatio({ events: 245, exposure: 1 }, { events: 310, exposure: 1 });
    expect(result.dispersionFrom).toBe(0);
    expect(result.lower).toBeCloseTo(wald.lower, 5);
    expect(result.upper ?? 0).toBeCloseTo(wald.upper ?? 0, 5);
  });

  it('leaves a missing month out of both years', () => {
    const counts: (number | null)[] = Array.from({ length: 24 }, () => 10);
    counts[23] = null;
    expect(compareWithYearBefore(counts, 3)).toMatchObject({ recent: 20, before: 20, monthsCompared: 2 });
  });

  it.each([1, 3])('covers a ratio of 1 with counts that vary %d times more than Poisson', (dispersion) => {
    const random = seededRandom(5);
    let covered = 0;
    for (let run = 0; run < 800; run++) {
      const counts = Array.from({ length: 48 }, (_, month) =>
        Math.max(
          0,
          Math.round(4 * season(month) + random.normal() * Math.sqrt(4 * season(month) * dispersion)),
        ),
      );
      const { lower, upper } = compareWithYearBefore(counts, 3);
      if (lower <= 1 && (upper ?? Infinity) >= 1) covered++;
    }
    expect(covered / 800).toBeGreaterThan(0.925);
    expect(covered / 800).toBeLessThan(0.985);
  });

  it('never answers NaN, whatever counts come', () => {
    const count = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })), { nil: null });
    fc.assert(
      fc.property(fc.array(count, { minLength: 24, maxLength: 60 }), (counts) => {
        try {
          const { ratio, lower, upper, dispersion } = compareWithYearBefore(counts, 6);
          for (const value of [ratio ?? 0, lower, upper ?? 0, dispersion])
            expect(Number.isFinite(value)).toBe(true);
          expect(lower).toBeLessThanOrEqual(upper ?? Infinity);
        } catch (error) {
          expect(error).toMatchObject({ name: 'StatisticsError' });
        }
      }),
    );
  });

  it('names what is missing', () => {
    expect(() => compareWithYearBefore([1, 2, 3], 3)).toThrow(
      expect.objectContaining({ problem: 'too-few-points' }),
    );
    expect(() => compareWithYearBefore(Array(24).fill(1), 13)).toThrow(
      expect.objectContaining({ problem: 'bad-option' }),
    );
    expect(() => compareWithYearBefore([...Array(23).fill(1), -1], 3)).toThrow(
      expect.objectContaining({ problem: 'negative-count' }),
    );
  });
});
