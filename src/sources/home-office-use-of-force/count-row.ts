import type { Area } from '../../areas/index.ts';
import { count, missingMark } from '../table/cells.ts';
import type { Period } from '../table/period.ts';
import type { LakeRow, Tally } from '../table/tally.ts';
import type { Tactic } from './tactic.ts';

export interface CountParts {
  readonly area: Area;
  readonly period: Period;
  readonly measure: string;
  readonly type: string;
  readonly tactic: Tactic;
  readonly group?: readonly [type: string, value: string];
  readonly cell: string;
  readonly column: string;
  readonly line: number;
}

/**
 * The row of `use_of_force` for a cell; none for a repeat of one that stood before in the same file.
 * @throws RowFault for a cell that is neither a count nor a known mark, or that contradicts an earlier one
 */
export function countRow(tally: Tally, parts: CountParts): readonly LakeRow[] {
  const { area, period, tactic } = parts;
  const mark = missingMark(parts.cell);
  const row: LakeRow = {
    force: area.type === 'force' ? area.slug : null,
    area: area.name,
    area_type: area.type,
    year: Number(period.to.slice(0, 4)),
    period_from: period.from,
    period_to: period.to,
    measure: parts.measure,
    tactic_type: parts.type === '' ? null : parts.type.replaceAll(/\s+/g, ' '),
    tactic: tactic.name,
    part: tactic.part,
    group_type: parts.group?.[0] ?? null,
    group_value: parts.group?.[1] ?? null,
    count: mark === null ? count(parts.cell, parts.column) : null,
    flag: mark === '' ? 'x' : mark,
  };
  const key = [
    area.name,
    period.from,
    period.to,
    parts.measure,
    parts.type,
    tactic.name,
    row['group_type'] ?? null,
    row['group_value'] ?? null,
  ];
  return tally.isNew(key, row['count'] ?? row['flag'] ?? null, parts.line, parts.column) ? [row] : [];
}
