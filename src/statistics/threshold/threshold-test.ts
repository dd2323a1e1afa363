import { requireCount } from '../check-input.ts';
import { quantileOfSorted } from '../quantile.ts';
import { StatisticsError } from '../statistics-error.ts';
import { hitRateCoordinates } from './hit-rate-coordinates.ts';
import { thresholdOf, layoutOf, posteriorOf, startOf } from './posterior.ts';
import { sample } from './sampler.ts';
import { rHat } from './r-hat.ts';
import type { SearchCell } from './searched-cell.ts';

/** Mean and interval of the posterior. */
export interface Posterior {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface GroupThreshold {
  /** The chance of a find above which the group is searched; mean over areas, by stops (or searches). */
  readonly threshold: Posterior;
  /** From the threshold of the reference group. It is firmer than the threshold: what moves all moves both. */
  readonly difference: Posterior;
}

export interface ThresholdOptions {
  readonly seed?: number;
  readonly level?: number;
  /** Code of the group from which differences are taken. */
  readonly reference?: number;
}

export interface ThresholdTest {
  /** In the order of the groups' codes. */
  readonly groups: readonly GroupThreshold[];
  /** Gelman and Rubin's ratio, the worst of the groups. */
  readonly rHat: number;
  /** The chains tell the same (ratio below 1.1) and fewer than one path in twenty went astray. */
  readonly converged: boolean;
  /** Without stops the level of the thresholds rests on what is usual; only their order comes from the data. */
  readonly stopsKnown: boolean;
  readonly acceptance: number;
  readonly divergent: number;
  readonly draws: number;
}

/** Cells above which a run takes minutes. */
const MOST_CELLS = 400;
/** Draws of each chain times cells: few cells are quickly drawn, and small numbers make crooked posteriors. */
const WORK = 25_600;
const [MET, ASTRAY] = [1.1, 0.05] as const;

/**
 * The threshold test: how likely a find must seem before a member of each group is searched, where hit rates alone mislead
 * because the groups' risks are spread differently.
 *
 * Source: Simoiu, Corbett-Davies & Goel (2017), Annals of Applied Statistics 11, 1193–1216, in the fast form of Pierson,
 * Corbett-Davies & Goel (2018), AISTATS, with the priors of Pierson and others (2020), Nature Human Behaviour 4, 736–745.
 *
 * @param cells codes of groups and areas count from 0
 * @throws StatisticsError with fewer than two groups, without searches, or with counts that do not fit each other
 */
export function thresholdTest(cells: readonly SearchCell[], options: ThresholdOptions = {}): ThresholdTest {
  const { seed = 1, level = 0.95, reference = 0 } = options;
  requireCounts(cells);
  const used = cells.filter(({ stops, searches }) => (stops ?? searches) > 0);
  if (used.length > MOST_CELLS) {
    throw new StatisticsError(
      'too-many-cells',
      `There are ${used.length} pairs of group and area; at most ${MOST_CELLS} can be fitted.`,
      'Add areas together (wards to boroughs), or leave out areas with few searches.',
    );
  }
  const groups = cells.reduce((most, { group }) => Math.max(most, group), -1) + 1;
  const areas = cells.reduce((most, { area }) => Math.max(most, area), -1) + 1;
  if (groups < 2)
    throw new StatisticsError('one-group', 'There is only one group.', 'Give two groups or more.');
  const searchesOf = Array.from({ length: groups }, (_, g) =>
    used.reduce((sum, { group, searches }) => sum + (group === g ? searches : 0), 0),
  );
  if (searchesOf.includes(0))
    throw new StatisticsError('no-trials', 'A group was never searched.', 'Leave that group out.');
  const layout = layoutOf(used, groups, areas);
  const stopsKnown = used.every(({ stops }) => stops !== null);
  const { density, toModel } = hitRateCoordinates(posteriorOf(used, layout), layout);
  const target = {
    density,
    start: startOf(layout),
    spread: layout.spread,
    leaps: stopsKnown ? 7 : 12,
    draws: Math.round(Math.min(300, Math.max(200, WORK / used.length))),
  };
  const found = sample(target, seed);
  const thresholds = found.chains.map((draws) =>
    draws.map((draw) => {
      const at = toModel(draw);
      const [sums, weights] = [new Float64Array(groups), new Float64Array(groups)];
      for (const [i, cell] of used.entries()) {
        const { group, stops, searches } = cell;
        const weight = stops ?? searches;
        sums[group] = (sums[group] as number) + weight * thresholdOf(layout, cell, i, at);
        weights[group] = (weights[group] as number) + weight;
      }
      return sums.map((sum, g) => sum / (weights[g] as number));
    }),
  );
  const byGroup = Array.from({ length: groups }, (_, g) =>
    thresholds.map((draws) => draws.map((draw) => draw[g] as number)),
  );
  const worst = Math.max(...byGroup.map(rHat));
  const draws = thresholds.flat().length;
  const base = byGroup[reference] ?? [];
  return {
    groups: byGroup.map((chains) => ({
      threshold: posterior(chains.flat(), level),
      difference: posterior(
        chains.flatMap((values, chain) => values.map((value, i) => value - (base[chain]?.[i] ?? 0))),
        level,
      ),
    })),
    rHat: worst,
    converged: worst < MET && found.divergent < ASTRAY * draws,
    stopsKnown,
    acceptance: found.acceptance,
    divergent: found.divergent,
    draws,
  };
}

function posterior(values: readonly number[], level: number): Posterior {
  const sorted = Float64Array.from(values).sort();
  return {
    estimate: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    lower: quantileOfSorted(sorted, (1 - level) / 2),
    upper: quantileOfSorted(sorted, (1 + level) / 2),
  };
}

function requireCounts(cells: readonly SearchCell[]): void {
  for (const { stops, searches, hits } of cells) {
    requireCount(searches, 'searches');
    requireCount(hits, 'hits');
    if (stops !== null) requireCount(stops, 'stops');
    if (hits > searches || (stops !== null && searches > stops)) {
      throw new StatisticsError(
        'more-events-than-trials',
        'There are more hits than searches, or more searches than stops.',
        'Check that the columns are not exchanged.',
      );
    }
  }
}
