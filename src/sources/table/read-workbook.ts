import { read, utils, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { BadInputError } from '../../foundation/errors.ts';
import type { Sheet, TextRow } from './sheet.ts';

/**
 * Reads every sheet of a workbook (XLSX, XLS, ODS). Rows without any filled cell are passed over.
 * @param path the file's, for the error that names it
 * @param only names of sheets, where the others need not be read
 * @throws BadInputError for a workbook that is damaged
 */
export function readWorkbook(bytes: Uint8Array, path: string, only?: readonly string[]): readonly Sheet[] {
  try {
    return sheetsOf(readQuietly(bytes, { cellDates: true, ...(only ? { sheets: [...only] } : {}) }));
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
  return sheetsOf(readQuietly(bytes, { cellDates: true, sheetRows: rows }));
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
    const cells = sheet
      ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true })
      : [];
    // A sheet's used range may begin below its first row; line numbers are those that a person sees.
    const first = sheet?.['!ref'] === undefined ? 0 : utils.decode_range(sheet['!ref']).s.r;
    const rows = cells
      .map((row, index): TextRow => ({ line: first + index + 1, cells: Array.from(row, cellText) }))
      .filter((row) => row.cells.some((cell) => cell !== ''));
    return { name, rows, faults: [] };
  });
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
