import { StatisticsError } from '../statistics-error.ts';
import type { BalancedPanel } from './panel.ts';
import { simplexWeights } from './simplex-weights.ts';

export interface SyntheticControl {
  /** Mean gap between the unit and its synthetic twin from the treatment on. */
  readonly att: number;
  /** Root of the mean squared gap before, and the root of the sum (as augsynth prints it). */
  readonly preRmspe: number;
  readonly preL2: number;
  /** How much of the pre-period distance of an even mix of donors the weights take away. */
  readonly improvement: number | null;
  readonly weights: readonly { readonly unit: string; readonly weight: number }[];
  readonly gaps: readonly { readonly time: number; readonly gap: number }[];
  /** Share of units, the treated among them, whose gap grows as much when each in turn is taken for treated. */
  readonly placeboP: number | null;
}

/**
 * Synthetic control: a mix of untreated units, weights ≥ 0 adding to 1, that lies closest to the treated unit before the
 * treatment; the gap after it is the effect. The placebo p-value ranks the ratio of gaps after to before (Abadie).
 *
 * Source: Abadie, Diamond & Hainmueller (2010), JASA 105, 493–505. Checked against `oracles/synth_oracle.R`.
 *
 * @throws StatisticsError for an unknown unit, fewer than two donors, or no period on a side
 */
export function syntheticControl(panel: BalancedPanel, treated: string, from: number): SyntheticControl {
  const { units, times, values } = panel;
  const at = units.indexOf(treated);
  if (at < 0)
    throw new StatisticsError(
      'unknown-reference',
      `There is no complete unit '${treated}'.`,
      `Units: ${units.slice(0, 12).join(', ')}.`,
    );
  const pre = times.filter((time) => time < from).length;
  if (pre < 2 || pre === times.length) {
    throw new StatisticsError(
      'too-few-points',
      `There are ${pre} periods before ${from} and ${times.length - pre} after.`,
      'Give two or more before, one or more after.',
    );
  }
  if (units.length < 3)
    throw new StatisticsError(
      'one-group',
      'There are too few donors to mix.',
      'Give two untreated units or more.',
    );
  const own = fit(values, at, pre);
  const donors = units.filter((_, i) => i !== at);
  const even = evenDistance(values, at, pre);
  // Placebos mix untreated units only: the treated one would carry the effect into them.
  const untreated = values.filter((_, i) => i !== at);
  const ratios = untreated.length < 3 ? [] : untreated.map((_, i) => fit(untreated, i, pre).ratio);
  const preL2 = Math.sqrt(own.before * pre);
  return {
    att: own.gaps.subarray(pre).reduce((sum, gap) => sum + gap, 0) / (times.length - pre),
    preRmspe: Math.sqrt(own.before),
    preL2,
    improvement: even > 0 ? 1 - preL2 / even : null,
    weights: donors
      .map((unit, i) => ({ unit, weight: own.weights[i] ?? 0 }))
      .sort((a, b) => b.weight - a.weight),
    gaps: times.map((time, i) => ({ time, gap: own.gaps[i] ?? 0 })),
    placeboP:
      ratios.length === 0
        ? null
        : (1 + ratios.filter((ratio) => ratio >= own.ratio).length) / (ratios.length + 1),
  };
}

function fit(values: readonly Float64Array[], at: number, pre: number) {
  const donors = values.filter((_, i) => i !== at);
  const target = values[at] ?? new Float64Array();
  // Distances to the donors' mean, so that the level of the series costs no digits; the weights are the same.
  const middle = target.map(
    (_, t) => donors.reduce((sum, donor) => sum + (donor[t] ?? 0), 0) / donors.length,
  );
  const centred = (row: Float64Array) => row.map((value, t) => value - (middle[t] ?? 0));
  const weights = simplexWeights(
    centred(target).subarray(0, pre),
    donors.map((donor) => centred(donor).subarray(0, pre)),
  );
  const gaps = target.map(
    (value, t) => value - donors.reduce((sum, donor, i) => sum + (weights[i] ?? 0) * (donor[t] ?? 0), 0),
  );
  const meanSquare = (part: Float64Array) => part.reduce((sum, gap) => sum + gap * gap, 0) / part.length;
  const before = meanSquare(gaps.subarray(0, pre));
  const after = meanSquare(gaps.subarray(pre));
  return { weights, gaps, before, ratio: before > 0 ? after / before : after > 0 ? Infinity : 0 };
}

function evenDistance(values: readonly Float64Array[], at: number, pre: number): number {
  const donors = values.filter((_, i) => i !== at);
  const target = values[at] ?? new Float64Array();
  let sum = 0;
  for (let t = 0; t < pre; t++) {
    const mean = donors.reduce((total, donor) => total + (donor[t] ?? 0), 0) / donors.length;
    sum += ((target[t] ?? 0) - mean) ** 2;
  }
  return Math.sqrt(sum);
}
