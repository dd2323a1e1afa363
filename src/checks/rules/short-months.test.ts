import { describe, expect, it } from 'vitest';
import { addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { MonthlyCounts } from './monthly-counts.ts';
import { shortMonths } from './short-months.ts';

const RULE = { share: 0.4, chance: 1e-7 };

function series(counts: readonly number[], first = '2015-01-01'): MonthlyCounts {
  return counts.map((count, index) => ({ month: addMonths(first as IsoDate, index), count }));
}

const found = (counts: readonly number[]): string[] =>
  shortMonths(series(counts), RULE).map(({ month }) => month.slice(0, 7));

describe('shortMonths', () => {
  it('finds a month that is a small part of those on both sides', () => {
    expect(found([1000, 1040, 980, 100, 1010, 990, 1020])).toEqual(['2015-04']);
  });

  it('finds the Metropolitan Police searches of December 2022, with the month before missing', () => {
    const months = [
      '2022-06',
      '2022-07',
      '2022-08',
      '2022-09',
      '2022-10',
      '2022-12',
      '2023-01',
      '2023-02',
      '2023-03',
    ];
    const counts = [16332, 15184, 17286, 12447, 14359, 5706, 16401, 13640, 14303];
    const published = months.map((month, index) => ({
      month: `${month}-01` as IsoDate,
      count: counts[index] ?? 0,
    }));
    expect(shortMonths(published, RULE).map(({ month }) => month)).toEqual(['2022-12-01']);
  });

  it('does not take a fall that lasts for a gap', () => {
    expect(found([1000, 1020, 990, 1010, 300, 310, 290, 305])).toEqual([]);
    expect(found([2900, 3000, 2950, 1100, 1400, 1900, 2200, 2400])).toEqual([]);
  });

  it('does not take a season for a gap', () => {
    const year = [100, 110, 120, 130, 140, 150, 160, 30, 150, 140, 130, 120].map((count) => count * 10);
    expect(found([...year, ...year, ...year])).toEqual([]);
  });

  it('is silent about small counts, however they vary', () => {
    expect(found([12, 9, 14, 0, 11, 13, 10])).toEqual([]);
    expect(found([0, 0, 0, 0, 0])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it('asks more of the ends, where a fall cannot be told from a gap', () => {
    expect(found([1000, 1010, 990, 1000, 300])).toEqual([]);
    expect(shortMonths(series([1000, 1010, 990, 1000, 40]), RULE)).toMatchObject([{ end: 'last' }]);
    expect(shortMonths(series([40, 1000, 1010, 990, 1000]), RULE)).toMatchObject([{ end: 'first' }]);
  });

  it('flags at most one in a thousand series in which nothing is wrong', () => {
    const random = seededRandom(20231);
    let flagged = 0;
    const runs = 3000;
    for (let run = 0; run < runs; run++) {
      const level = 10 ** (0.5 + 3.5 * random.uniform());
      const season = 0.5 * random.uniform();
      const unrest = 0.25 * random.uniform();
      let drift = 0;
      const counts = Array.from({ length: 96 }, (_, month) => {
        drift = 0.7 * drift + unrest * 0.7 * random.normal();
        const mean = level * Math.exp(season * Math.sin((month * Math.PI) / 6) + drift);
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
      });
      if (found(counts).length > 0) flagged += 1;
    }
    expect(flagged / runs).toBeLessThanOrEqual(0.001);
  });

  it('finds nine in ten gaps of nine tenths of a month in series of a hundred and more', () => {
    const random = seededRandom(7);
    let hits = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const level = 100 * 10 ** (2 * random.uniform());
      const counts = Array.from({ length: 60 }, () =>
        Math.max(0, Math.round(level + Math.sqrt(2 * level) * random.normal())),
      );
      const at = 5 + random.below(50);
      counts[at] = Math.round((counts[at] ?? 0) / 10);
      if (found(counts).length === 1) hits += 1;
    }
    expect(hits / runs).toBeGreaterThan(0.9);
  });
});
