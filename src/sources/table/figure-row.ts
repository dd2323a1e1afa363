import { decimal, missingMark } from './cells.ts';
import type { Period } from './period.ts';
import type { LakeRow } from './tally.ts';

export interface FigureRowParts {
  readonly area: { readonly name: string; readonly type: string };
  readonly measure: string;
  readonly group?: readonly [type: string, value: string];
  /** Null where the publication does not say. */
  readonly period: Period | null;
  readonly unit: string;
  readonly cell: string;
  readonly column: string;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}

/**
 * A row of `published_figure`. A mark that stands for a missing figure becomes the flag (`x` for a blank cell).
 * @throws RowFault for a cell that is neither a number nor a known mark
 */
export function figureRow(parts: FigureRowParts): LakeRow {
  const mark = missingMark(parts.cell);
  return {
    area: parts.area.name,
    area_type: parts.area.type,
    measure: parts.measure,
    group_type: parts.group?.[0] ?? null,
    group_value: parts.group?.[1] ?? null,
    period_from: parts.period?.from ?? null,
    period_to: parts.period?.to ?? null,
    value: mark === null ? decimal(parts.cell, parts.column) : null,
    numerator: parts.numerator ?? null,
    denominator: parts.denominator ?? null,
    unit: parts.unit,
    flag: mark === '' ? 'x' : mark,
  };
}

/** What makes a published figure one: all but its value. */
export function figureKey(row: LakeRow): (string | number | boolean | null)[] {
  const names = ['area', 'measure', 'group_type', 'group_value', 'period_from', 'period_to'];
  return names.map((name) => row[name] ?? null);
}
