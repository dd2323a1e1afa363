import { addMonths, parseIsoDate } from '../../foundation/iso-date.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { monthNumber } from '../drawing/time-axis.ts';
import { measurable } from '../words/measurable.ts';
import { monthsApart } from '../words/period.ts';
import type { MissingHeatMapInput } from './input.ts';

export interface HeatGrid {
  /** Every period from the first named to the last, at most 600. */
  readonly periods: readonly IsoDate[];
  readonly fields: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
}

const MOST_PERIODS = 600;

/** Fields by periods; a share that is not between 0 and 1 is not available. */
export function heatGrid({ fields, every }: MissingHeatMapInput): HeatGrid {
  const dates = fields
    .flatMap(({ periods }) => periods.flatMap(({ date }) => parseIsoDate(date) ?? []))
    .toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { periods: [], fields: [] };
  const step = monthsApart(every);
  const count = Math.min(MOST_PERIODS, Math.floor((monthNumber(last) - monthNumber(first)) / step) + 1);
  const periods = Array.from({ length: count }, (_, index) => addMonths(first, index * step));
  return {
    periods,
    fields: fields.map(({ name, periods: given }) => {
      const shares = new Map(
        given.flatMap(({ date, share }) => {
          const iso = parseIsoDate(date);
          const known = measurable(share);
          return iso === null || known === null || known < 0 || known > 1 ? [] : [[iso, known] as const];
        }),
      );
      return { name, shares: periods.map((period) => shares.get(period) ?? null) };
    }),
  };
}
