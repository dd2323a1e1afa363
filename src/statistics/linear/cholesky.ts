/** What is left of a diagonal entry, as a share of it, below which its column counts as held by those before it. */
const NOTHING_LEFT = 1e-10;

/** A lower triangle L with LL′ = A. A column that those before it already hold is set aside: its pivot is 0. */
export interface Cholesky {
  readonly size: number;
  readonly lower: Float64Array;
  /** The first column of each row that is not 0; L has zeros where A has them at the beginning of a row. */
  readonly first: Int32Array;
}

/** Factors a symmetric, non-negative matrix, of which only the lower triangle is read (by rows, `size` × `size`). */
export function cholesky(matrix: Float64Array, size: number): Cholesky {
  const lower = new Float64Array(size * size);
  const first = new Int32Array(size);
  for (let j = 0; j < size; j++) {
    const row = j * size;
    let begin = 0;
    while (begin < j && matrix[row + begin] === 0) begin++;
    first[j] = begin;
    for (let k = begin; k < j; k++) {
      let sum = matrix[row + k] as number;
      const other = k * size;
      const from = Math.max(begin, first[k] as number);
      for (let m = from; m < k; m++) sum -= (lower[row + m] as number) * (lower[other + m] as number);
      const pivot = lower[other + k] as number;
      lower[row + k] = pivot > 0 ? sum / pivot : 0;
    }
    const whole = matrix[row + j] as number;
    let rest = whole;
    for (let m = begin; m < j; m++) rest -= (lower[row + m] as number) ** 2;
    lower[row + j] = rest > NOTHING_LEFT * whole ? Math.sqrt(rest) : 0;
  }
  return { size, lower, first };
}

/** x with Ax = b; 0 where a column was set aside. */
export function solve(factor: Cholesky, b: Float64Array): Float64Array {
  return solveTransposed(factor, solveLower(factor, b));
}

/** x with Lx = b; 0 where a column was set aside. */
export function solveLower({ size, lower, first }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const pivot = lower[row + i] as number;
    let sum = x[i] as number;
    for (let k = first[i] as number; k < i; k++) sum -= (lower[row + k] as number) * (x[k] as number);
    x[i] = pivot > 0 ? sum / pivot : 0;
  }
  return x;
}

/** x with L′x = b. */
export function solveTransposed({ size, lower, first }: Cholesky, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    const pivot = lower[row + i] as number;
    const value = pivot > 0 ? (x[i] as number) / pivot : 0;
    x[i] = value;
    if (value === 0) continue;
    for (let k = first[i] as number; k < i; k++) x[k] = (x[k] as number) - (lower[row + k] as number) * value;
  }
  return x;
}

/** Diagonal of A⁻¹. */
export function inverseDiagonal(factor: Cholesky): Float64Array {
  return Float64Array.from({ length: factor.size }, (_, j) => {
    const unit = new Float64Array(factor.size);
    unit[j] = 1;
    return solve(factor, unit)[j] ?? 0;
  });
}
