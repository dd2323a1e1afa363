import { leastSquares } from '../linear/least-squares.ts';
import { StatisticsError } from '../statistics-error.ts';
import type { Effect } from './group-time.ts';

/** A panel for two-way fixed effects, complete or not: codes of unit and time from 0, and the outcome. */
export interface TwoWayPanel {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly value: Float64Array;
}

/**
 * An effect for each column; null for one that the others and the fixed effects already hold.
 * @throws StatisticsError when no column varies within units beyond time
 */
export type TwoWayQuestion = (columns: readonly Float64Array[]) => (Effect | null)[];

const MOST_ROUNDS = 10_000;

/**
 * Two-way fixed effects: the outcome on one or more columns (such as "treated by now"), with an effect of every unit and
 * every time. Standard errors are clustered by unit. With effects that grow, or units treated at different times, it mixes
 * in comparisons with units already treated: `groupTimeEffects` does not.
 *
 * The factor for small samples is (n − 1)/(n − K) · G/(G − 1), K the periods and the columns, unit effects being nested in
 * the clusters (as fixest). Checked against R: `lm` with dummies and `sandwich::vcovCL`.
 *
 * @returns what answers for columns of the panel, as often as asked
 */
export function twoWayEffects({ unit, time, value }: TwoWayPanel): TwoWayQuestion {
  const [units, times] = [countCodes(unit), countCodes(time)];
  const y = demean(value, unit, units, time, times);
  return (columns) => effectsOf({ unit, units, time, times, y }, columns);
}

interface Demeaned {
  readonly unit: Int32Array;
  readonly units: number;
  readonly time: Int32Array;
  readonly times: number;
  /** The outcome without the means of unit and time. */
  readonly y: Float64Array;
}

function effectsOf(
  { unit, units, time, times, y }: Demeaned,
  columns: readonly Float64Array[],
): (Effect | null)[] {
  const n = y.length;
  const left = columns.map((column) => demean(column, unit, units, time, times));
  const varies = left.map((column) => dot(column, column) > 1e-10 * n);
  const { coefficients, aliased, residuals, inverse } = leastSquares(
    left.filter((_, k) => varies[k]),
    y,
  );
  const kept = left.flatMap((column, k) => (varies[k] ? [column] : []));
  const used = kept.flatMap((_, k) => (aliased.includes(k) ? [] : [k]));
  if (used.length === 0) {
    throw new StatisticsError(
      'collinear',
      'Treatment does not differ between units over time.',
      'Give treated and untreated units.',
    );
  }
  const freedom = n - times - used.length;
  if (units < 2 || freedom < 1)
    throw new StatisticsError('too-few-points', 'The panel is too small.', 'Give more units or periods.');
  const small = ((n - 1) / freedom) * (units / (units - 1));
  const scores = kept.map((column) => {
    const sums = new Float64Array(units);
    for (let i = 0; i < n; i++) {
      const at = unit[i] as number;
      sums[at] = (sums[at] as number) + (column[i] as number) * (residuals[i] as number);
    }
    return sums;
  });
  const effects = kept.map((_, k): Effect | null => {
    if (!used.includes(k)) return null;
    // Row k of the bread times the scores of each cluster.
    const row = inverse[k] ?? new Float64Array();
    let sum = 0;
    for (let g = 0; g < units; g++) {
      let part = 0;
      for (const j of used) part += (row[j] as number) * (scores[j]?.[g] as number);
      sum += part * part;
    }
    return { estimate: coefficients[k] as number, standardError: Math.sqrt(small * sum) };
  });
  let next = 0;
  return varies.map((there) => (there ? (effects[next++] ?? null) : null));
}

/** Takes unit and time means out in turn until nothing moves (Gaure 2013); two rounds do for a complete panel. */
export function demean(
  values: Float64Array,
  unit: Int32Array,
  units: number,
  time: Int32Array,
  times: number,
): Float64Array {
  const rest = Float64Array.from(values);
  const scale = Math.sqrt(dot(values, values) / values.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = Math.max(subtractMeans(rest, unit, units), subtractMeans(rest, time, times));
    if (moved <= 1e-11 * scale) break;
  }
  return rest;
}

function subtractMeans(rest: Float64Array, code: Int32Array, codes: number): number {
  const sums = new Float64Array(codes);
  const counts = new Float64Array(codes);
  for (let i = 0; i < rest.length; i++) {
    const at = code[i] as number;
    sums[at] = (sums[at] as number) + (rest[i] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  let most = 0;
  for (let c = 0; c < codes; c++) {
    sums[c] = (counts[c] as number) === 0 ? 0 : (sums[c] as number) / (counts[c] as number);
    most = Math.max(most, Math.abs(sums[c] as number));
  }
  for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (sums[code[i] as number] as number);
  return most;
}

function countCodes(code: Int32Array): number {
  return code.reduce((most, each) => Math.max(most, each), -1) + 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
