import { basename } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import { parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import { HOME_OFFICE } from '../home-office/home-office.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { hasColumns, workbookHeads } from '../table/heads.ts';
import { calendarYear, monthsIn, type Period } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';
import { Tally } from '../table/tally.ts';
import { forceHeader, readForces, readTactics, tacticHeader, titleOf } from './tables.ts';

const ADDRESS = 'https://www.gov.uk/government/collections/police-use-of-force-statistics';

/**
 * Police use of force, the published workbook: tactics by age, gender, ethnicity and more as officers perceived them, for the nation and by
 * force; incidents; and uses of conducted energy devices (CED), which count more than the tactic "CED" of the other tables does.
 * A row is a report by one officer, not an incident and not a person. Groups changed in 2019/20 (Chinese and Don't know were dropped).
 */
export const useOfForceWorkbook: RowsSource = {
  kind: 'rows',
  id: 'home-office-use-of-force',
  table: 'use_of_force',
  title: 'Police use of force statistics, England and Wales: data tables',
  ...HOME_OFFICE,
  address: ADDRESS,
  looksLike:
    'workbook (ODS, XLSX) with sheets titled "Table 4. Number of times tactics were used, by officer perceived ethnicity …"',
  recognises: (sample) =>
    workbookHeads(sample).some((sheet) =>
      /^Table \d+\. Number of times tactics were used/i.test(titleOf(sheet.rows)),
    ),
  read: readWorkbook,
};

/** The same tables, one a file, as tidied into CSV; the period stands in the name of the file only. */
export const useOfForceCsv: RowsSource = {
  kind: 'rows',
  id: 'home-office-use-of-force-csv',
  table: 'use_of_force',
  title: 'Police use of force statistics, England and Wales: one table a file',
  ...HOME_OFFICE,
  address: ADDRESS,
  looksLike:
    'Police Force, Type of force, Tactic, then a column a group; or Region, Police force, Total …; the period in the name of the file (april2018-march2019.csv)',
  recognises: isCsv,
  read: readCsv,
};

function isCsv(sample: Sample): boolean {
  if (!sample.csv) return false;
  return (
    hasColumns(sample, ['Police Force', 'Type of force', 'Tactic']) ||
    hasColumns(sample, ['Region', 'Police force', 'Total'])
  );
}

async function readWorkbook(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const sheets = await readSheets(file);
  const main = mainPeriod(sheets, file);
  const tally = new Tally();
  const left: string[] = [];
  for (const sheet of sheets) {
    const title = titleOf(sheet.rows);
    const own = /CED/.test(title) ? (monthsIn(title) ?? main) : main;
    const period = own.to >= main.to ? main : own;
    const reading = { areas: context.areas, tally, title, period, main, manyGroups: true };
    const tactics = tacticHeader(sheet);
    const forces = forceHeader(sheet);
    if (tactics !== null) readTactics(sheet, tactics, reading);
    else if (forces !== null) readForces(sheet, forces, reading);
    else if (/^Table/i.test(title)) left.push(title);
  }
  if (left.length > 0) tally.warn(`tables in another layout were left out: ${left.join('; ')}`);
  const published = publicationDate(sheets);
  return tally.finish({
    scope: `home-office-use-of-force/${main.to}`,
    force: null,
    warnings: [],
    ...(published === null ? {} : { published: { date: published, basis: 'stated' as const } }),
  });
}

async function readCsv(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const [sheet] = await readSheets(file);
  const name = basename(file.member ?? file.path);
  const period = monthsIn(name.replaceAll('_', ' ')) ?? calendarYear(/\d{4}/.exec(name)?.[0] ?? '');
  if (!sheet || !period) {
    throw new BadInputError(
      'the file does not say of which months its figures are',
      { file: file.path },
      'Give it a name with its months, such as april2018-march2019.csv.',
    );
  }
  const tally = new Tally();
  tally.faults(sheet.faults);
  const reading = { areas: context.areas, tally, title: file.path, period, main: period, manyGroups: false };
  const tactics = tacticHeader(sheet);
  if (tactics !== null) readTactics(sheet, tactics, reading);
  else readForces(sheet, forceHeader(sheet) ?? 0, reading);
  tally.warn(
    `the period (${period.from} to ${period.to}) is taken from the name of the file; the file itself does not say it`,
  );
  const header = sheet.rows[0]?.cells.slice(0, 4).join('/') ?? '';
  return tally.finish({
    scope: `home-office-use-of-force-csv/${header}/${period.to}`,
    force: null,
    warnings: [],
  });
}

/** The period of the whole publication, which its contents name. */
function mainPeriod(sheets: readonly Sheet[], file: InputFile): Period {
  const titles = sheets.flatMap((sheet) => sheet.rows.slice(0, 8).map((row) => row.cells.join(' ')));
  const found = titles
    .filter((title) => /use of force statistics/i.test(title))
    .map(monthsIn)
    .find((each) => each !== null);
  if (found) return found;
  throw new BadInputError(
    'no sheet says of which months the figures are',
    { file: file.path },
    'Download the file again.',
  );
}

/** "Publication Date: 13 December 2018" → its day; null where no sheet says it. */
function publicationDate(sheets: readonly Sheet[]): ReturnType<typeof dayOf> {
  for (const row of sheets.flatMap((sheet) => sheet.rows.slice(0, 8))) {
    const text = /publication date: (\d{1,2} [a-z]+ \d{4})/i.exec(row.cells.join(' '))?.[1];
    if (text !== undefined) return dayOf(text);
  }
  return null;
}

function dayOf(text: string): IsoDate | null {
  const time = Date.parse(`${text} UTC`);
  return Number.isNaN(time) ? null : parseIsoDate(new Date(time).toISOString().slice(0, 10));
}
