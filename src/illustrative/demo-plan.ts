import { addMonths, type IsoDate } from '../foundation/iso-date.ts';

/** What a set of illustrative files is made from: the same plan gives the same bytes on every machine. */
export interface DemoPlan {
  /** At 1 a tenth of a big city's people, crimes and searches; at 10 all of them. Surveys keep their size. */
  readonly scale: number;
  readonly seed: number;
  /** Whether truths are planted; without, nothing changes and nobody differs, save by chance. */
  readonly planted: boolean;
}

export const FIRST_MONTH = '2017-01-01' as IsoDate;
export const MONTHS = 84;

/** Every month of the illustrative data, oldest first. */
export const ALL_MONTHS: readonly IsoDate[] = Array.from({ length: MONTHS }, (_, index) =>
  addMonths(FIRST_MONTH, index),
);

/** What is true at full size (`--scale 10`), at the plan's size. */
export function scaled(full: number, { scale }: DemoPlan): number {
  return (full * scale) / 10;
}
