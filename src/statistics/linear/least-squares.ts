/** Ordinary least squares of one column on others. */
export interface LeastSquares {
  /** One for each column; NaN never: a column that the others already hold gets 0 and is named in `aliased`. */
  readonly coefficients: Float64Array;
  readonly aliased: readonly number[];
  readonly residuals: Float64Array;
  readonly residualSquares: number;
  readonly rank: number;
  /** Diagonal of the hat matrix. */
  readonly leverages: Float64Array;
  /** (X′X)⁻¹ by rows; rows and columns of aliased columns are 0. */
  readonly inverse: readonly Float64Array[];
}

/** Length, as a share of its own, below which what is left of a column counts as nothing (as R's `lm`). */
const TOLERANCE = 1e-7;

/**
 * Solves by modified Gram–Schmidt with a second pass, which holds as many digits as Householder. Columns are taken in
 * order; one that is a combination of those before it is set aside, as R's `lm` does.
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LeastSquares {
  const [n, p] = [y.length, columns.length];
  const q: Float64Array[] = [];
  const kept: number[] = [];
  // Upper triangle: column j holds how the j-th kept column is made of q's.
  const r: number[][] = [];
  const aliased: number[] = [];
  for (const [j, column] of columns.entries()) {
    const rest = Float64Array.from(column);
    const parts = q.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      for (const [k, unit] of q.entries()) {
        const along = product(unit, rest);
        parts[k] = (parts[k] ?? 0) + along;
        for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) - along * (unit[i] as number);
      }
    }
    const length = Math.sqrt(product(rest, rest));
    if (!(length > TOLERANCE * Math.sqrt(product(column, column)))) {
      aliased.push(j);
      continue;
    }
    for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) / length;
    q.push(rest);
    r.push([...parts, length]);
    kept.push(j);
  }
  const residuals = Float64Array.from(y);
  const along = q.map(() => 0);
  for (let pass = 0; pass < 2; pass++) {
    for (const [k, unit] of q.entries()) {
      const part = product(unit, residuals);
      along[k] = (along[k] ?? 0) + part;
      for (let i = 0; i < n; i++) residuals[i] = (residuals[i] as number) - part * (unit[i] as number);
    }
  }
  const invertedR = invertTriangle(r);
  const coefficients = new Float64Array(p);
  const inverse = Array.from({ length: p }, () => new Float64Array(p));
  for (const [a, column] of kept.entries()) {
    coefficients[column] = along.reduce((sum, part, k) => sum + (invertedR[a]?.[k] ?? 0) * part, 0);
    for (const [b, other] of kept.entries()) {
      let sum = 0;
      for (let k = Math.max(a, b); k < kept.length; k++)
        sum += (invertedR[a]?.[k] ?? 0) * (invertedR[b]?.[k] ?? 0);
      (inverse[column] as Float64Array)[other] = sum;
    }
  }
  const leverages = new Float64Array(n);
  for (const unit of q)
    for (let i = 0; i < n; i++) leverages[i] = (leverages[i] as number) + (unit[i] as number) ** 2;
  return {
    coefficients,
    aliased,
    residuals,
    residualSquares: product(residuals, residuals),
    rank: q.length,
    leverages,
    inverse,
  };
}

/** Inverse of the upper triangle whose columns are given (column j has j + 1 entries), by rows. */
function invertTriangle(columns: readonly (readonly number[])[]): number[][] {
  const n = columns.length;
  const at = (row: number, column: number) => columns[column]?.[row] ?? 0;
  const inverse = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) sum -= at(i, k) * (inverse[k]?.[j] ?? 0);
      (inverse[i] as number[])[j] = sum / at(i, i);
    }
  }
  return inverse;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
