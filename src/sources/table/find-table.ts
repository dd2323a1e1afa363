import { BadInputError } from '../../foundation/errors.ts';
import type { Reject } from '../../lake/release.ts';
import { foldHeader } from './heads.ts';
import type { Sheet, TextRow } from './sheet.ts';

/** The columns of a layout: our key → the header cells that it goes by, the usual one first. */
export type Columns<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** A table found in a file: where its header stands, and the rows below it. */
export interface FoundTable<Key extends string> {
  readonly sheet: Sheet;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly records: readonly TextRow[];
  /** Position of each column; -1 for an optional one that is absent. */
  readonly at: Readonly<Record<Key, number>>;
  /** Header cells that the layout does not know (blank ones left out). */
  readonly extra: readonly { readonly name: string; readonly at: number }[];
}

/**
 * Finds the first table in some sheets whose header has all the needed columns.
 * @param optional columns that may be absent
 * @throws BadInputError naming the columns that are missing from the likeliest header, or "no rows" for a bare header
 */
export function findTable<Key extends string>(
  sheets: readonly Sheet[],
  columns: Columns<Key>,
  file: string,
  optional: readonly NoInfer<Key>[] = [],
): FoundTable<Key> {
  const keys = Object.keys(columns) as Key[];
  const needed = keys.filter((key) => !optional.includes(key));
  let nearest: { readonly missing: readonly Key[]; readonly line: number } | null = null;
  for (const sheet of sheets) {
    for (const [index, row] of sheet.rows.slice(0, 30).entries()) {
      const at = positions(row.cells, columns);
      const missing = needed.filter((key) => at[key] === -1);
      if (missing.length === 0) {
        const records = sheet.rows
          .slice(index + 1)
          .filter((record) => record.cells.some((cell) => cell !== ''));
        if (records.length === 0 && sheet.faults.length === 0) throw noRows(file, row.line);
        const known = new Set(Object.values(at));
        const extra = row.cells
          .map((name, at) => ({ name, at }))
          .filter(({ name, at }) => name !== '' && !known.has(at));
        const above = recordsAbove(sheet, index);
        return {
          sheet: { ...sheet, faults: [...sheet.faults, ...above] },
          header: row.cells,
          headerLine: row.line,
          records,
          at,
          extra,
        };
      }
      if (nearest === null || missing.length < nearest.missing.length) nearest = { missing, line: row.line };
    }
  }
  if (nearest === null) throw noRows(file, 1);
  const names = nearest.missing.map((key) => `"${columns[key][0] ?? key}"`).join(', ');
  throw new BadInputError(
    `the ${nearest.missing.length === 1 ? 'column' : 'columns'} ${names} ${nearest.missing.length === 1 ? 'is' : 'are'} missing`,
    { file, line: nearest.line },
    'Download the file again, or name its layout with --as.',
  );
}

/**
 * Rows above the header of delimited text that are filled like records and not like a title: the file was put together wrongly, and
 * they are named rather than passed over. Workbooks have headings in several rows, so nothing can be said of theirs.
 */
export function recordsAbove({ name, rows }: Sheet, header: number): readonly Reject[] {
  if (name !== null) return [];
  const filled = ({ cells }: TextRow): number => cells.filter((cell) => cell !== '').length;
  const width = filled(rows[header] ?? { line: 0, cells: [] });
  return rows
    .slice(0, header)
    .filter((row) => filled(row) > 1 && filled(row) * 2 >= width)
    .map(({ line, cells }) => ({
      line,
      column: null,
      reason: 'stands above the header',
      text: cells.join(',').slice(0, 500),
    }));
}

function positions<Key extends string>(
  header: readonly string[],
  columns: Columns<Key>,
): Record<Key, number> {
  const folded = header.map(foldHeader);
  const entries = (Object.entries(columns) as [Key, readonly string[]][]).map(([key, names]) => {
    const found = names.map((name) => folded.indexOf(foldHeader(name))).find((at) => at !== -1);
    return [key, found ?? -1] as const;
  });
  return Object.fromEntries(entries) as Record<Key, number>;
}

function noRows(file: string, line: number): BadInputError {
  return new BadInputError(
    'no rows: there is nothing below the header',
    { file, line },
    'Download the file again.',
  );
}
