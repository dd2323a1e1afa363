import { quantileOfSorted } from '../quantile.ts';

/**
 * Columns that, with an intercept, span the natural cubic splines of `x` with `freedom` columns: knots at the quantiles
 * that R's `splines::ns(x, df)` takes, straight beyond the least and the greatest value. Columns are orthonormal, which
 * R's are not: fits agree, single coefficients mean nothing. Fewer columns come back where `x` has few distinct values.
 *
 * Source: Hastie, Tibshirani & Friedman (2009), The Elements of Statistical Learning, 5.2.1.
 */
export function naturalSpline(x: Float64Array, freedom: number): Float64Array[] {
  const sorted = Float64Array.from(x).sort();
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (!(most > least)) return [];
  const knots = [
    ...new Set(Array.from({ length: freedom + 1 }, (_, k) => quantileOfSorted(sorted, k / freedom))),
  ].map((knot) => (knot - least) / (most - least));
  const scaled = x.map((value) => (value - least) / (most - least));
  const [beforeLast = 0, last = 1] = knots.slice(-2);
  const bend = (value: number, knot: number) =>
    (Math.max(0, value - knot) ** 3 - Math.max(0, value - last) ** 3) / (last - knot);
  const raw = [
    scaled,
    ...knots.slice(0, -2).map((knot) => scaled.map((value) => bend(value, knot) - bend(value, beforeLast))),
  ];
  return orthonormal(raw, x.length);
}

/** Makes columns orthonormal, and orthogonal to a constant; leaves out those that hold nothing new. */
function orthonormal(columns: readonly Float64Array[], n: number): Float64Array[] {
  const done = [new Float64Array(n).fill(1 / Math.sqrt(n))];
  for (const column of columns) {
    const before = Math.sqrt(product(column, column));
    const rest = Float64Array.from(column);
    for (let pass = 0; pass < 2; pass++) {
      for (const unit of done) {
        const along = product(unit, rest);
        for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) - along * (unit[i] as number);
      }
    }
    const length = Math.sqrt(product(rest, rest));
    if (length > 1e-9 * before) done.push(rest.map((value) => value / length));
  }
  // Of the size of the intercept, so that no column is tiny in a table of a million rows.
  return done.slice(1).map((column) => column.map((value) => value * Math.sqrt(n)));
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
