import { StatisticsError } from '../statistics-error.ts';

/**
 * Newey and West's covariance of coefficients: (X′X)⁻¹ S (X′X)⁻¹ with S the sum of the scores' autocovariances up to `lag`,
 * weighted 1 − l/(lag + 1). Holds when the noise remembers and is of uneven size. No prewhitening, no adjustment for
 * the number of rows.
 *
 * @param scores one for each row: regressors × residual, by columns
 * @param bread (X′X)⁻¹, or its like for another model, by rows
 * Source: Newey & West (1987), Econometrica 55, 703–708. Checked against R:
 * `sandwich::NeweyWest(fit, lag = 4, prewhite = FALSE)`.
 */
export function neweyWest(
  scores: readonly Float64Array[],
  bread: readonly Float64Array[],
  lag: number,
): Float64Array[] {
  const p = scores.length;
  const n = scores[0]?.length ?? 0;
  if (!(Number.isInteger(lag) && lag >= 0 && lag < n)) {
    throw new StatisticsError(
      'bad-option',
      `A Newey–West lag of ${lag} does not fit ${n} rows.`,
      'Give a whole number below the number of rows.',
    );
  }
  const meat = Array.from({ length: p }, () => new Float64Array(p));
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      let sum = 0;
      for (let l = 0; l <= lag; l++) {
        const weight = 1 - l / (lag + 1);
        sum +=
          weight * (l === 0 ? lagged(scores, a, b, 0) : lagged(scores, a, b, l) + lagged(scores, b, a, l));
      }
      (meat[a] as Float64Array)[b] = sum;
    }
  }
  return sandwich(bread, meat);
}

function lagged(scores: readonly Float64Array[], a: number, b: number, lag: number): number {
  const [one, other] = [scores[a] as Float64Array, scores[b] as Float64Array];
  let sum = 0;
  for (let i = lag; i < one.length; i++) sum += (one[i] as number) * (other[i - lag] as number);
  return sum;
}

function sandwich(bread: readonly Float64Array[], meat: readonly Float64Array[]): Float64Array[] {
  return multiply(multiply(bread, meat), bread);
}

function multiply(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  return a.map((row) =>
    Float64Array.from(row, (_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)),
  );
}
