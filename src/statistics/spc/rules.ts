import type { Signal } from './plot-the-dots.ts';

/** One after another, each point's first rule that applies. Scores are distances from the centre in sigmas; NaN a gap. */
export type RuleSet = 'nhs' | 'western-electric' | 'anhoej';

/** A point as the rules see it: its value (for trends) and its distance from the centre in sigmas (for all else). */
export interface RulePoints {
  readonly values: Float64Array;
  readonly scores: Float64Array;
}

type Rule = (points: RulePoints) => Uint8Array;

const beyond =
  (sigmas: number): Rule =>
  ({ scores }) =>
    Uint8Array.from(scores, (score) => (Math.abs(score) > sigmas ? 1 : 0));

/** Part of `length` points that rise, or fall, each time. */
const trend =
  (length: number): Rule =>
  ({ values }) => {
    const marks = new Uint8Array(values.length);
    let [direction, run] = [0, 1];
    for (let i = 1; i < values.length; i++) {
      const step = (values[i] ?? NaN) - (values[i - 1] ?? NaN);
      const next = step > 0 ? 1 : step < 0 ? -1 : 0;
      run = next === 0 ? 1 : next === direction ? run + 1 : 2;
      direction = next;
      if (run >= length) marks.fill(1, i - length + 1, i + 1);
    }
    return marks;
  };

/** Part of `length` points on one side of the centre. */
const oneSide =
  (length: number): Rule =>
  ({ scores }) => {
    const marks = new Uint8Array(scores.length);
    let [side, run] = [0, 0];
    for (const [i, score] of scores.entries()) {
      const next = score > 0 ? 1 : score < 0 ? -1 : 0;
      run = next === 0 ? 0 : next === side ? run + 1 : 1;
      side = next;
      if (run >= length) marks.fill(1, i - length + 1, i + 1);
    }
    return marks;
  };

/**
 * `need` of `of` points in a row beyond `from` sigmas on one side, those marked. With `allOneSide` the others must lie
 * on that side too, and a point beyond the limit counts as outside rather than near.
 */
const near =
  (need: number, of: number, from: number, allOneSide: boolean): Rule =>
  ({ scores }) => {
    const marks = new Uint8Array(scores.length);
    for (const side of [1, -1]) {
      for (let start = 0; start + of <= scores.length; start++) {
        const window = scores.subarray(start, start + of);
        if (window.some((score) => Number.isNaN(score))) continue;
        if (allOneSide && !window.every((score) => score * side > 0)) continue;
        const isNear = (score: number) => score * side > from && !(allOneSide && score * side > 3);
        if (window.filter(isNear).length < need) continue;
        for (const [i, score] of window.entries()) if (isNear(score)) marks[start + i] = 1;
      }
    }
    return marks;
  };

/** The rules of a set, in the order in which they win. Anhøj's runs are counted apart, by `anhoejTest`. */
const SETS: Readonly<Record<RuleSet, readonly (readonly [Signal, Rule])[]>> = {
  nhs: [
    ['outside', beyond(3)],
    ['trend', trend(7)],
    ['two-of-three', near(2, 3, 2, true)],
    ['shift', oneSide(7)],
  ],
  'western-electric': [
    ['outside', beyond(3)],
    ['two-of-three', near(2, 3, 2, false)],
    ['four-of-five', near(4, 5, 1, false)],
    ['shift', oneSide(8)],
  ],
  anhoej: [['outside', beyond(3)]],
};

/**
 * Judges points by a named set: `nhs` (Making Data Count; runs of 7), `western-electric` (Western Electric 1956; runs of
 * 8, four of five beyond one sigma) or `anhoej` (outside only; its runs are a verdict on the whole series).
 */
export function applyRules(points: RulePoints, set: RuleSet): (Signal | null)[] {
  const judged = SETS[set].map(([signal, rule]) => [signal, rule(points)] as const);
  return Array.from(points.values, (_, index) => judged.find(([, marks]) => marks[index] === 1)?.[0] ?? null);
}
