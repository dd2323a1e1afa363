import { prepareChangeScan, type ChangeFound } from '../change/change-scan.ts';
import { falseAlarmShare, plainDrift } from '../change/false-alarms.ts';
import { fitSeasonal, type SeasonalFit } from '../change/seasonal-fit.ts';
import { tMultiplier } from '../distributions/student-t.ts';
import { toFloats, type Series } from '../series.ts';
import { assuranceOf, variationOf, type Assurance, type Better, type Variation } from './icons.ts';
import type { Signal } from './plot-the-dots.ts';
import type { SpcPoint } from './point.ts';

export interface AutoOptions {
  /** Periods in a season; 1 for none. */
  readonly period: number;
  readonly target?: number;
  readonly better?: Better;
  /** Share of unchanged series in which any signal at all may be given. */
  readonly falseAlarm?: number;
}

/** A control chart that knows season, drift and memory. Limits are those of the last point. */
export interface AutoChart {
  readonly n: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly points: readonly SpcPoint[];
  readonly variation: Variation;
  readonly assurance: Assurance | null;
  readonly trialLimits: boolean;
  /** Whether the values were taken for counts, whose noise grows with their level. */
  readonly counts: boolean;
  /** Whether a season was found and allowed for; false too when the series is too short to show one. */
  readonly season: boolean;
  /** Steady change from one point to the next, in the unit of the values at their mean; null without a drift. */
  readonly drift: number | null;
  /** Correlation of a point's noise with that of the point before. */
  readonly memory: number;
  /** A lasting change of level, if one was found: a place to consider new limits from, with the evidence. */
  readonly proposal: { readonly index: number; readonly shift: number; readonly falseAlarm: number } | null;
}

/** Below this nothing can be modelled: limits are shown, nothing is judged. */
const FEWEST = 12;
/** Part of the false alarms that single points may use; the rest goes to lasting changes. */
const SHARE_OF_POINTS = 0.1;

/**
 * Judges a series after allowing for its season, a steady drift, memory from point to point and, for counts, noise that
 * grows with the level, each as far as the series itself supports it. A lasting change of level is sought over all times
 * (`prepareChangeScan`), a single wild point by its distance from the fit; together they give a signal in at most about
 * `falseAlarm` of series in which nothing changed, read once. The centre line is what the series would have been without
 * the change; the points after it are a 'shift'.
 *
 * What is lost: recent changes are looked for harder than old ones; a drift of middling size (two standard deviations
 * over the whole series) is at times taken for a step. docs/methods/spc.md has the figures.
 */
export function spcAuto(values: Series, options: AutoOptions): AutoChart {
  const { period, target, better = 'neither', falseAlarm = 0.05 } = options;
  const floats = toFloats(values);
  const times = Int32Array.from(floats.keys().filter((index) => !Number.isNaN(floats[index])));
  const there = Float64Array.from(times, (time) => floats[time] ?? 0);
  const counts = there.every((value) => Number.isInteger(value) && value >= 0);
  const scale = counts ? ROOTS : PLAIN;
  const scaled = there.map(scale.to);
  const varies = scaled.some((value) => value !== scaled[0]);
  const found = varies && times.length >= FEWEST ? prepareChangeScan(times, period).run(scaled) : null;
  const n = times.length;
  const share = found === null ? 1 : falseAlarmShare(found.score, n, period);
  // The two kinds of false alarm fall in part on the same series, so half the share of the points is enough to give up.
  const changed = found !== null && share <= falseAlarm * (1 - SHARE_OF_POINTS / 2);
  const drifts = found !== null && !changed && found.driftScore > plainDrift(n, period);
  const fit = fitSeasonal(scaled, times, {
    period,
    ...(changed ? found.changed : (found?.unchanged ?? { memory: 0, pairs: 0 })),
    stepAt: changed ? found.at : null,
    drift: drifts,
  });
  const signals = varies && n >= FEWEST ? judge(fit, changed ? found.at : null, falseAlarm) : [];
  const points = describe(values, times, fit, signals, scale.from);
  const last = points.findLast(({ value }) => value !== null);
  const [centre, lower, upper] = [last?.centre ?? null, last?.lower ?? null, last?.upper ?? null];
  return {
    n,
    centre,
    lower,
    upper,
    points,
    variation: variationOf(points, better),
    assurance: assuranceOf(lower, upper, target, better),
    trialLimits: n < FEWEST,
    counts,
    season: fit.season,
    drift: drifts ? driftPerPoint(fit, scale.from) : null,
    memory: fit.memory,
    proposal: changed ? proposalOf(found, share, times, fit, scale.from) : null,
  };
}

interface Scale {
  readonly to: (value: number) => number;
  readonly from: (value: number) => number;
}

const PLAIN: Scale = { to: (value) => value, from: (value) => value };
/** Poisson noise has the same size at every level on this scale (Anscombe 1948). */
const ROOTS: Scale = {
  to: (value) => 2 * Math.sqrt(value + 0.375),
  from: (value) => Math.max(0, (Math.max(0, value) / 2) ** 2 - 0.375),
};

function judge(fit: SeasonalFit, changeAt: number | null, falseAlarm: number): (Signal | null)[] {
  const n = fit.innovations.length;
  // Bonferroni over all points, for the part of the false alarms that is theirs.
  const wild = tMultiplier(1 - (falseAlarm * SHARE_OF_POINTS) / n, Math.max(1, fit.freedom - 1));
  return Array.from(fit.innovations, (innovation, i) => {
    if (Math.abs(innovation) > wild) return 'outside';
    return changeAt !== null && i >= changeAt ? 'shift' : null;
  });
}

function describe(
  values: Series,
  times: Int32Array,
  fit: SeasonalFit,
  signals: readonly (Signal | null)[],
  from: (value: number) => number,
): SpcPoint[] {
  const none = { centre: null, lower: null, upper: null, signal: null };
  const points: SpcPoint[] = values.map((value, index) => ({ index, value, ...none }));
  for (const [i, time] of times.entries()) {
    const expected = fit.expected[i] ?? 0;
    const reach = fit.freedom > 0 ? 3 * fit.sigma : null;
    points[time] = {
      index: time,
      value: values[time] ?? null,
      centre: from(expected),
      lower: reach === null ? null : from(expected - reach),
      upper: reach === null ? null : from(expected + reach),
      signal: signals[i] ?? null,
    };
  }
  return points;
}

function driftPerPoint(fit: SeasonalFit, from: (value: number) => number): number {
  return from(fit.mean + fit.drift / 2) - from(fit.mean - fit.drift / 2);
}

function proposalOf(
  found: ChangeFound,
  falseAlarm: number,
  times: Int32Array,
  fit: SeasonalFit,
  from: (value: number) => number,
) {
  const shift = from(fit.mean + found.shift) - from(fit.mean);
  return { index: times[found.at] ?? 0, shift, falseAlarm };
}
