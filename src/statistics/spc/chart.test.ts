import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anhoejTest } from './anhoej.ts';
import type { ChartType } from './chart-limits.ts';
import { spcChart } from './chart.ts';
import { xmr } from './xmr.ts';

const zigzag = (n: number) => Array.from({ length: n }, (_, i) => i % 2);

describe('spcChart', () => {
  it('draws an XmR chart exactly as xmr does, rule for rule', () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 12 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        fc.pre(values.some((v) => v !== null));
        const [one, other] = [xmr(values), spcChart(values, null)];
        // Same signals but for points that lie on a limit to the last bit.
        const strip = ({
          points,
        }: {
          points: readonly { signal: string | null; value: number | null; upper: number | null }[];
        }) => points.map(({ signal }) => signal);
        expect(strip(other)).toEqual(strip(one));
        expect(other.upper).toEqual(one.upper === null ? null : expect.closeTo(one.upper, 9));
      }),
    );
  });

  it('c chart: mean and three roots of it', () => {
    const { centre, lower, upper } = spcChart([14, 15, 15, 14, 16, 15], null, { chart: 'c' });
    expect(centre).toBeCloseTo(14.83333, 5);
    expect(upper).toBeCloseTo(26.38755, 5);
    expect(lower).toBeCloseTo(14.83333 - 3 * Math.sqrt(14.83333), 4);
  });

  it('p chart: a limit for each size, never outside 0 to 1', () => {
    const chart = spcChart([5, 10, 0], [50, 200, 4], { chart: 'p' });
    const centre = 15 / 254;
    expect(chart.points[1]?.upper).toBeCloseTo(centre + 3 * Math.sqrt((centre * (1 - centre)) / 200), 12);
    expect(chart.points.map(({ value }) => value)).toEqual([0.1, 0.05, 0]);
    expect(chart.points[2]?.lower).toBe(0);
  });

  it('p′ chart: stretched by the moving range of the standardised values', () => {
    const [tops, sizes]: [number[], number[]] = [[500, 520, 505, 530, 500, 522], Array(6).fill(1000)];
    const centre = 3077 / 6000;
    const sigma = Math.sqrt((centre * (1 - centre)) / 1000);
    const ranges = [0.02, 0.015, 0.025, 0.03, 0.022];
    const stretch = ranges.reduce((sum, range) => sum + range / sigma, 0) / 5 / 1.128;
    expect(spcChart(tops, sizes, { chart: 'p-prime' }).upper).toBeCloseTo(centre + 3 * sigma * stretch, 12);
  });

  it('u chart: events per exposure', () => {
    const { centre, upper } = spcChart([2, 4], [1, 2], { chart: 'u' });
    expect(centre).toBe(2);
    expect(upper).toBeCloseTo(2 + 3 * Math.sqrt(2 / 2), 12);
  });

  it('g chart: median in the middle, no lower limit but 0', () => {
    const chart = spcChart([1, 2, 3, 4, 10], null, { chart: 'g' });
    expect(chart).toMatchObject({ centre: 3, lower: 0 });
    expect(chart.upper).toBeCloseTo(4 + 3 * Math.sqrt(20), 12);
  });

  it('t chart: limits on the power 1/3.6, turned back', () => {
    const values = [3, 8, 5, 9, 2, 7];
    const powered = xmr(
      values.map((v) => v ** (1 / 3.6)),
      { screen: false },
    );
    expect(spcChart(values, null, { chart: 't' }).upper).toBeCloseTo((powered.upper ?? 0) ** 3.6, 9);
  });

  it('run chart: the median, no limits, and Anhøj’s tests', () => {
    const chart = spcChart([...zigzag(12), ...Array(12).fill(5)], null, { chart: 'run' });
    expect(chart).toMatchObject({ rules: 'anhoej', lower: null, upper: null });
    expect(chart.anhoej.signal).toBe(true);
    expect(
      chart.points
        .filter(({ signal }) => signal === 'shift')
        .map(({ index }) => index)
        .at(-1),
    ).toBe(23);
  });

  it('western-electric needs eight on a side and sees four of five beyond one sigma', () => {
    const wide = [9, -9, 9, -9, 9, -9, 9, -9, 9, -9, 9, -9, 9, -9];
    const seven = spcChart([...wide, 1, 2, 1, 2, 1, 2, 1, -9, -9], null, { rules: 'western-electric' });
    expect(seven.points.some(({ signal }) => signal === 'shift')).toBe(false);
    const base = zigzag(30).map((v) => 2 * v);
    const four = spcChart([...base, 3, 3.1, 3, 3.1], null, { rules: 'western-electric', fixAfter: 30 });
    expect(four.points.slice(-4).map(({ signal }) => signal)).toEqual(Array(4).fill('four-of-five'));
  });

  it.each([
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
    [36, 8, 13],
    [60, 9, 23],
  ])('Anhøj’s limits for %d points', (n, longest, crossings) => {
    const test = anhoejTest(Float64Array.from(zigzag(n)), 0.5);
    expect([test.longestRunMost, test.crossingsLeast]).toEqual([longest, crossings]);
  });

  it('answers any counts with finite numbers or null, on every chart', () => {
    const pair = fc.record({ top: fc.integer({ min: 0, max: 500 }), more: fc.integer({ min: 0, max: 500 }) });
    const charts: readonly ChartType[] = ['run', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't'];
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...charts),
        (pairs, chart) => {
          const tops = pairs.map(({ top }) => top);
          const result = (() => {
            try {
              return spcChart(
                tops,
                pairs.map(({ top, more }) => top + more),
                { chart },
              );
            } catch (error) {
              expect(error).toMatchObject({ name: 'StatisticsError' });
              return null;
            }
          })();
          for (const { value, lower, upper, centre } of result?.points ?? []) {
            for (const number of [value, lower, upper, centre])
              expect(number === null || Number.isFinite(number)).toBe(true);
          }
        },
      ),
    );
  });
});
