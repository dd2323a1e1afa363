import { addDays, addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import type { Observation } from '../../measures/index.ts';

/** Made-up observations of one area, one after another from a month on, each of so many months. */
export function observationsFrom(
  first: string,
  values: readonly (number | null)[],
  { months = 1, step = months }: { readonly months?: number; readonly step?: number } = {},
): Observation[] {
  return values.map((value, index) => {
    const from = addMonths(`${first}-01` as IsoDate, index * step);
    const to = addDays(addMonths(from, months), -1);
    return {
      area: 'Metropolitan Police',
      period: `${from} to ${to}`,
      from,
      to,
      value,
      numerator: value,
      denominator: null,
      lower: null,
      upper: null,
      flags: [],
      release: 'made-up',
    };
  });
}
