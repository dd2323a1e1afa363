import { addDays, monthsBetween } from '../../foundation/iso-date.ts';
import { decimal, missingMark } from './cells.ts';
import type { Period } from './period.ts';
import type { LakeRow } from './tally.ts';

export interface IndicatorParts {
  readonly name: string;
  readonly area: string;
  /** Null where the publication does not say. */
  readonly period: Period | null;
  readonly unit: string;
  readonly cell: string;
  readonly column: string;
}

/**
 * A row of `indicator`: `date` is the last day of the period and `months` its length (0 for a single day). A mark that stands for a
 * missing figure becomes the flag.
 * @throws RowFault for a cell that is neither a number nor a known mark
 */
export function indicator({ name, area, period, unit, cell, column }: IndicatorParts): LakeRow {
  const mark = missingMark(cell);
  return {
    name,
    area,
    date: period?.to ?? null,
    months:
      period === null || period.from === period.to ? 0 : monthsBetween(period.from, addDays(period.to, 1)),
    value: mark === null ? decimal(cell, column) : null,
    unit,
    flag: mark === '' ? 'x' : mark,
  };
}
