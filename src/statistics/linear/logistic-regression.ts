import { StatisticsError } from '../statistics-error.ts';
import { cholesky, inverseDiagonal, solve } from './cholesky.ts';

const MOST_STEPS = 60;
/** A log odds of this size stands for "never" or "always": no finite fit exists. */
const BEYOND = 30;

/** Rows of a design, each as the places of its cells that are not 0 and their values: terms of an area touch its rows only. */
export interface SparseRows {
  readonly columns: number;
  /** Row i has the cells `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

export interface LogisticRegression {
  /** Log odds ratios; 0 for a column that the others already hold. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly deviance: number;
}

/**
 * Logistic regression by maximum likelihood, with Newton's steps, halved where they overshoot.
 *
 * Source: McCullagh & Nelder (1989). Checked against R: `glm(family = binomial)`.
 *
 * @param outcome 1 or 0 for each row
 * @throws StatisticsError when no finite fit exists
 */
export function logisticRegression(rows: SparseRows, outcome: Uint8Array): LogisticRegression {
  const p = rows.columns;
  let coefficients = new Float64Array(p);
  let now = evaluate(rows, outcome, coefficients);
  for (let step = 0; step < MOST_STEPS; step++) {
    const factor = cholesky(now.information, p);
    const move = solve(factor, now.score);
    let next = coefficients.map((value, j) => value + (move[j] as number));
    let then = evaluate(rows, outcome, next);
    for (let cut = 0.5; then.deviance > now.deviance + 1e-9 * (now.deviance + 1) && cut > 1e-4; cut /= 2) {
      next = coefficients.map((value, j) => value + cut * (move[j] as number));
      then = evaluate(rows, outcome, next);
    }
    const settled = now.deviance - then.deviance <= 1e-13 * (now.deviance + 1);
    [coefficients, now] = [next, then];
    if (then.furthest > BEYOND) break;
    if (!settled) continue;
    const variances = inverseDiagonal(cholesky(now.information, p));
    return { coefficients, standardErrors: variances.map(Math.sqrt), deviance: now.deviance };
  }
  throw new StatisticsError(
    'no-convergence',
    'No finite fit exists: some term tells the groups apart without a single exception.',
    'Join areas or groups, or ask for fewer degrees of freedom.',
  );
}

function evaluate({ columns: p, starts, places, values }: SparseRows, outcome: Uint8Array, at: Float64Array) {
  const score = new Float64Array(p);
  const information = new Float64Array(p * p);
  let [deviance, furthest] = [0, 0];
  for (let i = 0; i < outcome.length; i++) {
    const [from, to] = [starts[i] as number, starts[i + 1] as number];
    let odds = 0;
    for (let k = from; k < to; k++) odds += (values[k] as number) * (at[places[k] as number] as number);
    const y = outcome[i] as number;
    const mean = 1 / (1 + Math.exp(-odds));
    const away = y === 1 ? -odds : odds;
    deviance += 2 * (away > 0 ? away + Math.log1p(Math.exp(-away)) : Math.log1p(Math.exp(away)));
    furthest = Math.max(furthest, Math.abs(odds));
    const weight = mean * (1 - mean);
    for (let k = from; k < to; k++) {
      const [place, value] = [places[k] as number, values[k] as number];
      score[place] = (score[place] as number) + value * (y - mean);
      for (let l = from; l <= k; l++) {
        const cell = place * p + (places[l] as number);
        information[cell] = (information[cell] as number) + weight * value * (values[l] as number);
      }
    }
  }
  return { score, information, deviance, furthest };
}
