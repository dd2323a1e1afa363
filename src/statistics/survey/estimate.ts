import { StatisticsError } from '../statistics-error.ts';
import type { SurveyDesign } from './design.ts';
import { domainVariance, type DomainVariance, type VarianceRoom } from './domain-variance.ts';

export type SurveyTarget = 'mean' | 'total' | 'ratio';

/** What is estimated: the column, for a ratio its denominator too. NaN marks a row without an answer. */
export interface SurveyQuestion {
  readonly target: SurveyTarget;
  readonly values: Float64Array;
  readonly denominators?: Float64Array;
}

export interface SurveyEstimate {
  readonly estimate: number;
  readonly standardError: number;
  /** Variance over that of a simple random sample as large; null when that has none. */
  readonly designEffect: number | null;
  /** 'without' when the simple random sample is drawn without replacement from the weighted population. */
  readonly designEffectReference: 'with' | 'without';
  readonly n: number;
  /** Kish: (Σw)² / Σw². */
  readonly effectiveN: number;
  readonly freedom: number;
  readonly lonelyStrata: number;
}

/**
 * Mean, total or ratio over the rows of one domain with its linearised standard error. A share is the mean of 0 and 1.
 * Rows without an answer are left out like rows outside the domain.
 *
 * Checked against R: `survey::svymean`, `svytotal`, `svyratio`, `svyby`, with `deff = TRUE`.
 *
 * @throws StatisticsError when no row of the domain has an answer and a weight
 */
export function surveyEstimate(
  design: SurveyDesign,
  question: SurveyQuestion,
  rows: Int32Array,
  room: VarianceRoom,
): SurveyEstimate {
  const { answered, scores, spread, estimate, sumW, sumW2 } = linearised(design, question, rows);
  const n = answered.length;
  const { variance, freedom, lonelyStrata } = varianceOf(design, answered, scores, room);
  const simple = simpleVariance(spread, n, sumW, question.target);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    designEffect: simple.variance > 0 ? variance / simple.variance : null,
    designEffectReference: simple.reference,
    n,
    effectiveN: (sumW * sumW) / sumW2,
    freedom,
    lonelyStrata,
  };
}

/** A change between two domains (waves, mostly), with the error that their common clusters and respondents leave. */
export interface SurveyChange {
  readonly change: number;
  readonly standardError: number;
  readonly freedom: number;
}

/**
 * How far the estimate of one domain lies from that of another. Rows may be in both, as in rolling years that share nine
 * months: what they share cancels.
 *
 * Source: Särndal, Swensson & Wretman (1992), section 5.5, linearisation of a difference. Checked against R:
 * `survey::svycontrast` of `svyby(covmat = TRUE)`.
 *
 * @throws StatisticsError when no row of either has an answer and a weight
 */
export function surveyChange(
  design: SurveyDesign,
  question: SurveyQuestion,
  from: Int32Array,
  to: Int32Array,
  room: VarianceRoom,
): SurveyChange {
  const [before, after] = [linearised(design, question, from), linearised(design, question, to)];
  const whole = new Float64Array(design.weights.length);
  for (const [k, row] of after.answered.entries()) whole[row] = after.scores[k] as number;
  for (const [k, row] of before.answered.entries())
    whole[row] = (whole[row] as number) - (before.scores[k] as number);
  const rows = Int32Array.from(new Set([...before.answered, ...after.answered]));
  const scores = Float64Array.from(rows, (row) => whole[row] as number);
  const { variance, freedom } = varianceOf(design, rows, scores, room);
  return { change: after.estimate - before.estimate, standardError: Math.sqrt(variance), freedom };
}

/** Variance of a sum of scores; where weights were fitted to known totals, only what those leave open counts. */
function varianceOf(
  design: SurveyDesign,
  rows: Int32Array,
  scores: Float64Array,
  room: VarianceRoom,
): DomainVariance {
  const plain = domainVariance(design, rows, scores, room);
  if (design.residuals === undefined) return plain;
  const whole = new Float64Array(design.weights.length);
  for (const [k, row] of rows.entries()) whole[row] = scores[k] as number;
  const all = Int32Array.from({ length: whole.length }, (_, row) => row);
  return { ...plain, variance: domainVariance(design, all, design.residuals(whole), room).variance };
}

interface Linearised {
  readonly answered: Int32Array;
  readonly scores: Float64Array;
  readonly spread: number;
  readonly estimate: number;
  readonly sumW: number;
  readonly sumW2: number;
}

/** The estimate over a domain, and what each row with an answer moves it by. */
function linearised({ weights }: SurveyDesign, question: SurveyQuestion, rows: Int32Array): Linearised {
  const { target, values, denominators } = question;
  const answered = answeredRows(rows, weights, values, denominators);
  const n = answered.length;
  if (n === 0)
    throw new StatisticsError(
      'no-data',
      'No row with a weight has an answer.',
      'Ask about another column or domain.',
    );
  let [sumW, sumW2, sumX, sumY] = [0, 0, 0, 0];
  for (let k = 0; k < n; k++) {
    const row = answered[k] as number;
    const weight = weights[row] as number;
    sumW += weight;
    sumW2 += weight * weight;
    sumX += weight * (values[row] as number);
    sumY += weight * (denominators === undefined ? 1 : (denominators[row] as number));
  }
  if (target === 'ratio' && sumY === 0) {
    throw new StatisticsError(
      'no-exposure',
      'The denominator of the ratio adds up to 0.',
      'Choose another denominator.',
    );
  }
  const estimate = target === 'total' ? sumX : sumX / sumY;
  const [scores, spread] = scoresOf(question, answered, weights, estimate, sumY);
  return { answered, scores, spread, estimate, sumW, sumW2 };
}

/** Rows with a weight and an answer. A plain loop: surveys have many rows, and domains are many too. */
function answeredRows(
  rows: Int32Array,
  weights: Float64Array,
  values: Float64Array,
  denominators?: Float64Array,
): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    const value = (values[row] as number) + (denominators === undefined ? 0 : (denominators[row] as number));
    if (value === value && (weights[row] as number) > 0) kept[count++] = row;
  }
  return kept.subarray(0, count);
}

/** Linearised scores of the rows, and the weighted mean square of what each row adds, about its mean. */
function scoresOf(
  { target, values, denominators }: SurveyQuestion,
  rows: Int32Array,
  weights: Float64Array,
  estimate: number,
  sumY: number,
): [scores: Float64Array, spread: number] {
  const scores = new Float64Array(rows.length);
  let [sumW, sumD, sumD2] = [0, 0, 0];
  const middle = target === 'mean' ? estimate : 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    const weight = weights[row] as number;
    const value = values[row] as number;
    // What the row adds to the estimate for each unit of weight.
    const part =
      target === 'total'
        ? value
        : target === 'mean'
          ? value - middle
          : value - estimate * (denominators?.[row] ?? 1);
    scores[k] = target === 'total' ? weight * part : (weight * part) / sumY;
    sumW += weight;
    sumD += weight * part;
    sumD2 += weight * part * part;
  }
  const scale = target === 'ratio' ? sumY / sumW : 1;
  const spread = Math.max(0, sumD2 / sumW - (sumD / sumW) ** 2) / (scale * scale);
  return [scores, spread];
}

/** Variance that the same number of rows drawn simply at random would have. */
function simpleVariance(spread: number, n: number, population: number, target: SurveyTarget) {
  if (n < 2) return { variance: 0, reference: 'with' as const };
  const unit = (spread * n) / (n - 1) / n;
  const size = target === 'total' ? population * population : 1;
  // Weights that were scaled to the sample say nothing of the population.
  if (population < 1.5 * n) return { variance: unit * size, reference: 'with' as const };
  return { variance: (unit * size * (population - n)) / population, reference: 'without' as const };
}
