import type { Area } from '../../areas/index.ts';
import { decimal, missingMark } from '../table/cells.ts';
import type { LakeRow } from '../table/tally.ts';
import type { Period } from './period.ts';

/** A cell as it is published: a number, or the mark that stands for one that is not (`u1`, `x`). */
export interface PublishedCell {
  readonly value: number | null;
  readonly flag: string | null;
}

/**
 * Reads a cell.
 * @throws RowFault for text that is neither a number nor a known mark
 */
export function published(cell: string, column: string): PublishedCell {
  const mark = missingMark(cell);
  if (mark !== null) return { value: null, flag: mark === '' ? 'x' : mark };
  return { value: decimal(cell, column), flag: null };
}

export interface FigureParts {
  readonly area: Area;
  readonly measure: string;
  readonly period: Period;
  readonly unit: string;
  readonly cell: PublishedCell;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly group?: string;
}

/** A row of `published_figure`. */
export function figure(parts: FigureParts): LakeRow {
  const { area, period, cell } = parts;
  return {
    area: area.name,
    area_type: area.type,
    measure: parts.measure,
    group_type: parts.group === undefined ? null : 'offence',
    group_value: parts.group ?? null,
    period_from: period.from,
    period_to: period.to,
    value: cell.value,
    numerator: parts.numerator ?? null,
    denominator: parts.denominator ?? null,
    unit: parts.unit,
    flag: cell.flag,
  };
}

/**
 * The number of people (or households) that the publisher divided by. The tables print it rounded to 100, but a count and its
 * unrounded rate give it back exactly; it is taken so only when it is a whole number and, where the rounded one is known, rounds to it.
 */
export function divisor(
  count: number | null,
  rate: number | null,
  per: number,
  rounded: number | null,
): number | null {
  if (count === null || rate === null) return null;
  if (count > 0 && rate > 0) {
    const exact = Math.round((count / rate) * per);
    const agrees = Math.abs(((count / exact) * per) / rate - 1) < 1e-9;
    if (exact > 0 && agrees && (rounded === null || Math.abs(exact - rounded) <= 50)) return exact;
  }
  return rounded;
}
