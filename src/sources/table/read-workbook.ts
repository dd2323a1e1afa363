import { read, utils, type ParsingOptions, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { BadInputError } from '../../foundation/errors.ts';
import type { Sheet, TextRow } from './sheet.ts';

/** Values as they are; not how they would look or how they came about, which is work for nothing. */
const VALUES_ONLY: ParsingOptions = {
  cellDates: true,
  cellHTML: false,
  cellText: false,
  cellFormula: false,
};

/**
 * Reads every sheet of a workbook (XLSX, XLS, ODS). Rows without any filled cell are passed over.
 * @param path the file's, for the error that names it
 * @param only names of sheets, where the others need not be read
 * @throws BadInputError for a workbook that is damaged
 */
export function readWorkbook(bytes: Uint8Array, path: string, only?: readonly string[]): readonly Sheet[] {
  try {
    return sheetsOf(readQuietly(bytes, { ...VALUES_ONLY, ...(only ? { sheets: [...only] } : {}) }));
  } catch (error) {
    // The reader meets damage as whatever its code happens to trip over: the reason is kept, the advice is ours.
    throw new BadInputError(
      'the workbook cannot be read: it is cut short or damaged',
      { file: path },
      'Download the file again.',
      { cause: error },
    );
  }
}

/** The first rows of every sheet, enough to recognise a layout. */
export function readWorkbookHead(bytes: Uint8Array, rows: number): readonly Sheet[] {
  return sheetsOf(readQuietly(bytes, { ...VALUES_ONLY, sheetRows: rows }));
}

/**
 * The reader writes to the console of every number format in an ODS that it only half understands. We read values and not
 * formats, and standard error belongs to our own messages; the reading is synchronous, so nothing else is silenced.
 */
function readQuietly(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  const say = console.error;
  console.error = () => undefined;
  try {
    return read(bytes, options);
  } finally {
    console.error = say;
  }
}

function sheetsOf(book: WorkBook): readonly Sheet[] {
  return book.SheetNames.map((name): Sheet => {
    const sheet = book.Sheets[name];
    const range = sheet ? filledRange(sheet, name) : null;
    const cells =
      sheet && range
        ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true, range })
        : [];
    // A sheet's used range may begin below its first row; line numbers are those that a person sees.
    const first = range?.s.r ?? 0;
    const rows = cells
      .map((row, index): TextRow => ({ line: first + index + 1, cells: Array.from(row, cellText) }))
      .filter((row) => row.cells.some((cell) => cell !== ''));
    return { name, rows, faults: [] };
  });
}

/** Far more cells than any table for people to read; a sheet of so many would take minutes, or all the memory. */
const MOST_CELLS = 20_000_000;

/**
 * From the beginning of what the sheet calls its range to the last cell that is filled. What it calls its end is not to be
 * trusted: a damaged file may claim hundreds of millions of rows.
 */
function filledRange(sheet: WorkSheet, name: string): Range | null {
  if (sheet['!ref'] === undefined) return null;
  const { s, e } = utils.decode_range(sheet['!ref']);
  const last = { r: -1, c: -1 };
  for (const key of Object.keys(sheet)) {
    if (key.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(key);
    last.r = Math.max(last.r, r);
    last.c = Math.max(last.c, c);
  }
  const end = { r: Math.min(e.r, last.r), c: Math.min(e.c, last.c) };
  if (end.r < s.r || end.c < s.c) return null;
  if ((end.r - s.r + 1) * (end.c - s.c + 1) > MOST_CELLS)
    throw new RangeError(`the sheet "${name}" spans more than ${MOST_CELLS} cells`);
  return { s, e: end };
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dayText(value);
  return '';
}

/** The reader gives a date cell as midnight, a few seconds off for old dates; and an empty date for cells it cannot read. */
function dayText(value: Date): string {
  const day = new Date(Math.round(value.getTime() / 86_400_000) * 86_400_000);
  return Number.isNaN(day.getTime()) ? 'unreadable date' : day.toISOString().slice(0, 10);
}
