import { leastSquares } from '../linear/least-squares.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { SurveyDesign } from './design.ts';

/** A column of the survey whose total in the population is known: a number of each row, or whether it is of a category. */
export interface KnownTotal {
  readonly name: string;
  readonly values: Float64Array;
  readonly total: number;
}

/** Categories of one column, of which each row has one, with their sizes in the population. */
export interface Margin {
  readonly name: string;
  /** Code of each row, from 0. */
  readonly codes: Int32Array;
  readonly totals: Float64Array;
}

const [MOST_ROUNDS, CLOSE] = [10_000, 1e-12] as const;

/**
 * Weights moved, as little as can be by least squares, so that they give the known totals (linear calibration, GREG).
 * Variances are those of what the totals leave open.
 *
 * Source: Deville & Särndal (1992), JASA 87, 376–382. Checked against R: `survey::calibrate`.
 *
 * @throws StatisticsError when the totals contradict each other or what the sample can give
 */
export function calibrated(design: SurveyDesign, known: readonly KnownTotal[]): SurveyDesign {
  const { weights } = design;
  const roots = weights.map(Math.sqrt);
  const scaled = known.map(({ values }) => values.map((value, i) => value * (roots[i] as number)));
  const { inverse } = leastSquares(scaled, roots);
  const gaps = known.map(({ values, total }) => total - dot(values, weights));
  const shifts = inverse.map((row) => gaps.reduce((sum, gap, k) => sum + gap * (row[k] ?? 0), 0));
  const factors = weights.map((_, i) =>
    known.reduce((sum, { values }, k) => sum + (shifts[k] ?? 0) * (values[i] as number), 1),
  );
  const fitted = weights.map((weight, i) => weight * (factors[i] as number));
  for (const { name, values, total } of known) {
    const scale = Math.max(Math.abs(total), dot(values.map(Math.abs), weights), 1e-300);
    if (Math.abs(dot(values, fitted) - total) > 1e-8 * scale) throw impossible(name);
  }
  const spread = factors.map((factor, i) => factor * (roots[i] as number));
  const residuals = (scores: Float64Array) =>
    leastSquares(
      scaled,
      scores.map((score, i) => (spread[i] === 0 ? 0 : score / (spread[i] as number))),
    ).residuals.map((rest, i) => rest * (spread[i] as number));
  return { ...design, weights: fitted, residuals };
}

/**
 * Weights multiplied, margin by margin in turn, until all margins fit (raking).
 *
 * Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444. Checked against R: `survey::rake` with a
 * tight tolerance.
 *
 * @throws StatisticsError when a category has people but no respondents, or the margins contradict each other
 */
export function raked(design: SurveyDesign, margins: readonly Margin[]): SurveyDesign {
  const weights = design.weights.slice();
  for (let round = 0; ; round++) {
    let worst = 0;
    for (const { name, codes, totals } of margins) {
      const sums = new Float64Array(totals.length);
      for (const [i, code] of codes.entries()) sums[code] = (sums[code] as number) + (weights[i] as number);
      const factors = totals.map((total, code) => {
        const sum = sums[code] as number;
        if (!(sum > 0) && total > 0) throw impossible(name);
        return sum > 0 ? total / sum : 1;
      });
      for (const [i, code] of codes.entries())
        weights[i] = (weights[i] as number) * (factors[code] as number);
      worst = Math.max(worst, ...factors.map((factor) => Math.abs(factor - 1)));
    }
    if (worst < CLOSE) break;
    if (round === MOST_ROUNDS) throw impossible(margins.map(({ name }) => name).join(' and '));
  }
  return { ...design, weights, residuals: (scores) => withoutMargins(scores, weights, margins) };
}

/** Takes the mean of each category of each margin out of scores per unit of weight, in turn, until nothing moves. */
function withoutMargins(
  scores: Float64Array,
  weights: Float64Array,
  margins: readonly Margin[],
): Float64Array {
  const rest = scores.map((score, i) => (weights[i] === 0 ? 0 : score / (weights[i] as number)));
  const scale = rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    for (const { codes, totals } of margins) {
      const [sums, counts] = [new Float64Array(totals.length), new Float64Array(totals.length)];
      for (const [i, code] of codes.entries()) {
        sums[code] = (sums[code] as number) + (rest[i] as number);
        counts[code] = (counts[code] as number) + 1;
      }
      const means = sums.map((sum, code) => (counts[code] === 0 ? 0 : sum / (counts[code] as number)));
      for (const [i, code] of codes.entries()) rest[i] = (rest[i] as number) - (means[code] as number);
      moved = Math.max(moved, ...means.map(Math.abs));
    }
    if (moved <= CLOSE * scale) break;
  }
  return rest.map((value, i) => value * (weights[i] as number));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function impossible(name: string): StatisticsError {
  return new StatisticsError(
    'no-convergence',
    `No weights give the known totals of ${name}.`,
    'Check that every category has respondents, and that the totals of all columns add up to the same population.',
  );
}
