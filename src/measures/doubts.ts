import type { Area } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Vintage } from '../lake/vintages.ts';
import type { Feed, Measure } from './measure.ts';
import type { Observation } from './observation.ts';

/** A reason to doubt what a measure says of an area over some days: its data fail a check. */
export interface Doubt {
  /** Id of the check, as `scrutineer check-data` names it. */
  readonly check: string;
  /** What was seen, as a sentence. */
  readonly seen: string;
  /** Whether the figures are too doubtful to be judged. */
  readonly left_out: boolean;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface DoubtQuestion {
  readonly measure: Measure;
  readonly feed: Feed;
  readonly areas: readonly Area[];
  /** The column that the measure is split by. */
  readonly by: string | null;
  readonly vintage: Vintage;
}

/** Who knows which figures fail a check: the checks of the data, which stand above measures. */
export interface Doubts {
  /** Doubts by the canonical name of the area; an area without any is not there. */
  about(question: DoubtQuestion): Promise<ReadonlyMap<string, readonly Doubt[]>>;
}

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
