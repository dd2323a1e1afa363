import { BadInputError } from '../../foundation/errors.ts';
import type { Reject } from '../../lake/release.ts';
import { csvRecords } from '../csv/records.ts';
import type { InputFile } from '../input/input-file.ts';
import { sampleOf } from '../input/sample.ts';
import { parsedAlready } from './heads.ts';
import { readParquet } from './read-parquet.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Sheet, TextRow } from './sheet.ts';

/**
 * Reads a table file whole: delimited text (any of , ; tab |), XLSX, XLS, ODS or Parquet, told by its bytes.
 * @throws BadInputError for a file that is none of these, or that has not a single row
 */
export async function readSheets(file: InputFile): Promise<readonly Sheet[]> {
  const { format, csv } = await sampleOf(file);
  if (format === 'csv') return [delimitedSheet(await file.text(), csv?.delimiter ?? ',')];
  if (format === 'xlsx' || format === 'xls' || format === 'ods')
    return parsedAlready(file) ?? readWorkbook(await file.read(), file.path);
  if (format === 'parquet') return [await readParquet(file)];
  if (file.size === 0) {
    throw new BadInputError('no rows: the file is empty', { file: file.path }, 'Download the file again.');
  }
  throw new BadInputError(
    'the file is not a table (delimited text, workbook or Parquet)',
    { file: file.path },
    'Check that the download is what it claims to be.',
  );
}

function delimitedSheet(text: string, delimiter: string): Sheet {
  const rows: TextRow[] = [];
  const faults: Reject[] = [];
  let atHead = true;
  for (const item of csvRecords(text, delimiter)) {
    if (item.kind === 'fault') {
      faults.push({ line: item.line, column: String(item.column), reason: item.reason, text: item.text });
      continue;
    }
    // Lines of citation before the header begin with '#'; after it, '#' is a mark for a withheld figure.
    if (atHead && item.cells[0]?.startsWith('#')) continue;
    atHead = false;
    rows.push({ line: item.line, cells: item.cells.map((cell) => cell.trim()) });
  }
  return { name: null, rows, faults };
}
