import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmr } from './xmr.ts';

const vignette = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
// R: set.seed(123); rnorm(20)
const seeded = [
  -0.56047564655221, -0.23017748948328, 1.55870831414912, 0.0705083914245757, 0.129287735160946,
  1.71506498688328, 0.460916205989202, -1.26506123460653, -0.686852851893526, -0.445661970099958,
  1.22408179743946, 0.359813827057364, 0.400771450594052, 0.11068271594512, -0.555841134754075,
  1.78691313680308, 0.497850478229239, -1.96661715662964, 0.701355901563686, -0.472791407727934,
];
const withTen = seeded.with(14, 10);
const signals = (values: readonly (number | null)[]) => xmr(values).points.map((point) => point.signal);

describe('limits equal the reference numbers', () => {
  it.each([
    ['18 values with one 10, screened', vignette, true, 1.944444, -0.715556, 4.604444],
    ['18 values with one 10, unscreened', vignette, false, 1.944444, -3.0626144, 6.9515033],
    ['20 seeded points', seeded, true, 0.1416238, -3.01138, 3.294627],
    ['20 seeded points, one of them 10', withTen, true, 0.6694159, -2.383666, 3.722497],
    ['the same unscreened', withTen, false, 0.6694159, -4.596625, 5.935457],
  ])('%s', (_, values, screen, centre, lower, upper) => {
    const chart = xmr(values, { screen });
    expect(chart.centre).toBeCloseTo(centre, 5);
    expect(chart.lower).toBeCloseTo(lower, 2);
    expect(chart.upper).toBeCloseTo(upper, 2);
    expect(Math.abs((chart.upper ?? 0) - upper)).toBeLessThan(5e-5);
  });

  it('puts the near limits at two thirds of the way', () => {
    const chart = xmr(vignette);
    expect((chart.nearUpper ?? 0) - (chart.centre ?? 0)).toBeCloseTo(
      (((chart.upper ?? 0) - (chart.centre ?? 0)) * 2) / 3,
      12,
    );
  });
});

describe('the four rules, in their order', () => {
  const steady = [0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2];

  it('marks a point outside a limit, and nothing else', () => {
    expect(
      signals(vignette)
        .map((signal, index) => (signal ? [index, signal] : null))
        .filter(Boolean),
    ).toEqual([[4, 'outside']]);
  });

  it('marks all seven points of a trend, and none of a trend of six', () => {
    const spread = [9, -9, 9, -9, 9, -9, 9, -9, 9, -9, 9, -9];
    expect(signals([...spread, 9, -3, -2, -1, 0, 1, 2, 3]).slice(13)).toEqual(Array(7).fill('trend'));
    expect(signals([...spread, 9, -3, -2, -1, 0, 1, 2]).filter((signal) => signal === 'trend')).toEqual([]);
  });

  it('marks seven points on one side as a shift, not six', () => {
    const wide = [9, -9, 9, -9, 9, -9, 9, -9, 9, -9];
    const up = [1, 2, 1, 2, 1, 2];
    const chart = signals([...wide, ...up, 1, -9, -9, -9]);
    expect(chart.slice(10, 17)).toEqual(Array(7).fill('shift'));
    expect(signals([...wide, -9, ...up, -9, -9]).filter((signal) => signal === 'shift')).toEqual([]);
  });

  it('marks the near points of two in three on one side, and not the third', () => {
    // Centre 1.14, near limit 5.21, limit 7.24 (oracles/spc_oracle.R flags the same two points).
    const values = [...steady, ...steady, 0, 5.5, 2, 5.6, 0, 2, 0, 2, 0, 2, 0, -2];
    const chart = xmr(values);
    const marked = chart.points
      .filter((point) => point.signal === 'two-of-three')
      .map((point) => point.index);
    expect(marked).toEqual([25, 27]);
  });

  it('takes outside before shift where both apply', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 6, 6.2, 6, 6.2, 6, 6.2, 6];
    expect(
      xmr(values, { rebaseAt: [], fixAfter: 12 })
        .points.slice(14)
        .map((point) => point.signal),
    ).toEqual(Array(7).fill('outside'));
  });
});

describe('where the usual tools go wrong', () => {
  it('collapses the limits of a constant series to its value, with no signal and a target that is always met', () => {
    for (const value of [100, 0.1, 1e9, -3.3]) {
      const chart = xmr(Array(24).fill(value), { target: value - 5, better: 'higher' });
      expect(chart).toMatchObject({
        centre: value,
        lower: value,
        upper: value,
        variation: 'none',
        assurance: 'pass',
      });
      expect(chart.points.every((point) => point.signal === null)).toBe(true);
    }
  });

  it('keeps limits of some width when one single spike holds all the movement', () => {
    const chart = xmr([...Array(12).fill(5), 9, ...Array(12).fill(5)]);
    expect(chart.points.filter((point) => point.signal === 'outside').map((point) => point.index)).toEqual([
      12,
    ]);
  });

  it('takes no moving range across a gap, and keeps the gap as a point without value', () => {
    const chart = xmr([1, 2, 1, null, 11, 12, 11]);
    expect(chart.n).toBe(6);
    expect(chart.segments[0]?.averageRange).toBeCloseTo(1, 12);
    expect(chart.points[3]).toMatchObject({ value: null, signal: null });
  });

  it('counts no run across a gap', () => {
    const wide = [9, -9, 9, -9, 9, -9, 9, -9, 9, -9, -9, -9];
    expect(signals([...wide, 1, 2, 1, null, 2, 1, 2, 1]).filter((signal) => signal === 'shift')).toEqual([]);
    expect(signals([...wide, -3, -2, -1, null, 0, 1, 2, 3]).filter((signal) => signal === 'trend')).toEqual(
      [],
    );
  });

  it('rebases from the next point when the place lies between points', () => {
    const values = [...Array(12).fill(0), ...Array(12).fill(10)].map((value, index) => value + (index % 2));
    const chart = xmr(values, { rebaseAt: [11.4] });
    expect(chart.segments.map(({ start, end, centre }) => [start, end, centre])).toEqual([
      [0, 12, 0.5],
      [12, 24, 10.5],
    ]);
    expect(chart.points.every((point) => point.signal === null)).toBe(true);
  });

  it('refuses a rebase beyond the chart instead of ignoring it', () => {
    expect(() => xmr([1, 2, 3], { rebaseAt: [3] })).toThrow(
      expect.objectContaining({ problem: 'bad-option' }),
    );
  });

  it('calls limits from fewer than 12 points trial limits, and from 12 not', () => {
    expect(xmr(Array.from({ length: 11 }, (_, i) => i % 3)).trialLimits).toBe(true);
    expect(xmr(Array.from({ length: 12 }, (_, i) => i % 3)).trialLimits).toBe(false);
  });

  it('gives a single point no limits and no signal', () => {
    expect(xmr([7])).toMatchObject({
      centre: 7,
      lower: null,
      upper: null,
      variation: 'none',
      assurance: null,
    });
  });

  it('names a series without values and values that are no numbers', () => {
    expect(() => xmr([])).toThrow(expect.objectContaining({ problem: 'no-data' }));
    expect(() => xmr([null, null])).toThrow(expect.objectContaining({ problem: 'no-data' }));
    expect(() => xmr([1, Infinity])).toThrow(expect.objectContaining({ problem: 'not-a-number' }));
  });
});

describe('marks', () => {
  const jump = [...Array.from({ length: 20 }, (_, i) => i % 2), 9];

  it.each([
    ['higher', 'improvement'],
    ['lower', 'concern'],
    ['neither', 'high'],
  ] as const)('a high last point when %s is better is %s', (better, expected) => {
    expect(xmr(jump, { better }).variation).toBe(expected);
  });

  it.each([
    [20, 'higher', 'fail'],
    [-20, 'higher', 'pass'],
    [20, 'lower', 'pass'],
    [-20, 'lower', 'fail'],
    [0.5, 'lower', 'hit-or-miss'],
    [20, 'neither', null],
  ] as const)('a target of %d when %s is better: %s', (target, better, expected) => {
    expect(xmr(jump, { target, better }).assurance).toBe(expected);
  });

  it('calls a target exactly on a limit hit or miss', () => {
    const { upper } = xmr(jump);
    expect(xmr(jump, { target: upper ?? 0, better: 'higher' }).assurance).toBe('hit-or-miss');
  });

  it('keeps limits fixed after the first points when told to', () => {
    const values = [...Array.from({ length: 12 }, (_, i) => i % 2), ...Array(12).fill(50)];
    expect(xmr(values, { fixAfter: 12 }).centre).toBeCloseTo(0.5, 12);
    expect(() => xmr(values, { fixAfter: 5 })).toThrow(expect.objectContaining({ problem: 'bad-option' }));
  });
});

describe('properties', () => {
  // Multiples of 1/8 keep sums exact, so that scaling and shifting cannot move a point over a limit by rounding.
  const value = fc.option(fc.integer({ min: -400, max: 400 }), { nil: null, freq: 9 });
  const values = fc
    .array(value, { minLength: 1, maxLength: 64 })
    .filter((all) => all.some((v) => v !== null));

  it('doubling and shifting the series moves the limits with it and changes no signal', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (series, shift) => {
        const one = xmr(series);
        const other = xmr(series.map((v) => (v === null ? null : 4 * v + shift)));
        if (one.upper === null) expect(other.upper).toBeNull();
        else expect(other.upper).toBeCloseTo(4 * one.upper + shift, 6);
        expect(other.points.map((point) => point.signal)).toEqual(one.points.map((point) => point.signal));
      }),
    );
  });

  it('turning the series upside down changes no signal', () => {
    fc.assert(
      fc.property(values, (series) => {
        const mirrored = xmr(series.map((v) => (v === null ? null : -v)));
        expect(mirrored.points.map((point) => point.signal)).toEqual(
          xmr(series).points.map((point) => point.signal),
        );
      }),
    );
  });

  it('screening never widens the limits', () => {
    fc.assert(
      fc.property(values, (series) => {
        const [screened, all] = [xmr(series), xmr(series, { screen: false })];
        expect((screened.upper ?? 0) - (screened.centre ?? 0)).toBeLessThanOrEqual(
          (all.upper ?? 0) - (all.centre ?? 0) + 1e-9,
        );
      }),
    );
  });

  it('answers hostile numbers with finite numbers or null', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e150, max: 1e150, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (series) => {
          const { centre, lower, upper } = xmr(series);
          for (const limit of [centre, lower, upper])
            expect(limit === null || Number.isFinite(limit)).toBe(true);
        },
      ),
    );
  });
});
