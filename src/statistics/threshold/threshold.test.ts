import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../random.ts';
import { layoutOf, posteriorOf } from './posterior.ts';
import type { SearchCell } from './searched-cell.ts';
import { thresholdTest } from './threshold-test.ts';

const TRUE = [0.35, 0.2, 0.25, 0.35] as const;

function binomial(random: Random, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.uniform() < p) count++;
  return count;
}

/** Searches made as the model says, with bars of 0.35, 0.20, 0.25 and 0.35 in every area, spread a little. */
function simulated(areas: number, stops: number, seed: number): SearchCell[] {
  const random = seededRandom(seed);
  return Array.from({ length: areas }, (_, area) => {
    const [areaRisk, areaSignal] = [0.1 * random.normal(), 0.1 * random.normal()];
    return TRUE.map((bar, group) => {
      const risk = -2 + 0.1 * (group - 1.5) + areaRisk;
      const signal = Math.exp(0.6 + areaSignal);
      const logOdds = Math.log(bar / (1 - bar)) + 0.1 * random.normal();
      const cut = (logOdds - risk + (signal * signal) / 2) / signal;
      const carry = 1 / (1 + Math.exp(-risk));
      const found = carry * normalCdf(signal - cut, 0, 1);
      const empty = (1 - carry) * normalCdf(-cut, 0, 1);
      const searches = binomial(random, stops, found + empty);
      return { group, area, stops, searches, hits: binomial(random, searches, found / (found + empty)) };
    });
  }).flat();
}

describe('threshold test', () => {
  it('knows the slope of its posterior', () => {
    for (const cells of [
      simulated(3, 400, 1),
      simulated(3, 400, 1).map((cell) => ({ ...cell, stops: null })),
      [...simulated(2, 60, 2), { group: 0, area: 2, stops: 5, searches: 0, hits: 0 }],
    ]) {
      const layout = layoutOf(cells, 4, 3);
      const density = posteriorOf(cells, layout);
      const random = seededRandom(5);
      const at = Float64Array.from({ length: layout.size }, () => 0.4 * random.normal());
      const [slope, scrap] = [new Float64Array(layout.size), new Float64Array(layout.size)];
      density(at, slope);
      for (let j = 0; j < layout.size; j++) {
        const [up, down] = [Float64Array.from(at), Float64Array.from(at)];
        up[j] = (up[j] ?? 0) + 1e-5;
        down[j] = (down[j] ?? 0) - 1e-5;
        const difference = (density(up, scrap) - density(down, scrap)) / 2e-5;
        expect(difference).toBeCloseTo(slope[j] ?? NaN, 3);
      }
    }
  });

  it('finds the differences that made the searches, in most of several worlds', () => {
    let held = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const found = thresholdTest(simulated(8, 3000, seed), { seed });
      for (const [g, bar] of TRUE.entries()) {
        if (g === 0) continue;
        const { lower = NaN, upper = NaN } = found.groups[g]?.difference ?? {};
        if (lower <= bar - TRUE[0] && bar - TRUE[0] <= upper) held++;
      }
    }
    // 12 intervals of 95 %: 9 or fewer would come once in 50 times.
    expect(held).toBeGreaterThan(9);
  });

  it('tells the lower bar from the higher with its order intact when stops are not known', () => {
    const found = thresholdTest(simulated(8, 4000, 7).map((cell) => ({ ...cell, stops: null })));
    const [first, second] = found.groups;
    expect(found.stopsKnown).toBe(false);
    expect(second?.threshold.estimate).toBeLessThan(first?.threshold.estimate ?? 0);
  });

  it('gives the same answer for the same seed, and nearly the same for groups in another order', () => {
    const cells = simulated(6, 1500, 3);
    const one = thresholdTest(cells, { seed: 4 });
    expect(thresholdTest(cells, { seed: 4 })).toEqual(one);
    const turned = thresholdTest(
      cells.map((cell) => ({ ...cell, group: 3 - cell.group })),
      { seed: 4 },
    );
    for (const [g, group] of one.groups.entries())
      expect(
        Math.abs((turned.groups[3 - g]?.threshold.estimate ?? NaN) - group.threshold.estimate),
      ).toBeLessThan(0.04);
  });

  it('names what it cannot use', () => {
    const cell = { group: 0, area: 0, stops: 10, searches: 5, hits: 2 };
    expect(() => thresholdTest([cell])).toThrow('only one group');
    expect(() => thresholdTest([cell, { ...cell, group: 1, searches: 0, hits: 0 }])).toThrow(
      'never searched',
    );
    expect(() => thresholdTest([cell, { ...cell, group: 1, hits: 6 }])).toThrow('more hits than searches');
    expect(() =>
      thresholdTest(Array.from({ length: 500 }, (_, i) => ({ ...cell, group: i % 2, area: i >> 1 }))),
    ).toThrow('at most 400');
  });
});

const published = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/stanford-open-policing/fig4b_threshold_test.csv',
);

describe('against the published thresholds of the Stanford Open Policing Project', () => {
  it.skipIf(!existsSync(published)).each(['CT', 'RI', 'SC', 'WA'])(
    '%s: White drivers meet the highest bar, and each is near the published one (skipped: no ../shared/data)',
    (state) => {
      const rows = readFileSync(published, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','))
        .filter((cells) => cells[8] === state);
      const areas = [...new Set(rows.map((row) => row[0]))];
      const groups = [...new Set(rows.map((row) => row[1]))];
      const found = thresholdTest(
        rows.map(([area, group, stops, searches, hits]) => ({
          group: groups.indexOf(group),
          area: areas.indexOf(area),
          stops: Number(stops),
          searches: Number(searches),
          hits: Number(hits),
        })),
      );
      expect(found.converged).toBe(true);
      const white = groups.indexOf('White drivers');
      for (const [g, group] of groups.entries()) {
        const own = rows.filter((row) => row[1] === group);
        const stops = own.reduce((sum, row) => sum + Number(row[2]), 0);
        const theirs = own.reduce((sum, row) => sum + Number(row[2]) * Number(row[7]), 0) / stops;
        const threshold = found.groups[g]?.threshold.estimate ?? NaN;
        // Theirs is fitted to all states at once; half as much again, or 0.1, is how far ours goes from it.
        expect(Math.abs(threshold - theirs)).toBeLessThan(Math.max(0.1, theirs / 2));
        if (g !== white) expect(threshold).toBeLessThan(found.groups[white]?.threshold.estimate ?? 0);
      }
    },
  );
});
