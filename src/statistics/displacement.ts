import { requireLevel, requireNotNegative, requirePositive } from './check-input.ts';
import { normalTwoSided, twoSidedMultiplier } from './distributions/normal.ts';
import { StatisticsError } from './statistics-error.ts';

export type AreaRole = 'treated' | 'control' | 'displacement' | 'displacement-control';

/** Counts of an area before and after; `weight` divides them (area or time weights). */
export interface AreaCounts {
  readonly role: AreaRole;
  readonly before: number;
  readonly after: number;
  readonly weight?: number;
}

export interface WeightedDisplacement {
  /** Crimes fewer (negative) or more, displacement included. */
  readonly estimate: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** The part in the displacement areas; null when there are none. */
  readonly displacement: number | null;
  /** How many times more than Poisson the counts were taken to vary. */
  readonly dispersion: number;
}

/**
 * Wheeler and Ratcliffe's weighted displacement difference: (change in treated − change in control) plus the same for the
 * areas around them; under Poisson its variance is the sum of all counts. Counts of crime vary more than that: a
 * `dispersion` multiplies the variance; 'estimate' takes it from how unlike the changes of the control areas are (three
 * or more of them), and never below 1.
 *
 * Source: Wheeler & Ratcliffe (2018), Crime Science 7:11. Checked against the paper's case, as R's `ptools::wdd` gives it.
 *
 * @throws StatisticsError without a treated and a control area
 */
export function weightedDisplacement(
  areas: readonly AreaCounts[],
  options: { readonly dispersion?: number | 'estimate'; readonly level?: number } = {},
): WeightedDisplacement {
  const { level = 0.95 } = options;
  requireLevel(level);
  const sums = { treated: 0, control: 0, displacement: 0, 'displacement-control': 0 };
  let counts = 0;
  for (const { role, before, after, weight = 1 } of areas) {
    requireNotNegative(before, 'the count before');
    requireNotNegative(after, 'the count after');
    requirePositive(weight, 'the weight');
    sums[role] += (after - before) / weight;
    counts += (after + before) / weight ** 2;
  }
  const has = (role: AreaRole) => areas.some((area) => area.role === role);
  if (!has('treated') || !has('control')) {
    throw new StatisticsError(
      'one-group',
      'There must be a treated and a control area.',
      'Roles: treated, control, displacement, displacement-control.',
    );
  }
  if (counts === 0) throw new StatisticsError('no-data', 'All counts are 0.', 'Give counts above 0.');
  const dispersion = options.dispersion === 'estimate' ? controlDispersion(areas) : (options.dispersion ?? 1);
  requirePositive(dispersion, 'the dispersion');
  const displaced = sums.displacement - sums['displacement-control'];
  const estimate = sums.treated - sums.control + displaced;
  const variance = counts * dispersion;
  const z = estimate / Math.sqrt(variance);
  const reach = twoSidedMultiplier(level) * Math.sqrt(variance);
  const around = has('displacement') || has('displacement-control');
  return {
    estimate,
    variance,
    z,
    p: normalTwoSided(z),
    lower: estimate - reach,
    upper: estimate + reach,
    displacement: around ? displaced : null,
    dispersion,
  };
}

/** Pearson's chi-square of control areas × before and after, over its degrees of freedom. */
function controlDispersion(areas: readonly AreaCounts[]): number {
  const controls = areas.filter(({ role, before, after }) => role === 'control' && before + after > 0);
  if (controls.length < 3) {
    throw new StatisticsError(
      'too-few-points',
      `Over-dispersion cannot be estimated from ${controls.length} control areas.`,
      'Give three or more, or say how large it is.',
    );
  }
  const before = controls.reduce((sum, area) => sum + area.before, 0);
  const after = controls.reduce((sum, area) => sum + area.after, 0);
  if (before === 0 || after === 0) return 1;
  const share = after / (before + after);
  const square = controls.reduce((sum, area) => {
    const total = area.before + area.after;
    return sum + (area.after - total * share) ** 2 / (total * share * (1 - share));
  }, 0);
  return Math.max(1, square / (controls.length - 1));
}
