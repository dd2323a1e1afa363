import {
  type Cell,
  type ChartColumn,
  type ChartTable,
  NOT_AVAILABLE,
  formatFigure,
} from '../../../charts/index.ts';
import type { Html } from '../html.ts';
import { Table } from '../table/table.tsx';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Prints a cell of a chart's table; the default prints it in its column's unit, or with up to four decimals. */
export type CellFormatter = (cell: Cell, column: ChartColumn) => string;

/** The numbers of a chart as a table; its first column names the rows, and a figure that is null reads "not available". */
export function ChartNumbers({
  table,
  format = plainCell,
}: {
  readonly table: ChartTable;
  readonly format?: CellFormatter | undefined;
}): Html {
  const alignment = (index: number) => (table.columns[index]?.numeric === true ? 'numeric' : undefined);
  return (
    <Table
      caption={table.caption}
      classes="table-fit"
      firstCellIsHeader
      head={table.columns.map(({ label }, index) => ({ text: label, format: alignment(index) }))}
      rows={table.rows.map((row) =>
        table.columns.map((column, index) => ({
          text: format(row[index] ?? null, column),
          format: alignment(index),
        })),
      )}
    />
  );
}

/** A figure that is missing says so; a remark that is missing (no special cause, not provisional) is left blank. */
function plainCell(cell: Cell, { unit, numeric }: ChartColumn): string {
  if (cell === null && !numeric) return '';
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return NOT_AVAILABLE;
  if (typeof cell === 'string') return cell;
  return unit === undefined ? NUMBER.format(cell).replace('-', '−') : formatFigure(cell, unit);
}
