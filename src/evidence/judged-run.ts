import type { SeriesBreak } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { MeasureContext, Observation } from '../measures/index.ts';

/** A run as it may be judged: nothing from before the last lasting break, nothing from events that spoil figures, nothing that fails a check. */
export interface JudgedRun {
  /** Observations since the last lasting break; those that an event spoils have no value. */
  readonly observations: readonly Observation[];
  /** The break that the run begins after; null when it runs through. */
  readonly since: SeriesBreak | null;
  /** Events whose periods are left out. */
  readonly leftOut: readonly SeriesBreak[];
  /** Observations that are left out because their data fail a check, as they were published. */
  readonly doubtful: readonly Observation[];
  /** Every break and event that the whole run meets, oldest first. */
  readonly met: readonly SeriesBreak[];
}

/** Cuts one area's observations where figures on either side do not measure the same thing. */
export function judgedRun(
  { breaks }: MeasureContext,
  measure: string,
  area: string,
  observations: readonly Observation[],
): JudgedRun {
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return { observations: [], since: null, leftOut: [], doubtful: [], met: [] };
  const met = breaks.for(measure, area, first.from as IsoDate, last.to as IsoDate);
  const harmful = met.filter(({ comparable }) => !comparable);
  const since = harmful.findLast(({ until }) => until === null) ?? null;
  const leftOut = harmful.filter(({ until }) => until !== null);
  return {
    observations: observations
      .filter((each) => since === null || each.from >= since.date)
      .map((each) =>
        isLeftOut(each) || leftOut.some(({ date, until }) => each.from <= (until ?? '') && date <= each.to)
          ? { ...each, value: null, numerator: null, lower: null, upper: null }
          : each,
      ),
    since,
    leftOut,
    doubtful: observations.filter((each) => (since === null || each.from >= since.date) && isLeftOut(each)),
    met,
  };
}

/** Whether the data of an observation fail a check so badly that it is not judged. */
export function isLeftOut({ doubts }: Observation): boolean {
  return doubts?.some(({ left_out }) => left_out) === true;
}
