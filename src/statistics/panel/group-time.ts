import { StatisticsError } from '../statistics-error.ts';
import type { BalancedPanel } from './panel.ts';

/** An effect with its standard error. */
export interface Effect {
  readonly estimate: number;
  readonly standardError: number;
}

export interface GroupTimeEffect extends Effect {
  /** Time of first treatment of the group, and the time of the effect. */
  readonly group: number;
  readonly time: number;
}

export interface GroupTime {
  readonly effects: readonly GroupTimeEffect[];
  /** Mean over all group-times after treatment, weighted by the size of the groups. */
  readonly simple: Effect;
  /** Mean over groups of each group's mean effect. */
  readonly byGroup: Effect;
  /** Mean over the times since treatment of their effects. */
  readonly dynamic: Effect;
  /** Effect at each time since treatment; below 0 are checks of the trends before. */
  readonly event: readonly (Effect & { readonly since: number })[];
  readonly groups: readonly (Effect & { readonly group: number })[];
  readonly controls: 'never-treated' | 'not-yet-treated';
}

interface Found extends GroupTimeEffect {
  readonly influence: Float64Array;
  readonly since: number;
}

/**
 * Callaway and Sant'Anna's difference in differences without covariates: each group of units first treated at the same
 * time is compared, period by period, with units never treated (or, when there are none, not treated yet), from the
 * period before treatment. Nothing already treated serves as a control, which is where two-way regression goes
 * wrong. Standard errors are analytic, from influence functions, with those of the weights.
 *
 * Source: Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200–230. Checked against `oracles/did_oracle.R`.
 *
 * @throws StatisticsError without a treated group or without controls
 */
export function groupTimeEffects(panel: BalancedPanel): GroupTime {
  const { times, firstTreated } = panel;
  const never = firstTreated.some((first) => first === null || first > (times.at(-1) ?? 0));
  // Units treated from the first period on have no "before", and say nothing.
  const groups = [...new Set(firstTreated.filter((first): first is number => first !== null))]
    .filter((group) => group > (times[0] ?? 0) && group <= (times.at(-1) ?? 0))
    .sort((a, b) => a - b);
  if (groups.length === 0)
    throw new StatisticsError(
      'one-group',
      'No unit becomes treated within the panel.',
      'Check first_treated.',
    );
  const found = groups.flatMap((group) => effectsOfGroup(panel, group, never));
  const after = found.filter(({ since }) => since >= 0);
  if (after.length === 0) {
    throw new StatisticsError(
      'one-group',
      'There are no controls: every unit is treated at the same time.',
      'Add units that are never treated.',
    );
  }
  const size = new Map(groups.map((group) => [group, membership(panel, group)]));
  const weigh = (effects: readonly Found[]) =>
    weighted(
      effects,
      effects.map(({ group }) => size.get(group) ?? new Float64Array()),
    );
  const event = [...new Set(found.map(({ since }) => since))]
    .sort((a, b) => a - b)
    .map((since) => Object.assign(weigh(found.filter((one) => one.since === since)), { since }));
  const byGroup = groups.flatMap((group) => {
    const own = after.filter((one) => one.group === group);
    return own.length === 0 ? [] : [{ group, ...average(own) }];
  });
  return {
    effects: found.map(({ group, time, estimate, standardError }) => ({
      group,
      time,
      estimate,
      standardError,
    })),
    simple: plain(weigh(after)),
    byGroup: plain(
      weighted(
        byGroup,
        byGroup.map(({ group }) => size.get(group) ?? new Float64Array()),
      ),
    ),
    dynamic: plain(average(event.filter(({ since }) => since >= 0))),
    event: event.map(({ since, estimate, standardError }) => ({ since, estimate, standardError })),
    groups: byGroup.map(({ group, estimate, standardError }) => ({ group, estimate, standardError })),
    controls: never ? 'never-treated' : 'not-yet-treated',
  };
}

function effectsOfGroup(
  { times, values, firstTreated }: BalancedPanel,
  group: number,
  never: boolean,
): Found[] {
  const before = times.findLastIndex((time) => time < group);
  const last = times.at(-1) ?? 0;
  return times.flatMap((time, place) => {
    if (place === 0) return [];
    const base = time >= group ? before : place - 1;
    const treated = firstTreated.map((first) => first === group);
    const control = firstTreated.map((first) =>
      never
        ? first === null || first > last
        : first === null || first > Math.max(time, times[base] ?? 0, group),
    );
    const change = values.map((row) => (row[place] ?? 0) - (row[base] ?? 0));
    const [one, other] = [meanWhere(change, treated), meanWhere(change, control)];
    if (one.count === 0 || other.count === 0) return [];
    const n = values.length;
    const influence = Float64Array.from(change, (value, i) => {
      if (treated[i] === true) return ((value - one.mean) * n) / one.count;
      return control[i] === true ? (-(value - other.mean) * n) / other.count : 0;
    });
    // Periods are counted in steps of the panel, so a panel every three years counts 0, 1, 2 … as well.
    const since = place - times.findIndex((each) => each >= group);
    return [
      { group, time, since, estimate: one.mean - other.mean, standardError: errorOf(influence), influence },
    ];
  });
}

function membership({ firstTreated }: BalancedPanel, group: number): Float64Array {
  return Float64Array.from(firstTreated, (first) => (first === group ? 1 : 0));
}

interface WithInfluence extends Effect {
  readonly influence: Float64Array;
}

/** Mean weighted by group shares, which are estimated too: their influence is added. */
function weighted(effects: readonly WithInfluence[], members: readonly Float64Array[]): WithInfluence {
  const n = effects[0]?.influence.length ?? 0;
  const share = members.map((member) => member.reduce((sum, value) => sum + value, 0) / n);
  const total = share.reduce((sum, value) => sum + value, 0);
  const estimate = effects.reduce((sum, effect, k) => sum + (effect.estimate * (share[k] ?? 0)) / total, 0);
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const all = members.reduce((sum, member, k) => sum + (member[i] ?? 0) - (share[k] ?? 0), 0);
    let sum = 0;
    for (const [k, effect] of effects.entries()) {
      const weight = (share[k] ?? 0) / total;
      const ofWeight = ((members[k]?.[i] ?? 0) - (share[k] ?? 0) - weight * all) / total;
      sum += weight * (effect.influence[i] ?? 0) + ofWeight * effect.estimate;
    }
    influence[i] = sum;
  }
  return { estimate, standardError: errorOf(influence), influence };
}

/** Plain mean of effects. */
function average(effects: readonly WithInfluence[]): WithInfluence {
  const n = effects[0]?.influence.length ?? 0;
  const influence = Float64Array.from({ length: n }, (_, i) =>
    effects.reduce((sum, effect) => sum + (effect.influence[i] ?? 0) / effects.length, 0),
  );
  const estimate = effects.reduce((sum, effect) => sum + effect.estimate / effects.length, 0);
  return { estimate, standardError: errorOf(influence), influence };
}

function errorOf(influence: Float64Array): number {
  const n = influence.length;
  return Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0) / n / n);
}

function plain({ estimate, standardError }: WithInfluence): Effect {
  return { estimate, standardError };
}

function meanWhere(values: readonly number[], where: readonly boolean[]): { mean: number; count: number } {
  let [sum, count] = [0, 0];
  for (const [i, value] of values.entries()) {
    if (where[i] !== true) continue;
    sum += value;
    count++;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}
