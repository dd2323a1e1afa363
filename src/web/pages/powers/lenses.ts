import {
  mantelHaenszelRateRatio,
  missingGroupBounds,
  rateRatio,
  type Stratum,
} from '../../../statistics/index.ts';
import { COMPARED, groupOf, REFERENCE, type Group } from './ethnic-groups.ts';
import type { Residents } from './residents.ts';
import type { CountRow } from './year-counts.ts';

/** How often each group meets a power for each time the reference does, divided one way. */
export interface Lens {
  readonly id: string;
  /** "Residents, Census 2021". */
  readonly title: string;
  /** What this way of dividing can and cannot say. */
  readonly caveat: string;
  readonly ratios: Readonly<Partial<Record<Group, LensRatio>>>;
}

/** `ratio` is null where only a range can be given. */
export interface LensRatio {
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Events by group, and how many of them have none. */
export interface GroupCounts {
  readonly groups: Readonly<Partial<Record<Group, number>>>;
  readonly unknown: number;
  readonly all: number;
}

/** Puts counts under the five groups; what says nothing is unknown. A share counts what it is a share of. */
export function groupCounts(rows: readonly CountRow[]): GroupCounts {
  const groups: Partial<Record<Group, number>> = {};
  let [unknown, all] = [0, 0];
  for (const row of rows) {
    const count = row.of ?? row.events;
    const group = row.group === null ? null : groupOf(row.group);
    if (group === null) unknown += count;
    else groups[group] = (groups[group] ?? 0) + count;
    all += count;
  }
  return { groups, unknown, all };
}

/** Events divided by the residents of each group. */
export function residentLens(
  id: string,
  title: string,
  caveat: string,
  counts: GroupCounts,
  residents: Residents,
): Lens {
  return {
    id,
    title,
    caveat,
    ratios: forGroups((group) => {
      const [events, reference] = [counts.groups[group], counts.groups[REFERENCE]];
      if (events === undefined || reference === undefined || events + reference === 0) return null;
      return rateRatio(
        { events, exposure: residents.total[group] },
        { events: reference, exposure: residents.total[REFERENCE] },
      );
    }),
  };
}

/** Like with like inside each borough, then together (Mantel and Haenszel). */
export function boroughLens(rows: readonly CountRow[], residents: Residents): Lens {
  const byBorough = Map.groupBy(rows, ({ area }) => area);
  const whole = groupCounts(rows);
  return {
    id: 'boroughs',
    title: `Borough by borough, then together (Census ${residents.year})`,
    caveat:
      'Sets residents of one borough against those of the same borough, so that it does not count against a group that it lives where more people are searched. Searches without a place are left out.',
    ratios: forGroups((group) => {
      // A group that nobody records is not one that nobody searches.
      if (whole.groups[group] === undefined) return null;
      const strata = [...residents.byBorough].flatMap(([borough, people]): Stratum[] => {
        const { groups } = groupCounts(byBorough.get(borough) ?? []);
        return [
          {
            group: { events: groups[group] ?? 0, exposure: people[group] },
            reference: { events: groups[REFERENCE] ?? 0, exposure: people[REFERENCE] },
          },
        ];
      });
      const events = strata.reduce((sum, each) => sum + each.group.events + each.reference.events, 0);
      return strata.length === 0 || events === 0 ? null : mantelHaenszelRateRatio(strata);
    }),
  };
}

/** The range in which the ratio must lie whatever the unknown are; no assumption is made. */
export function boundsLens(counts: GroupCounts, residents: Residents): Lens | null {
  if (counts.unknown === 0) return null;
  return {
    id: 'bounds',
    title: 'Whatever the ethnicity of those not recorded',
    caveat: `The range from all ${counts.unknown.toLocaleString('en-GB')} of them being White to all of them being of the group. The truth lies inside, chance apart; neither end is likely.`,
    ratios: forGroups((group) => {
      const [events, reference] = [counts.groups[group], counts.groups[REFERENCE]];
      if (events === undefined || reference === undefined) return null;
      const { lower, upper } = missingGroupBounds(
        { events, population: residents.total[group] },
        { events: reference, population: residents.total[REFERENCE] },
        counts.unknown,
      );
      return { ratio: null, lower, upper };
    }),
  };
}

/** Rates that somebody else published, set against one another; no interval can be given. */
export function publishedLens(
  title: string,
  rows: readonly { readonly group: string; readonly value: number }[],
): Lens | null {
  const rates = new Map(
    rows.flatMap(({ group, value }) => {
      const known = groupOf(group);
      return known === null ? [] : [[known, value] as const];
    }),
  );
  const reference = rates.get(REFERENCE);
  if (reference === undefined || reference <= 0) return null;
  return {
    id: 'published',
    title,
    caveat: 'The ratio of rates that others published, with their denominators and for their year.',
    ratios: forGroups((group) => {
      const rate = rates.get(group);
      return rate === undefined ? null : { ratio: rate / reference, lower: null, upper: null };
    }),
  };
}

function forGroups(make: (group: Group) => LensRatio | null): Readonly<Partial<Record<Group, LensRatio>>> {
  return Object.fromEntries(
    COMPARED.flatMap((group) => {
      const made = make(group);
      return made === null ? [] : [[group, { ratio: made.ratio, lower: made.lower, upper: made.upper }]];
    }),
  );
}
