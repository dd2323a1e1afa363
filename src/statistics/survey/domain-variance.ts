import type { SurveyDesign } from './design.ts';

/** What a domain's scores add up to. */
export interface DomainVariance {
  readonly variance: number;
  /** First-stage units with rows in the domain, less strata with rows: R's `degf`. */
  readonly freedom: number;
  /** Strata with a single unit in the whole sample; their unit is compared with the mean of all. */
  readonly lonelyStrata: number;
}

/** Room to work in, so that many domains need no new memory. */
export interface VarianceRoom {
  readonly unitTotals: Float64Array;
  readonly touched: Int32Array;
  readonly seen: Uint8Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly present: Uint8Array;
}

export function varianceRoom({ units, strata }: SurveyDesign): VarianceRoom {
  return {
    unitTotals: new Float64Array(units),
    touched: new Int32Array(units),
    seen: new Uint8Array(units),
    sums: new Float64Array(strata),
    squares: new Float64Array(strata),
    present: new Uint8Array(strata),
  };
}

/**
 * Taylor-linearised variance of a sum of scores over the rows of a domain, with the whole design kept: units without a
 * row in the domain count with a score of 0.
 *
 *     V = Σ_h (1 − f_h) · n_h/(n_h − 1) · Σ_i (t_hi − t̄_h)²
 *
 * @param rows the rows of the domain; `scores` is aligned with them
 * Source: Särndal, Swensson & Wretman (1992); Lumley (2010), Complex Surveys. Checked against R: `survey::svymean`.
 */
export function domainVariance(
  design: SurveyDesign,
  rows: Int32Array,
  scores: Float64Array,
  room: VarianceRoom,
): DomainVariance {
  const { sums, squares, present } = room;
  sums.fill(0);
  squares.fill(0);
  present.fill(0);
  const units = addUp(design, rows, scores, room);
  let variance = 0;
  let [strataPresent, lonelyStrata, total] = [0, 0, 0];
  for (let h = 0; h < design.strata; h++) total += sums[h] as number;
  for (let h = 0; h < design.strata; h++) {
    if (present[h] === 0) continue;
    strataPresent++;
    const n = design.unitsInStratum[h] as number;
    const sum = sums[h] as number;
    if (n === 1) {
      lonelyStrata++;
      variance += (design.finite[h] as number) * (sum - total / design.units) ** 2;
      continue;
    }
    const spread = Math.max(0, (squares[h] as number) - (sum * sum) / n);
    variance += (((design.finite[h] as number) * n) / (n - 1)) * spread;
  }
  return { variance, freedom: units - strataPresent, lonelyStrata };
}

/** Totals of units into sums and squares by stratum; returns how many units have rows. */
function addUp(design: SurveyDesign, rows: Int32Array, scores: Float64Array, room: VarianceRoom): number {
  const { sums, squares, present, unitTotals, touched, seen } = room;
  if (design.single) {
    let used = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number;
      const stratum = design.stratumOf[row] as number;
      const score = scores[k] as number;
      sums[stratum] = (sums[stratum] as number) + score;
      squares[stratum] = (squares[stratum] as number) + score * score;
      if ((design.weights[row] as number) > 0) {
        present[stratum] = 1;
        used++;
      }
    }
    return used;
  }
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    if (!((design.weights[row] as number) > 0)) continue;
    const unit = design.unitOf[row] as number;
    if (seen[unit] === 0) {
      seen[unit] = 1;
      unitTotals[unit] = 0;
      touched[count++] = unit;
    }
    unitTotals[unit] = (unitTotals[unit] as number) + (scores[k] as number);
  }
  for (let k = 0; k < count; k++) {
    const unit = touched[k] as number;
    const stratum = design.stratumOfUnit[unit] as number;
    const total = unitTotals[unit] as number;
    sums[stratum] = (sums[stratum] as number) + total;
    squares[stratum] = (squares[stratum] as number) + total * total;
    present[stratum] = 1;
    seen[unit] = 0;
  }
  return count;
}
