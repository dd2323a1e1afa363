import type { LakeRow } from '../table/tally.ts';

export interface PopulationArea {
  readonly name: string;
  readonly type: string;
}

export interface PopulationCell {
  readonly area: PopulationArea;
  readonly year: number | null;
  readonly sex: string;
  readonly age: string;
  readonly ethnicity: string;
}

/** Stands for every value of a dimension that a figure is not split by. */
export const ALL = 'all';

/**
 * Adds people up by area, sex, age and ethnicity. A sum whose parts were not all readable would be too low without saying so:
 * once any part of an area is spoiled, no sum of that area is given.
 */
export class PopulationSums {
  readonly #sums = new Map<string, { readonly cell: PopulationCell; count: number }>();
  readonly #spoiled = new Set<string>();

  add(cell: PopulationCell, count: number): void {
    const key = JSON.stringify([
      cell.area.name,
      cell.area.type,
      cell.year,
      cell.sex,
      cell.age,
      cell.ethnicity,
    ]);
    const sum = this.#sums.get(key);
    if (sum) sum.count += count;
    else this.#sums.set(key, { cell, count });
  }

  /** Adds a count to its cell and to every margin: with each split dimension replaced by 'all'. */
  addWithMargins(
    cell: PopulationCell,
    count: number,
    ethnicities: readonly string[] = [cell.ethnicity],
  ): void {
    for (const sex of new Set([cell.sex, ALL])) {
      for (const age of new Set([cell.age, ALL])) {
        for (const ethnicity of new Set([...ethnicities, ALL]))
          this.add({ ...cell, sex, age, ethnicity }, count);
      }
    }
  }

  spoil(area: PopulationArea): void {
    this.#spoiled.add(area.name);
  }

  /** Names of the areas that are left out. */
  spoiled(): readonly string[] {
    return [...this.#spoiled];
  }

  rows(): LakeRow[] {
    const whole = [...this.#sums.values()].filter(({ cell }) => !this.#spoiled.has(cell.area.name));
    return whole.map(({ cell, count }) => populationRow(cell, count));
  }
}

/** A row of `population`. */
export function populationRow({ area, year, sex, age, ethnicity }: PopulationCell, count: number): LakeRow {
  return { area: area.name, area_type: area.type, year, sex, age_band: age, ethnicity, count };
}
