import type { IsoDate } from '../foundation/iso-date.ts';
import type { Areas } from './areas.ts';
import type { SeriesBreak } from './series-break.ts';

/** The breaks of the catalogue, oldest first. Made by `loadBreaks`. */
export class Breaks {
  readonly all: readonly SeriesBreak[];
  readonly #areas: Areas;

  constructor(all: readonly SeriesBreak[], areas: Areas) {
    this.all = all.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    this.#areas = areas;
  }

  /**
   * Breaks that a series of a measure meets. A lasting change is met when the series has days on both sides of it (from
   * before its date to on or after); a passing event when any day of the series falls within it.
   * @param measureId id of a measure of the catalogue
   * @param areaName any name that `areas.resolve` knows
   * @param from first day of the series
   * @param to last day of the series
   * @throws NotFoundError for an unknown area
   */
  for(measureId: string, areaName: string, from: IsoDate, to: IsoDate): readonly SeriesBreak[] {
    const area = this.#areas.require(areaName).name;
    return this.all.filter(
      (each) =>
        isMet(each, from, to) &&
        each.measures.some((pattern) => matches(pattern, measureId)) &&
        this.#touches(each, area),
    );
  }

  /** All breaks that name a measure, wherever and whenever. */
  concerning(measureId: string): readonly SeriesBreak[] {
    return this.all.filter(({ measures }) => measures.some((pattern) => matches(pattern, measureId)));
  }

  /** Patterns that name none of the measures given, for a check that the catalogue holds no stale or misspelt ones. */
  unmatched(measureIds: readonly string[]): readonly { readonly id: string; readonly pattern: string }[] {
    return this.all.flatMap(({ id, measures }) =>
      measures
        .filter((pattern) => !measureIds.some((measure) => matches(pattern, measure)))
        .map((pattern) => ({ id, pattern })),
    );
  }

  #touches({ areas, totals, reaches }: SeriesBreak, area: string): boolean {
    if (totals.includes(area)) return true;
    return areas.some((name) => {
      if (name === 'all') return true;
      if (name === area) return reaches === 'all';
      return this.#areas.within(area, name);
    });
  }
}

function isMet({ date, until }: SeriesBreak, from: IsoDate, to: IsoDate): boolean {
  return until === null ? from < date && date <= to : from <= until && date <= to;
}

function matches(pattern: string, measureId: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(measureId);
}
