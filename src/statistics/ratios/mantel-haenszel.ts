import { requireLevel, requireNotNegative, requirePositive } from '../check-input.ts';
import { chiSquaredAbove } from '../distributions/chi-squared.ts';
import { twoSidedMultiplier } from '../distributions/normal.ts';
import type { CountedRate, Ratio } from '../rate-ratio.ts';
import { StatisticsError } from '../statistics-error.ts';

/** One place (or age band): the group and the reference there. */
export interface Stratum {
  readonly group: CountedRate;
  readonly reference: CountedRate;
}

/** Whether the ratio differs between strata: Cochran's Q with its degrees of freedom. Null when none can be had. */
export interface Heterogeneity {
  readonly q: number;
  readonly df: number;
  readonly p: number;
}

export interface PooledRatio extends Ratio {
  readonly heterogeneity: Heterogeneity | null;
}

/**
 * Mantel and Haenszel's rate ratio: like is compared with like within each stratum, so a group that lives where rates
 * are high for everybody does not look worse for it.
 *
 *     RR = Σ a·M/T ÷ Σ b·N/T      with N, M exposures of group and reference and T = N + M
 *     Var ln RR = Σ (a+b)·N·M/T² ÷ (Σ a·M/T · Σ b·N/T)
 *
 * Q compares each stratum's own ratio with the pooled one; a stratum with a zero cell gets half an event for it.
 *
 * Source: Greenland & Robins (1985), Biometrics 41, 55–68. Checked against R: `metafor::rma.mh(measure = "IRR")`.
 */
export function mantelHaenszelRateRatio(strata: readonly Stratum[], level = 0.95): PooledRatio {
  requireLevel(level);
  if (strata.length === 0)
    throw new StatisticsError(
      'no-data',
      'There is no stratum.',
      'Give at least one stratum with both groups.',
    );
  let [above, below, spread] = [0, 0, 0];
  for (const { group, reference } of strata) {
    requireNotNegative(group.events, 'events');
    requireNotNegative(reference.events, 'events of the reference');
    requirePositive(group.exposure, 'exposure');
    requirePositive(reference.exposure, 'exposure of the reference');
    const total = group.exposure + reference.exposure;
    above += (group.events * reference.exposure) / total;
    below += (reference.events * group.exposure) / total;
    spread += ((group.events + reference.events) * group.exposure * reference.exposure) / total ** 2;
  }
  if (above === 0 || below === 0) {
    return { ratio: below === 0 ? null : 0, lower: 0, upper: null, zeroCell: true, heterogeneity: null };
  }
  const ratio = above / below;
  const factor = Math.exp(twoSidedMultiplier(level) * Math.sqrt(spread / (above * below)));
  return {
    ratio,
    lower: ratio / factor,
    upper: ratio * factor,
    zeroCell: false,
    heterogeneity: heterogeneityOf(strata, ratio),
  };
}

function heterogeneityOf(strata: readonly Stratum[], pooled: number): Heterogeneity | null {
  let q = 0;
  let used = 0;
  for (const { group, reference } of strata) {
    if (group.events === 0 && reference.events === 0) continue;
    const add = group.events === 0 || reference.events === 0 ? 0.5 : 0;
    const [a, b] = [group.events + add, reference.events + add];
    const distance = Math.log(a / group.exposure / (b / reference.exposure)) - Math.log(pooled);
    q += distance ** 2 / (1 / a + 1 / b);
    used++;
  }
  if (used < 2) return null;
  return { q, df: used - 1, p: chiSquaredAbove(q, used - 1) };
}
