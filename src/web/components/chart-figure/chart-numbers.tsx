import type { Cell, ChartColumn, ChartTable } from '../../../charts/chart.ts';
import type { Html } from '../html.ts';
import { Table } from '../table/table.tsx';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Prints a cell of a chart's table; the default groups thousands and keeps four decimals. */
export type CellFormatter = (cell: Cell, column: ChartColumn) => string;

/** The numbers of a chart as a table; its first column names the rows, and null reads "not available". */
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

function plainCell(cell: Cell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return 'not available';
  return typeof cell === 'number' ? NUMBER.format(cell).replace('-', '−') : cell;
}
