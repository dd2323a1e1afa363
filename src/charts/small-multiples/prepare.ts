import { addMonths, parseIsoDate } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { monthNumber } from '../drawing/time-axis.ts';
import { measurable } from '../words/measurable.ts';
import { monthsApart } from '../words/period.ts';
import type { SmallMultiplesInput, SmallPoint } from './input.ts';

/** One line: a value for each of the common periods, null where there is none. */
export interface SmallLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly highlighted: boolean;
}

export interface SmallGrid {
  /** Every period from the first named to the last, at most 600. */
  readonly periods: readonly IsoDate[];
  readonly lines: readonly SmallLine[];
  readonly reference: SmallLine | null;
  /** Breaks that fall between two of the periods: `before` is the first period after it. */
  readonly breaks: readonly { readonly before: number; readonly date: IsoDate; readonly reason: string }[];
}

const MOST_PERIODS = 600;

/** All panels on the same periods. */
export function smallGrid({ panels, reference, every, breaks = [] }: SmallMultiplesInput): SmallGrid {
  const dates = [...panels, ...(reference ? [reference] : [])]
    .flatMap(({ points }) => points.flatMap(({ date }) => parseIsoDate(date) ?? []))
    .toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  const step = monthsApart(every);
  const count =
    first === undefined || last === undefined
      ? 0
      : Math.min(MOST_PERIODS, Math.floor((monthNumber(last) - monthNumber(first)) / step) + 1);
  const periods =
    first === undefined ? [] : Array.from({ length: count }, (_, index) => addMonths(first, index * step));
  const line = (name: string, points: readonly SmallPoint[], highlighted: boolean): SmallLine => {
    const known = new Map(
      points.flatMap(({ date, value }) => {
        const iso = parseIsoDate(date);
        return iso === null ? [] : [[iso, measurable(value)] as const];
      }),
    );
    return {
      name: name.trim() || 'unnamed',
      values: periods.map((each) => known.get(each) ?? null),
      highlighted,
    };
  };
  return {
    periods,
    lines: panels.map(({ name, points, highlighted }) => line(name, points, highlighted === true)),
    reference: reference ? line(reference.name, reference.points, false) : null,
    breaks: breaks.flatMap(({ date, reason }) => {
      const iso = parseIsoDate(date);
      if (iso === null) return [];
      const before = periods.findIndex((period) => period >= iso);
      return before > 0 ? [{ before, date: iso, reason: reason.trim() || 'break in the series' }] : [];
    }),
  };
}

/** Index of the last period in which any line has a value; −1 for none. */
export function latestPeriod({ periods, lines }: SmallGrid): number {
  return periods.findLastIndex((_, index) => lines.some(({ values }) => values[index] !== null));
}
