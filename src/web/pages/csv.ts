/** What may stand in a cell of a CSV file. */
export type CsvCell = string | number | null | readonly string[];

/**
 * Rows as CSV (RFC 4180, UTF-8, CRLF). Missing values are empty; lists are joined by blanks. Text that a spreadsheet would
 * take for a formula is preceded by an apostrophe; numbers stay numbers, with full precision.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = typeof value === 'string' ? value : value.join(' ');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
