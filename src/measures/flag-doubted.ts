import type { Doubt } from './doubts.ts';
import type { Observation } from './observation.ts';

/** Marks the observations that doubts touch, and says why beside each. */
export function flagDoubted(
  observations: readonly Observation[],
  doubts: ReadonlyMap<string, readonly Doubt[]>,
): Observation[] {
  return observations.map((each): Observation => {
    const own = (doubts.get(each.area) ?? []).filter(({ from, to }) => from <= each.to && each.from <= to);
    if (own.length === 0 || each.value === null) return each;
    return {
      ...each,
      flags: [...each.flags, 'd'],
      doubts: own.map(({ check, seen, left_out }) => ({ check, seen, left_out })),
    };
  });
}
