/** Codes that `plotTheDots` writes, one a point. `SIGNALS` has their names. */
export const NO_SIGNAL = 0;
const OUTSIDE = 1;
const TREND = 2;
const TWO_OF_THREE = 3;
const SHIFT = 4;

/** Why a point is a special cause. ('four-of-five' belongs to the Western Electric rules only.) */
export type Signal = 'outside' | 'trend' | 'two-of-three' | 'shift' | 'four-of-five';

/** The name of each code. */
export const SIGNALS: readonly (Signal | null)[] = [null, 'outside', 'trend', 'two-of-three', 'shift'];

/** How many points make a trend, and how many a shift. */
const RUN = 7;

/**
 * The four "plot the dots" rules over `values[start]` to before `values[end]`, between limits `centre ± reach`. Writes a
 * code for each point into `signals`; the first rule that applies wins:
 *
 * 1. outside a limit (strictly);
 * 2. part of 7 points that rise, or fall, each time;
 * 3. nearer a limit than a third of the way, where 2 of 3 points in a row are and all 3 lie on one side of the centre
 *    (a point outside the limit is not near it);
 * 4. part of 7 points on one side of the centre.
 *
 * A gap (NaN) ends every run, and a point on the centre line lies on neither side. `reach` of NaN means that there are
 * no limits: nothing is judged. Allocates nothing.
 *
 * Source: Making Data Count; the rules as NHSRplotthedots 0.2.2 applies them. Checked against
 * `oracles/spc_oracle.R`, point by point.
 */
export function plotTheDots(
  values: Float64Array,
  start: number,
  end: number,
  centre: number,
  reach: number,
  signals: Uint8Array,
): void {
  signals.fill(NO_SIGNAL, start, end);
  if (!(reach >= 0)) return;
  const upper = centre + reach;
  const lower = centre - reach;
  const nearUpper = centre + (reach * 2) / 3;
  const nearLower = centre - (reach * 2) / 3;
  let previous = NaN;
  let direction = 0;
  let climb = 1;
  let side = 0;
  let sameSide = 0;
  // Whether the point before, and the one before that, lie near a limit.
  let near1 = false;
  let near2 = false;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    const newSide = value > centre ? 1 : value < centre ? -1 : 0;
    sameSide = newSide !== 0 && newSide === side ? sameSide + 1 : newSide === 0 ? 0 : 1;
    side = newSide;
    const newDirection = value > previous ? 1 : value < previous ? -1 : 0;
    climb = newDirection !== 0 && newDirection === direction ? climb + 1 : newDirection === 0 ? 1 : 2;
    direction = newDirection;
    previous = value;
    const outside = value > upper || value < lower;
    const near = !outside && (value > nearUpper || value < nearLower);
    if (outside) signals[i] = OUTSIDE;
    if (climb >= RUN) paint(signals, i, climb === RUN ? RUN : 1, TREND);
    if (sameSide >= 3 && (near ? 1 : 0) + (near1 ? 1 : 0) + (near2 ? 1 : 0) >= 2) {
      if (near) paint(signals, i, 1, TWO_OF_THREE);
      if (near1) paint(signals, i - 1, 1, TWO_OF_THREE);
      if (near2) paint(signals, i - 2, 1, TWO_OF_THREE);
    }
    if (sameSide >= RUN) paint(signals, i, sameSide === RUN ? RUN : 1, SHIFT);
    near2 = near1;
    near1 = near;
  }
}

/** Marks the last `length` points up to `last`, unless a rule that comes first has marked them. */
function paint(signals: Uint8Array, last: number, length: number, code: number): void {
  for (let i = last - length + 1; i <= last; i++) {
    const marked = signals[i] as number;
    if (marked === NO_SIGNAL || marked > code) signals[i] = code;
  }
}
