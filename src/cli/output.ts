import type { Cell, Result } from '../lake/engine.ts';

/** Where a command writes: answers to stdout, everything else to stderr. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTTY: boolean;
}

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTTY: process.stderr.isTTY,
};

/** JSON for machines: two-space indented, with a newline at its end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Rows as CSV with a header. Cells that a spreadsheet would take for a formula are left as they are: this is data, not a sheet. */
export function toCsv(result: Result): string {
  const lines = [
    result.columns.map(({ name }) => csvCell(name)),
    ...result.rows.map((row) => result.columns.map(({ name }) => csvCell(row[name] ?? null))),
  ];
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as a table for eyes: columns aligned, numbers to the right. */
export function toTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))));
  const width = columns.map((name, index) =>
    Math.max(name.length, ...text.map((row) => row[index]?.length ?? 0)),
  );
  const numeric = columns.map(
    (_, index) =>
      rows.some((row) => typeof row[index] === 'number') &&
      rows.every((row) => row[index] === null || typeof row[index] === 'number'),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        numeric[index] ? cell.padStart(width[index] ?? 0) : cell.padEnd(width[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${[line(columns), line(width.map((size) => '-'.repeat(size))), ...text.map(line)].join('\n')}\n`;
}
