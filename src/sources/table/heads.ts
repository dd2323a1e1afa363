import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { InputFile, Sample } from '../input/input-file.ts';
import { parquetFooter, parquetNames } from './parquet-columns.ts';
import { readWorkbook, readWorkbookHead } from './read-workbook.ts';
import type { Sheet } from './sheet.ts';

/** Title and note rows above a header; published workbooks have up to ten. */
const ROWS_IN_HEAD = 15;

const workbooks = new WeakMap<InputFile, readonly Sheet[]>();
const parsed = new WeakMap<InputFile, readonly Sheet[]>();
const footers = new WeakMap<InputFile, Buffer>();

/** The first rows of each sheet of a workbook; empty for other formats and for workbooks that cannot be read. */
export function workbookHeads(sample: Sample): readonly Sheet[] {
  if (sample.format !== 'xlsx' && sample.format !== 'xls' && sample.format !== 'ods') return [];
  const known = workbooks.get(sample.file);
  if (known) return known;
  // Of an ODS the whole must be unpacked and parsed to see the first rows: it is kept for the one who reads it next.
  const whole =
    sample.format === 'ods' ? tryToRead(() => readWorkbook(bytesOf(sample.file), sample.file.path)) : null;
  if (whole) parsed.set(sample.file, whole);
  const sheets =
    whole?.map(({ name, rows, faults }) => ({
      name,
      rows: rows.filter((row) => row.line <= ROWS_IN_HEAD),
      faults,
    })) ??
    tryToRead(() => readWorkbookHead(bytesOf(sample.file), ROWS_IN_HEAD)) ??
    [];
  workbooks.set(sample.file, sheets);
  return sheets;
}

/** The sheets of a workbook that was parsed whole while it was recognised. Given once, so that nothing large is kept. */
export function parsedAlready(file: InputFile): readonly Sheet[] | null {
  const sheets = parsed.get(file) ?? null;
  parsed.delete(file);
  return sheets;
}

/** Whether a table whose header has all of some columns (case and line breaks apart) stands in a file. */
export function hasColumns(sample: Sample, columns: readonly string[]): boolean {
  if (sample.csv) return includesAll(sample.csv.header, columns);
  if (sample.format === 'parquet') {
    return tryToRead(() => parquetNames(footerOf(sample.file), columns)) ?? false;
  }
  return workbookHeads(sample).some((sheet) => sheet.rows.some((row) => includesAll(row.cells, columns)));
}

/** The form in which header cells are compared: small letters, one blank for any run of white space or underscores. */
export function foldHeader(cell: string): string {
  return cell
    .replaceAll(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

function includesAll(cells: readonly string[], columns: readonly string[]): boolean {
  const folded = new Set(cells.map(foldHeader));
  return columns.every((column) => folded.has(foldHeader(column)));
}

/** The end of a Parquet file, read once for all the sources that look at it. */
function footerOf(file: InputFile): Buffer {
  const known = footers.get(file);
  if (known) return known;
  const footer = parquetFooter(bytesOf(file));
  footers.set(file, footer);
  return footer;
}

function bytesOf(file: InputFile): Buffer {
  const raw = readFileSync(file.localPath);
  return file.gzip ? gunzipSync(raw) : raw;
}

/** A damaged file is simply not recognised here; the importer says what is wrong with it. */
function tryToRead<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch {
    return null;
  }
}
