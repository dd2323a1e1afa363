import { fAbove } from '../distributions/fisher-f.ts';
import { leastSquares } from '../linear/least-squares.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { SurveyDesign } from './design.ts';

export interface RaoScott {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * Rao and Scott's second-order test of whether two classifications are independent, under the design: Pearson's statistic
 * over the trace of the generalised design effects Δ, referred to F with tr(Δ)²/tr(Δ²) and that many times the
 * design's degrees of freedom.
 *
 * @param rowOf, columnOf codes from 0 of each respondent; −1 for no answer
 * Source: Rao & Scott (1984), Annals of Statistics 12, 46–60; Thomas & Rao (1987). Checked against R:
 * `survey::svychisq(statistic = "F")`.
 */
export function raoScottTest(design: SurveyDesign, rowOf: Int32Array, columnOf: Int32Array): RaoScott {
  const [rows, columns] = [levels(rowOf), levels(columnOf)];
  if (rows < 2 || columns < 2) {
    throw new StatisticsError(
      'one-group',
      'Each of the two columns needs two values or more.',
      'Choose other columns.',
    );
  }
  const cells = rows * columns;
  const used = Int32Array.from(rowOf.keys()).filter(
    (i) => (rowOf[i] ?? -1) >= 0 && (columnOf[i] ?? -1) >= 0 && (design.weights[i] ?? 0) > 0,
  );
  const cellOf = used.map((i) => (rowOf[i] ?? 0) * columns + (columnOf[i] ?? 0));
  const share = new Float64Array(cells);
  let total = 0;
  for (const [k, i] of used.entries()) {
    share[cellOf[k] ?? 0] = (share[cellOf[k] ?? 0] ?? 0) + (design.weights[i] ?? 0);
    total += design.weights[i] ?? 0;
  }
  for (let c = 0; c < cells; c++) share[c] = (share[c] as number) / total;
  const { covariance, freedom } = shareCovariance(design, used, cellOf, share, total);
  const contrasts = interactionContrasts(rows, columns);
  const inverse = share.map((value) => (value > 0 ? 1 / value : 0));
  const n = used.length;
  // Δ = (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C, with C the part of the interaction that the margins do not hold.
  const scaled = contrasts.map((contrast) => contrast.map((value, c) => value * (inverse[c] ?? 0)));
  const denominator = contrasts.map((a) => scaled.map((b) => dot(a, b) / n));
  const images = scaled.map((b) => Float64Array.from(covariance, (row) => dot(row, b)));
  const numerator = scaled.map((a) => images.map((image) => dot(a, image)));
  const delta = solveMatrix(denominator, numerator);
  const trace = delta.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const traceSquared = delta.reduce(
    (sum, row, i) => sum + row.reduce((part, value, j) => part + value * (delta[j]?.[i] ?? 0), 0),
    0,
  );
  if (!(trace > 0)) {
    throw new StatisticsError(
      'constant-series',
      'The table leaves nothing to test: too many cells are empty.',
      'Join categories.',
    );
  }
  const f = pearson(share, rows, columns, n) / trace;
  const df1 = (trace * trace) / traceSquared;
  const df2 = df1 * freedom;
  return { f, df1, df2, p: fAbove(f, df1, Math.max(df2, 1e-9)) };
}

function levels(codes: Int32Array): number {
  return codes.reduce((most, code) => Math.max(most, code), -1) + 1;
}

/** Covariance of the estimated shares of all cells, linearised. */
function shareCovariance(
  design: SurveyDesign,
  used: Int32Array,
  cellOf: Int32Array,
  share: Float64Array,
  total: number,
) {
  const cells = share.length;
  const totals = new Float64Array(design.units * cells);
  const hasRows = new Uint8Array(design.units);
  for (const [k, i] of used.entries()) {
    const unit = design.unitOf[i] as number;
    hasRows[unit] = 1;
    const weight = (design.weights[i] as number) / total;
    const at = unit * cells;
    for (let c = 0; c < cells; c++) {
      totals[at + c] =
        (totals[at + c] as number) + weight * ((cellOf[k] === c ? 1 : 0) - (share[c] as number));
    }
  }
  const sums = Array.from({ length: design.strata }, () => new Float64Array(cells));
  const covariance = Array.from({ length: cells }, () => new Float64Array(cells));
  const factor = (h: number) => {
    const n = design.unitsInStratum[h] as number;
    return n < 2 ? 0 : ((design.finite[h] as number) * n) / (n - 1);
  };
  for (let unit = 0; unit < design.units; unit++) {
    const h = design.stratumOfUnit[unit] as number;
    const row = totals.subarray(unit * cells, (unit + 1) * cells);
    for (let a = 0; a < cells; a++) {
      (sums[h] as Float64Array)[a] = (sums[h]?.[a] ?? 0) + (row[a] as number);
      const into = covariance[a] as Float64Array;
      for (let b = 0; b < cells; b++)
        into[b] = (into[b] as number) + factor(h) * (row[a] as number) * (row[b] as number);
    }
  }
  const present = new Set<number>();
  for (let unit = 0; unit < design.units; unit++)
    if (hasRows[unit] === 1) present.add(design.stratumOfUnit[unit] as number);
  for (let h = 0; h < design.strata; h++) {
    const n = design.unitsInStratum[h] as number;
    for (let a = 0; a < cells; a++) {
      const into = covariance[a] as Float64Array;
      for (let b = 0; b < cells; b++)
        into[b] = (into[b] as number) - (factor(h) * (sums[h]?.[a] ?? 0) * (sums[h]?.[b] ?? 0)) / n;
    }
  }
  return { covariance, freedom: hasRows.reduce((sum, has) => sum + has, 0) - present.size };
}

/** What is left of each interaction column after the margins, over the grid of cells. */
function interactionContrasts(rows: number, columns: number): Float64Array[] {
  const cells = rows * columns;
  const grid = (test: (row: number, column: number) => boolean) =>
    Float64Array.from({ length: cells }, (_, c) => (test(Math.floor(c / columns), c % columns) ? 1 : 0));
  const margins = [grid(() => true)];
  for (let r = 1; r < rows; r++) margins.push(grid((row) => row === r));
  for (let k = 1; k < columns; k++) margins.push(grid((_, column) => column === k));
  const contrasts: Float64Array[] = [];
  for (let k = 1; k < columns; k++) {
    for (let r = 1; r < rows; r++)
      contrasts.push(
        leastSquares(
          margins,
          grid((row, column) => row === r && column === k),
        ).residuals,
      );
  }
  return contrasts;
}

function pearson(share: Float64Array, rows: number, columns: number, n: number): number {
  const rowSum = Array.from({ length: rows }, (_, r) =>
    share.subarray(r * columns, (r + 1) * columns).reduce((a, b) => a + b, 0),
  );
  const columnSum = Array.from({ length: columns }, (_, k) =>
    share.reduce((sum, value, c) => sum + (c % columns === k ? value : 0), 0),
  );
  return share.reduce((sum, value, c) => {
    const expected = (rowSum[Math.floor(c / columns)] ?? 0) * (columnSum[c % columns] ?? 0);
    return expected > 0 ? sum + (n * (value - expected) ** 2) / expected : sum;
  }, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

/** Solves A·X = B by elimination with pivoting; a singular A (an empty row or column of the table) gives zeros there. */
function solveMatrix(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const n = a.length;
  const work = a.map((row, i) => [...row, ...(b[i] ?? [])]);
  const pivotRow: (number | null)[] = [];
  let next = 0;
  for (let column = 0; column < n; column++) {
    let best = next;
    for (let row = next; row < n; row++) {
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[best]?.[column] ?? 0)) best = row;
    }
    const pivot = work[best];
    const size = pivot?.[column] ?? 0;
    if (pivot === undefined || Math.abs(size) < 1e-12) {
      pivotRow.push(null);
      continue;
    }
    [work[next], work[best]] = [pivot, work[next] ?? []];
    for (let k = 0; k < pivot.length; k++) pivot[k] = (pivot[k] ?? 0) / size;
    for (const [row, other] of work.entries()) {
      const factor = other[column] ?? 0;
      if (row === next || factor === 0) continue;
      for (let k = 0; k < other.length; k++) other[k] = (other[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
    pivotRow.push(next++);
  }
  return pivotRow.map((row) =>
    row === null ? Array.from({ length: n }, () => 0) : (work[row] ?? []).slice(n),
  );
}
