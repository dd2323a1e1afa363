import { requireFinite } from '../check-input.ts';
import { StatisticsError } from '../statistics-error.ts';

/** What is known about how each row was sampled. Codes count from 0; all arrays are as long as there are rows. */
export interface DesignColumns {
  readonly weights: Float64Array;
  readonly strata?: Int32Array;
  /** First-stage clusters; a code may stand for different clusters in different strata. */
  readonly clusters?: Int32Array;
  /** Size of the stratum's population in clusters (or rows, without clusters), or the part of it that was sampled. */
  readonly fpc?: Float64Array;
}

/** A survey design: stratum and first-stage unit of each row, and how many units each stratum has. */
export interface SurveyDesign {
  readonly weights: Float64Array;
  readonly stratumOf: Int32Array;
  /** Unit of each row; equal to the row's index when rows were sampled singly. */
  readonly unitOf: Int32Array;
  readonly stratumOfUnit: Int32Array;
  readonly unitsInStratum: Int32Array;
  /** 1 − sampled part of each stratum. */
  readonly finite: Float64Array;
  readonly strata: number;
  readonly units: number;
  readonly single: boolean;
  /** Where weights were fitted to known totals: what of the scores of all rows those totals leave open. */
  readonly residuals?: (scores: Float64Array) => Float64Array;
}

/**
 * Checks and indexes a design.
 *
 * @throws StatisticsError for no rows, negative or no weights, or a population smaller than its sample
 */
export function surveyDesign({ weights, strata, clusters, fpc }: DesignColumns): SurveyDesign {
  const n = weights.length;
  if (n === 0)
    throw new StatisticsError('no-data', 'The survey has no rows.', 'Give at least two respondents.');
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights[i] as number;
    if (!(weight >= 0 && weight < Infinity)) {
      requireFinite(weight, `weight ${i + 1}`);
      throw new StatisticsError(
        'negative-count',
        `Weight ${i + 1} is negative (${weight}).`,
        'Weights are 0 or above.',
      );
    }
    sum += weight;
  }
  if (sum === 0) throw new StatisticsError('no-data', 'All weights are 0.', 'Give weights above 0.');
  const stratumOf = strata ?? new Int32Array(n);
  let last = 0;
  for (let i = 0; i < n; i++) if ((stratumOf[i] as number) > last) last = stratumOf[i] as number;
  const stratumCount = last + 1;
  const { unitOf, stratumOfUnit } =
    clusters === undefined ? rowsAsUnits(stratumOf) : clustersAsUnits(clusters, stratumOf, stratumCount);
  const unitsInStratum = new Int32Array(stratumCount);
  for (let unit = 0; unit < stratumOfUnit.length; unit++) {
    const stratum = stratumOfUnit[unit] as number;
    unitsInStratum[stratum] = (unitsInStratum[stratum] as number) + 1;
  }
  return {
    weights,
    stratumOf,
    unitOf,
    stratumOfUnit,
    unitsInStratum,
    finite: finiteCorrections(stratumOf, unitsInStratum, fpc),
    strata: stratumCount,
    units: stratumOfUnit.length,
    single: clusters === undefined,
  };
}

function rowsAsUnits(stratumOf: Int32Array) {
  const unitOf = new Int32Array(stratumOf.length);
  for (let i = 0; i < unitOf.length; i++) unitOf[i] = i;
  return { unitOf, stratumOfUnit: stratumOf };
}

/** Clusters are nested in strata: the same code in two strata is two clusters. */
function clustersAsUnits(clusters: Int32Array, stratumOf: Int32Array, strata: number) {
  const codes = new Map<number, number>();
  const stratumOfUnit: number[] = [];
  const unitOf = clusters.map((cluster, i) => {
    const stratum = stratumOf[i] ?? 0;
    const key = cluster * strata + stratum;
    const known = codes.get(key);
    if (known !== undefined) return known;
    const unit = codes.size;
    codes.set(key, unit);
    stratumOfUnit.push(stratum);
    return unit;
  });
  return { unitOf, stratumOfUnit: Int32Array.from(stratumOfUnit) };
}

function finiteCorrections(
  stratumOf: Int32Array,
  units: Int32Array,
  fpc: Float64Array | undefined,
): Float64Array {
  const finite = new Float64Array(units.length).fill(1);
  if (fpc === undefined) return finite;
  for (const [i, stratum] of stratumOf.entries()) {
    const given = fpc[i] ?? 0;
    const sampled = units[stratum] ?? 0;
    const part = given > 0 && given <= 1 ? given : sampled / given;
    if (!(part >= 0 && part <= 1 + 1e-12)) {
      throw new StatisticsError(
        'bad-option',
        `Row ${i + 1} has a population of ${given}, but its stratum has ${sampled} sampled units.`,
        'Give `fpc` as the number of units in the population of the stratum, or as the part sampled.',
      );
    }
    finite[stratum] = Math.max(0, 1 - part);
  }
  return finite;
}
