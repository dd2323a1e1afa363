import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { ALL_MONTHS, MONTHS, scaled, type DemoPlan } from '../demo-plan.ts';
import { ILLUSTRATIVE_DIR } from './illustrative-dir.ts';

const place = { name: z.string(), people: z.number().positive(), level: z.number().positive() };
const schema = z.strictObject({
  growth_a_year: z.number(),
  mixes: z.record(z.string(), z.record(z.string(), z.number())),
  boroughs: z.array(z.strictObject({ ...place, mix: z.string(), tile: z.tuple([z.int(), z.int()]) })),
  forces: z.array(z.strictObject({ ...place, rows: z.string().optional() })),
});

export interface Place {
  readonly name: string;
  readonly inLondon: boolean;
  /** The force whose crimes these are. */
  readonly force: string;
  /** Multiplies rates of crime. */
  readonly level: number;
  /** Thousands of residents at full size. */
  readonly people: number;
  /** Shares of the groups that people belong to. */
  readonly mix: Readonly<Record<string, number>>;
  /** Row and column in a London of equal rectangles; null elsewhere. */
  readonly tile: readonly [row: number, column: number] | null;
  /** How the force signs rows of crimes and searches; null where only its totals are made. */
  readonly signs: string | null;
}

export const LONDON = 'Metropolitan Police';
const LONDON_SIGNS = 'Metropolitan Police Service';

/** The boroughs of London and the other forces. */
export class Places {
  readonly #growth: number;
  readonly all: readonly Place[];

  constructor({ planted }: DemoPlan) {
    const file = readYaml(join(ILLUSTRATIVE_DIR, 'places.yaml'), schema);
    this.#growth = file.growth_a_year;
    const mixOf = (name: string): Readonly<Record<string, number>> => file.mixes[name] ?? {};
    this.all = [
      ...file.boroughs.map(({ name, people, level, mix, tile }) => ({
        name,
        inLondon: true,
        force: LONDON,
        level: planted ? level : 1,
        people,
        mix: planted ? mixOf(mix) : mixOf('outer'),
        tile,
        signs: LONDON_SIGNS,
      })),
      ...file.forces.map(({ name, people, level, rows = null }) => ({
        name,
        inLondon: false,
        force: name,
        level: planted ? level : 1,
        people,
        mix: mixOf('elsewhere'),
        tile: null,
        signs: rows,
      })),
    ];
  }

  get boroughs(): readonly Place[] {
    return this.all.filter(({ inLondon }) => inLondon);
  }

  /** The forces of which single crimes and searches are written, with their places. */
  get forcesWithRows(): readonly {
    readonly name: string;
    readonly signs: string;
    readonly places: readonly Place[];
  }[] {
    const groups = Map.groupBy(this.all, ({ force }) => force);
    return [...groups].flatMap(([name, places]) => {
      const signs = places[0]?.signs ?? null;
      return signs === null ? [] : [{ name, signs, places }];
    });
  }

  /** Residents of a place in a year, at the plan's size. */
  people(of: Place, year: number, plan: DemoPlan): number {
    const first = Number(ALL_MONTHS[0]?.slice(0, 4));
    return Math.round(scaled(of.people * 1000, plan) * (1 + this.#growth * (year - first)));
  }
}

/** The months of a year, as their indices. */
export function monthsOfYear(from: string): readonly number[] {
  const first = ALL_MONTHS.findIndex((month) => month.slice(0, 7) === from);
  return first === -1
    ? []
    : Array.from({ length: 12 }, (_, index) => first + index).filter((index) => index < MONTHS);
}
