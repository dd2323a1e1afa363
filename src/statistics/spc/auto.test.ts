import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../random.ts';
import { spcAuto } from './auto.ts';

const months = (random: Random, n = 60) =>
  Array.from({ length: n }, (_, i) => 100 + 10 * Math.sin((2 * Math.PI * i) / 12) + 5 * random.normal());

const anySignal = (series: readonly (number | null)[]) =>
  spcAuto(series, { period: 12 }).points.some(({ signal }) => signal !== null);

describe('spcAuto', () => {
  it('gives few false signals on seasonal series, where the plain rules flag all of them (bench/change.ts has more)', () => {
    const random = seededRandom(21);
    let flagged = 0;
    for (let run = 0; run < 60; run++) if (anySignal(months(random))) flagged++;
    expect(flagged).toBeLessThanOrEqual(7);
  });

  it('finds a lasting change, says from when and how large, and proposes to rebase there', () => {
    const series = months(seededRandom(3)).map((value, i) => value + (i >= 48 ? 15 : 0));
    const chart = spcAuto(series, { period: 12, better: 'lower' });
    expect(chart.proposal?.index).toBe(48);
    expect(chart.proposal?.shift).toBeGreaterThan(9);
    expect(chart.proposal?.falseAlarm).toBeLessThan(0.01);
    expect(chart.points.slice(48).every(({ signal }) => signal !== null)).toBe(true);
    expect(chart.variation).toBe('concern');
  });

  it('draws the season into the centre line', () => {
    const { points, season } = spcAuto(months(seededRandom(3)), { period: 12 });
    expect(season).toBe(true);
    expect((points[3]?.centre ?? 0) - (points[9]?.centre ?? 0)).toBeGreaterThan(14);
  });

  it('marks a single wild point as outside, and nothing else', () => {
    const series = months(seededRandom(5)).with(30, 160);
    const marked = spcAuto(series, { period: 12 }).points.filter(({ signal }) => signal !== null);
    expect(marked.map(({ index, signal }) => [index, signal])).toEqual([[30, 'outside']]);
  });

  it('reports a steady drift as a drift, not as signals', () => {
    const random = seededRandom(8);
    const series = Array.from({ length: 60 }, (_, i) => 100 + 0.6 * i + 5 * random.normal());
    const chart = spcAuto(series, { period: 12 });
    expect(chart.drift).toBeCloseTo(0.6, 0);
    expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
  });

  it('keeps the lower limit of counts at 0 or above', () => {
    const random = seededRandom(2);
    const chart = spcAuto(
      Array.from({ length: 48 }, () => random.below(4)),
      { period: 12 },
    );
    expect(chart.counts).toBe(true);
    expect(chart.points.every(({ lower }) => (lower ?? 0) >= 0)).toBe(true);
  });

  it('has limits equal to a constant series, and no signal', () => {
    const chart = spcAuto(Array(36).fill(100), { period: 12, target: 95, better: 'higher' });
    expect(chart.centre).toBeCloseTo(100, 9);
    expect(chart.assurance).toBe('pass');
    expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
  });

  it('answers any series with finite numbers or null', () => {
    const value = fc.option(
      fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 4, 12),
        (series, period) => {
          fc.pre(series.some((v) => v !== null));
          const { points, memory, drift } = spcAuto(series, { period });
          for (const { centre, lower, upper } of points) {
            for (const number of [centre, lower, upper, memory, drift])
              expect(number === null || Number.isFinite(number)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
