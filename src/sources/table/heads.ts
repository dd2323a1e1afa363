import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { InputFile, Sample } from '../input/input-file.ts';
import { parquetNames } from './parquet-columns.ts';
import { readWorkbookHead } from './read-workbook.ts';
import type { Sheet } from './sheet.ts';

/** Title and note rows above a header; published workbooks have up to ten. */
const ROWS_IN_HEAD = 15;

const workbooks = new WeakMap<InputFile, readonly Sheet[]>();

/** The first rows of each sheet of a workbook; empty for other formats and for workbooks that cannot be read. */
export function workbookHeads(sample: Sample): readonly Sheet[] {
  if (sample.format !== 'xlsx' && sample.format !== 'xls' && sample.format !== 'ods') return [];
  const known = workbooks.get(sample.file);
  if (known) return known;
  const sheets = tryToRead(() => readWorkbookHead(bytesOf(sample.file), ROWS_IN_HEAD)) ?? [];
  workbooks.set(sample.file, sheets);
  return sheets;
}

/** Whether a table whose header has all of some columns (case and line breaks apart) stands in a file. */
export function hasColumns(sample: Sample, columns: readonly string[]): boolean {
  if (sample.csv) return includesAll(sample.csv.header, columns);
  if (sample.format === 'parquet') {
    return tryToRead(() => parquetNames(bytesOf(sample.file), columns)) ?? false;
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
