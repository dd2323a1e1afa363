import type { IsoDate } from '../../foundation/iso-date.ts';

/** That an area has a figure for a period. */
export interface Presence {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One area, and periods next to each other in which it has no figure. */
export interface Absence {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly periods: number;
  /** In the emptiest of these periods, how many areas have one; and how many the publication ever names. */
  readonly others: number;
  readonly all: number;
  /** It is absent from the first period on: it may have joined the publication later. */
  readonly atStart: boolean;
}

/**
 * Periods that areas are absent from although a share of at least `present` of all areas that are ever named is there. Fewer than
 * `areas` areas prove nothing. Periods are told by their first day.
 */
export function absentPeriods(
  figures: readonly Presence[],
  { present, areas: fewest }: { readonly present: number; readonly areas: number },
): Absence[] {
  const areas = [...new Set(figures.map(({ area }) => area))].toSorted();
  if (areas.length < fewest) return [];
  const periods = [...Map.groupBy(figures, ({ from }) => from)]
    .map(([from, own]) => ({
      from,
      to: own.reduce((last, { to }) => (to > last ? to : last), from),
      there: new Set(own.map(({ area }) => area)),
    }))
    .filter(({ there }) => there.size >= present * areas.length)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return areas.flatMap((area) =>
    runsWithout(area, periods).map((run) => ({
      area,
      from: run.from,
      to: run.to,
      periods: run.there.length,
      others: Math.min(...run.there),
      all: areas.length,
      atStart: run.from === periods[0]?.from,
    })),
  );
}

interface Run {
  readonly from: IsoDate;
  to: IsoDate;
  readonly there: number[];
}

function runsWithout(
  area: string,
  periods: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly there: ReadonlySet<string> }[],
): readonly Run[] {
  const runs: Run[] = [];
  let within = false;
  for (const { from, to, there } of periods) {
    const absent = !there.has(area);
    const last = runs.at(-1);
    if (absent && within && last) {
      last.to = to;
      last.there.push(there.size);
    } else if (absent) runs.push({ from, to, there: [there.size] });
    within = absent;
  }
  return runs;
}
