import { month } from '../table/cells.ts';

const MONTH_HEADING = /^(19|20)\d{2}(0[1-9]|1[0-2])$/;

export interface MonthColumn {
  readonly at: number;
  readonly name: string;
  /** First day of the month. */
  readonly label: string;
}

/** The columns of a wide table that are months (201004), each month once. */
export function monthColumns(
  columns: readonly { readonly name: string; readonly at: number }[],
): readonly MonthColumn[] {
  const found = columns
    .filter(({ name }) => MONTH_HEADING.test(name))
    .map(({ name, at }) => ({ at, name, label: month(name, name) as string }));
  return [...new Map(found.map((column) => [column.label, column])).values()];
}
