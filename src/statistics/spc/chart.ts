import { requireFinite } from '../check-input.ts';
import { toCounts, toFloats, type Series } from '../series.ts';
import { StatisticsError } from '../statistics-error.ts';
import { anhoejTest, type AnhoejTest } from './anhoej.ts';
import { chartLimits, type ChartLimits, type ChartType } from './chart-limits.ts';
import { assuranceOf, variationOf } from './icons.ts';
import { applyRules, type RuleSet } from './rules.ts';
import { segmentStarts } from './segments.ts';
import type { SpcPoint } from './point.ts';
import type { XmrOptions, XmrResult } from './xmr.ts';

export interface ChartOptions extends XmrOptions {
  readonly chart?: ChartType;
  readonly rules?: RuleSet;
}

/** As an XmR result, for every chart; with Anhøj's tests of the last segment. */
export interface SpcChart extends Omit<XmrResult, 'segments'> {
  readonly chart: ChartType;
  readonly rules: RuleSet;
  readonly anhoej: AnhoejTest;
}

const FEWEST_FOR_LIMITS = 12;

/**
 * Any chart under any rule set (see `chartLimits` and `applyRules`). For p and u charts `values` are numerators and
 * `denominators` must be given; points then hold the share or rate. Limits named in the result are those of the last
 * point, since they may differ from point to point.
 *
 * With the rules of Anhøj every point of an unusually long run is a 'shift'.
 *
 * @throws StatisticsError as `xmr` does, and for counts that are negative or a denominator of 0
 */
export function spcChart(values: Series, denominators: Series | null, options: ChartOptions = {}): SpcChart {
  const { chart = 'xmr', screen = true, target, better = 'neither', fixAfter } = options;
  const rules = options.rules ?? (chart === 'run' ? 'anhoej' : 'nhs');
  const tops = chart === 'xmr' || chart === 'run' ? toFloats(values) : toCounts(values);
  const bottoms = denominators === null ? null : toDenominators(tops, denominators, chart);
  if (target !== undefined) requireFinite(target, 'the target');
  const points: SpcPoint[] = [];
  let anhoej: AnhoejTest | null = null;
  let last: ChartLimits | null = null;
  let lastCount = 0;
  for (const { start, end } of segmentStarts(tops.length, options.rebaseAt ?? [])) {
    const part = tops.subarray(start, end);
    const under = bottoms?.subarray(start, end) ?? null;
    const shown = under === null || !isRatio(chart) ? part : part.map((top, i) => top / (under[i] ?? NaN));
    const count = shown.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
    if (count === 0) {
      points.push(...emptyPoints(start, end));
      continue;
    }
    const limits = chartLimits(chart, part, under, screen, Math.min(part.length, fixAfter ?? part.length));
    const signals = applyRules({ values: shown, scores: limits.scores }, rules);
    const test = anhoejTest(shown, limits.centre);
    for (const [first, final] of rules === 'anhoej' ? test.longRuns : []) {
      for (let i = first; i <= final; i++) signals[i] ??= 'shift';
    }
    for (let i = 0; i < part.length; i++) {
      const { centre, lower, upper } = limits;
      points.push({
        index: start + i,
        value: orNull(shown[i]),
        centre: orNull(centre),
        lower: orNull(lower[i]),
        upper: orNull(upper[i]),
        signal: signals[i] ?? null,
      });
    }
    [anhoej, last, lastCount] = [test, limits, count];
  }
  if (anhoej === null || last === null)
    throw new StatisticsError('no-data', 'There is no value to chart.', 'Give at least one value.');
  const end = points.findLast(({ value }) => value !== null) ?? points[0];
  const [centre, lower, upper] = [orNull(last.centre), end?.lower ?? null, end?.upper ?? null];
  const near = (limit: number | null) =>
    limit === null || centre === null ? null : centre + ((limit - centre) * 2) / 3;
  return {
    chart,
    rules,
    n: points.filter(({ value }) => value !== null).length,
    centre,
    lower,
    upper,
    nearLower: near(lower),
    nearUpper: near(upper),
    points,
    variation: variationOf(points, better),
    assurance: assuranceOf(lower, upper, target, better),
    trialLimits: lastCount < FEWEST_FOR_LIMITS,
    anhoej,
  };
}

export function isRatio(chart: ChartType): boolean {
  return chart === 'p' || chart === 'p-prime' || chart === 'u' || chart === 'u-prime';
}

function toDenominators(tops: Float64Array, denominators: Series, chart: ChartType): Float64Array {
  const bottoms = toCounts(denominators);
  if (!isRatio(chart)) return bottoms;
  for (const [i, bottom] of bottoms.entries()) {
    const top = tops[i] ?? NaN;
    if (bottom === 0 && top > 0) {
      throw new StatisticsError(
        'no-exposure',
        `Point ${i + 1} has events over a denominator of 0.`,
        'Correct it or leave it out.',
      );
    }
    if ((chart === 'p' || chart === 'p-prime') && top > bottom) {
      throw new StatisticsError(
        'more-events-than-trials',
        `Point ${i + 1} has more events (${top}) than trials (${bottom}).`,
        'Use a u chart for rates above 1.',
      );
    }
    // Nothing out of nothing is no point.
    if (bottom === 0) bottoms[i] = NaN;
  }
  return bottoms;
}

function emptyPoints(start: number, end: number): SpcPoint[] {
  const none = { value: null, centre: null, lower: null, upper: null, signal: null };
  return Array.from({ length: end - start }, (_, i) => ({ index: start + i, ...none }));
}

function orNull(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
