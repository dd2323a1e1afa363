import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CsvHead, InputFile, Sample } from '../input/input-file.ts';
import { localFile } from '../input/local-file.ts';
import { sampleOf } from '../input/sample.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';

/** Title and note rows that may stand above a header. */
const ROWS_BEFORE_DATA = 15;
const RECORDS_IN_SAMPLE = 50;
const CONTAINERS = new Set<Sample['format']>(['xlsx', 'xls', 'ods', 'parquet']);

/**
 * The tables in a workbook or Parquet file, each as delimited text, so that a layout known as CSV is known in every container. A sheet is
 * to its workbook what a member is to a ZIP.
 * @param recognises whether some source knows a table with such a header
 * @returns samples of files in `scratch`; none for a file that is no container, or holds nothing that is recognised
 */
export async function unwrap(
  sample: Sample,
  scratch: string,
  recognises: (sample: Sample) => boolean,
): Promise<readonly Sample[]> {
  if (!CONTAINERS.has(sample.format)) return [];
  const { file } = sample;
  const sheets = await readSheets(file).catch(() => []);
  const tables = sheets.flatMap((sheet) => {
    const header = headerOf(sheet, file, recognises);
    return header === null ? [] : [{ sheet, header }];
  });
  return Promise.all(
    tables.map(async ({ sheet, header }) => {
      const path = join(scratch, crypto.randomUUID());
      await writeFile(path, textOf(sheet, header));
      // The name of the file may say what its rows do not (a force, a year): the only table in it keeps that name.
      const member = tables.length === 1 ? file.member : memberName(file.member, sheet.name);
      return sampleOf(await localFile(file.path, path, member));
    }),
  );
}

function memberName(member: string | null, sheet: string | null): string | null {
  if (sheet === null) return member;
  return member === null ? sheet : `${member} › ${sheet}`;
}

/** Position of the first row that some source knows as a header. */
function headerOf(sheet: Sheet, file: InputFile, recognises: (sample: Sample) => boolean): number | null {
  for (const [index, row] of sheet.rows.slice(0, ROWS_BEFORE_DATA).entries()) {
    if (row.cells.filter((cell) => cell !== '').length < 2) continue;
    const records = sheet.rows.slice(index + 1, index + 1 + RECORDS_IN_SAMPLE).map(({ cells }) => cells);
    const csv: CsvHead = { delimiter: ',', newline: '\n', header: row.cells, records, headerLine: row.line };
    const head = [row.cells, ...records].map(lineOf).join('\n');
    if (recognises({ file, format: 'csv', head, encoding: 'utf-8', csv })) return index;
  }
  return null;
}

/** The rows from the header on, so that each stands on the line that a person sees in the sheet. */
function textOf(sheet: Sheet, from: number): string {
  const rows = sheet.rows.slice(from);
  const above = Math.max(0, (rows[0]?.line ?? 1) - 1);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const lines = rows.map(({ cells }) => lineOf(Array.from({ length: width }, (_, at) => cells[at] ?? '')));
  return `${'#\n'.repeat(above)}${lines.join('\n')}\n`;
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
