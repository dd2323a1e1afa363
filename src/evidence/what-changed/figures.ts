import type { IsoDate } from '../../foundation/iso-date.ts';
import { periodOfDays, type Observation } from '../../measures/index.ts';
import { runOf } from '../cadence.ts';
import { splitFigure, type Split, type Stages } from './split.ts';

/** One period at its four stages. */
export interface StagedFigure {
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly observations: Stages<Observation | null>;
  /** Null where the figure is not known both then and now. */
  readonly split: Split | null;
}

type Series = Stages<readonly Observation[]>;

/**
 * The periods of one area (and group), oldest first, each at its four stages. Periods of one length only: a feed of cited
 * figures may hold months and years side by side, and they are not to be counted twice.
 */
export function stagedFigures({ then, redefined, revised, now }: Series, group?: string): StagedFigure[] {
  const months = monthsOfRun(now, group) ?? monthsOfRun(then, group);
  if (months === null) return [];
  const stages = {
    then: byPeriod(then, months, group),
    redefined: byPeriod(redefined, months, group),
    revised: byPeriod(revised, months, group),
    now: byPeriod(now, months, group),
  };
  const keys = new Set([...stages.then.keys(), ...stages.now.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const at = {
      then: stages.then.get(key) ?? null,
      redefined: stages.redefined.get(key) ?? null,
      revised: stages.revised.get(key) ?? null,
      now: stages.now.get(key) ?? null,
    };
    const known = at.now ?? at.then;
    if (!known) return [];
    const values = {
      then: at.then?.value ?? null,
      redefined: at.redefined?.value ?? null,
      revised: at.revised?.value ?? null,
      now: at.now?.value ?? null,
    };
    const [from, to] = [known.from as IsoDate, known.to as IsoDate];
    return [{ period: known.period, from, to, observations: at, split: splitFigure(values) }];
  });
}

/** Whether a figure reads differently now. */
export function isChanged({ split }: StagedFigure): boolean {
  return split !== null && (split.recipe !== 0 || split.feed !== 0 || split.data !== 0);
}

function monthsOfRun(observations: readonly Observation[], group?: string): number | null {
  const [first] = runOf(observations, group)?.observations ?? [];
  return first ? lengthOf(first) : null;
}

function lengthOf({ from, to }: Observation): number {
  return periodOfDays(from as IsoDate, to as IsoDate).months;
}

function byPeriod(
  observations: readonly Observation[],
  months: number,
  group: string | undefined,
): Map<string, Observation> {
  return new Map(
    observations
      .filter((each) => each.group === group && lengthOf(each) === months)
      .map((each) => [`${each.to}/${each.from}`, each]),
  );
}
