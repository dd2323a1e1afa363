import type { Sheet, TextRow } from '../table/sheet.ts';

/** One table of the workbook: what its head says, its columns, and its rows. */
export interface PfaTable {
  readonly sheet: string;
  /** The lines above the header, joined: title, coverage, period. */
  readonly title: string;
  readonly headerLine: number;
  readonly columns: readonly PfaColumn[];
  /** Position of the area's code; -1 where the table has none. */
  readonly codeAt: number;
  readonly nameAt: number;
  readonly records: readonly TextRow[];
}

export interface PfaColumn {
  readonly at: number;
  /** The heading without line breaks and notes. */
  readonly name: string;
}

/** The table on a sheet, or null for a sheet of text (cover, contents, notes) and for one that stacks several tables. */
export function pfaTable(sheet: Sheet): PfaTable | null {
  const headers = sheet.rows.filter((row) => row.cells.some(isAreaName));
  const [header] = headers;
  if (!header || headers.length > 1) return null;
  const nameAt = header.cells.findIndex(isAreaName);
  const titles = sheet.rows.filter((row) => row.line < header.line).map((row) => row.cells[0] ?? '');
  return {
    sheet: (sheet.name ?? '').trim(),
    title: tidy(titles.join(' ')),
    headerLine: header.line,
    columns: header.cells
      .map((cell, at) => ({ at, name: tidy(cell) }))
      .filter(({ at, name }) => at > nameAt && name !== ''),
    codeAt: header.cells.findIndex((cell) => /^area codes?$/i.test(tidy(cell))),
    nameAt,
    records: sheet.rows.filter((row) => row.line > header.line && (row.cells[nameAt] ?? '') !== ''),
  };
}

/** A heading without line breaks, runs of blanks and `[note 2]`. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\[\s*note[^\]]*\]/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The numbers of the notes that hang on a name: "London [note 3][note 11]" → ["3", "11"]. */
export function notesOn(text: string): string[] {
  return [...text.matchAll(/\[\s*note\s*([^\]]*)\]/gi)].flatMap((match) =>
    (match[1] ?? '').split(',').map((each) => each.trim()),
  );
}

function isAreaName(cell: string): boolean {
  return /^area names?$/i.test(tidy(cell));
}
