import type { IsoDate } from '../../foundation/iso-date.ts';
import { normalTwoSided } from '../../statistics/index.ts';
import { median } from './short-months.ts';

/** A share by month: so many of so many rows. */
export type MonthlyShares = readonly {
  readonly month: IsoDate;
  readonly count: number;
  readonly of: number;
}[];

export interface LeapRule {
  /** The share must differ by more than this (0.25 is 25 percentage points) from the median of the six months before. */
  readonly by: number;
  /** Months with fewer rows are passed over. */
  readonly rows: number;
  /** The highest probability that chance in the rows gives such a difference. */
  readonly chance: number;
}

/** A share that leaps, and whether it came back. */
export interface Leap {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly before: number;
  readonly share: number;
  readonly chance: number;
  /** Whether it stayed: six months or more, or until the end. */
  readonly lasting: boolean;
}

const BEFORE = 6;

/** Months in which a share leaps away from where it had been, as runs. After a lasting leap the new level is what is compared with. */
export function leaps(series: MonthlyShares, rule: LeapRule): Leap[] {
  const known = series.filter(({ of }) => of >= rule.rows);
  const found: Leap[] = [];
  let level: number[] = [];
  for (let index = 0; index < known.length;) {
    const before = median(level.slice(-BEFORE));
    const run = level.length < BEFORE / 2 ? 0 : runFrom(known, index, before, rule);
    if (run === 0) {
      const here = known[index];
      if (here) level.push(here.count / here.of);
      index += 1;
      continue;
    }
    const inside = known.slice(index, index + run);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) break;
    const lasting = run >= BEFORE || index + run === known.length;
    const share = median(inside.map(({ count, of }) => count / of));
    const chance = Math.max(...inside.map((each) => chanceOf(each, before)));
    found.push({ from: first.month, to: last.month, before, share, chance, lasting });
    if (lasting) level = inside.map(({ count, of }) => count / of);
    index += run;
  }
  return found;
}

/** How many months from one on stay away from a level. */
function runFrom(known: MonthlyShares, start: number, before: number, rule: LeapRule): number {
  let length = 0;
  for (const each of known.slice(start)) {
    const away = Math.abs(each.count / each.of - before) > rule.by && chanceOf(each, before) < rule.chance;
    if (!away) break;
    length += 1;
  }
  return length;
}

/** Probability of a share at least as far away, by chance in the rows alone. */
function chanceOf({ count, of }: MonthlyShares[number], before: number): number {
  const level = Math.min(Math.max(before, 0.5 / of), 1 - 0.5 / of);
  return normalTwoSided((count / of - level) / Math.sqrt((level * (1 - level)) / of));
}
