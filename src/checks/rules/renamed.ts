import type { IsoDate } from '../../foundation/iso-date.ts';
import { median } from './short-months.ts';

/** How often a label stands in each month of a publication. */
export interface LabelCounts {
  readonly label: string;
  /** In the order of the months; 0 where it does not stand. */
  readonly counts: readonly number[];
}

/** One label that ends in the month in which another begins. */
export interface Renamed {
  readonly ended: string;
  readonly began: string;
  /** The first month of the new label. */
  readonly month: IsoDate;
  /** Typical monthly counts before and after. */
  readonly before: number;
  readonly after: number;
}

/** Months that a label must have stood without a gap, and be gone or there for good. */
const STEADY = 6;
/** Fewer a month might be absent by chance: e^-15 is under one in three million. */
const FEWEST = 15;

/** Labels that end for good just when others begin and never stood before: most likely the same thing under a new name. */
export function renamed(months: readonly IsoDate[], labels: readonly LabelCounts[]): Renamed[] {
  const ended = labels.flatMap((each) => {
    const last = each.counts.findLastIndex((count) => count > 0);
    const run = each.counts.slice(Math.max(0, last + 1 - STEADY), last + 1);
    const steady = run.length === STEADY && median(run) >= FEWEST && run.every((count) => count > 0);
    return steady && months.length - 1 - last >= STEADY / 2
      ? [{ label: each.label, at: last + 1, level: median(run) }]
      : [];
  });
  const began = labels.flatMap((each) => {
    const first = each.counts.findIndex((count) => count > 0);
    const run = each.counts.slice(first, first + STEADY);
    const steady = first >= STEADY && run.length >= STEADY / 2 && median(run) >= FEWEST;
    return steady ? [{ label: each.label, at: first, level: median(run) }] : [];
  });
  return ended.flatMap((old) => {
    const [next] = began
      .filter(({ at, level }) => Math.abs(at - old.at) <= 1 && level > old.level / 4 && level < old.level * 4)
      .toSorted((a, b) => Math.abs(Math.log(a.level / old.level)) - Math.abs(Math.log(b.level / old.level)));
    const month = next && months[next.at];
    return next && month !== undefined
      ? [{ ended: old.label, began: next.label, month, before: old.level, after: next.level }]
      : [];
  });
}
