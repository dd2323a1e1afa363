import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { workbookHeads } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';
import { isKnifeOffences, readKnifeOffences } from './knife-offences.ts';
import {
  isOffenceCounts,
  isOffenceRates,
  readOffenceCounts,
  readOffenceRates,
  type Counts,
} from './offence-tables.ts';
import { notesOn, pfaTable, tidy, type PfaTable } from './pfa-table.ts';
import { readYearTable, YEAR_TABLES } from './year-tables.ts';

/**
 * Crime in England and Wales: Police Force Area data tables. One workbook (named .xls although it is XLSX), a table a sheet, with
 * title rows, notes in names and headings, line breaks in headings, and totals among the forces. Totals for England and Wales
 * hold British Transport Police. Knife offences are the ONS's selection of serious offences from a collection of its own,
 * which is not the Metropolitan Police's knife crime: the two share no measure.
 */
export const onsPfaTables: RowsSource = {
  kind: 'rows',
  id: 'ons-pfa-tables',
  table: 'published_figure',
  title: 'Crime in England and Wales: Police Force Area data tables',
  publisher: 'Office for National Statistics; Home Office',
  licence: 'Open Government Licence v3.0',
  address:
    'https://www.ons.gov.uk/peoplepopulationandcommunity/crimeandjustice/datasets/policeforceareadatatables',
  looksLike: 'Workbook with "Police force area data tables" on its cover and sheets Table P1, P3, P7 …',
  recognises: isPfaWorkbook,
  read: readPfaTables,
};

function isPfaWorkbook(sample: Sample): boolean {
  const sheets = workbookHeads(sample);
  const cover = sheets.some(({ rows }) =>
    rows.some(({ cells }) => /police force area data tables/i.test(cells[0] ?? '')),
  );
  const titles = sheets.filter(({ rows }) => /^(work)?(sheet|table) P\d+/i.test(rows[0]?.cells[0] ?? ''));
  return titles.length > 0 && (cover || titles.some((sheet) => pfaTable(sheet) !== null));
}

async function readPfaTables(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const sheets = await readSheets(file);
  const tables = sheets.map((sheet) => ({ name: (sheet.name ?? '').trim(), table: pfaTable(sheet) }));
  const tally = new Tally();
  const counts: Counts = new Map();
  const perYear = new Map<string, number>();
  const read = new Set<string>();
  const each = (is: (table: PfaTable) => boolean, use: (table: PfaTable) => void): void => {
    for (const { name, table } of tables) {
      if (!table || read.has(name) || !is(table)) continue;
      read.add(name);
      use(table);
    }
  };
  each(isOffenceCounts, (table) => readOffenceCounts(table, context, tally, counts));
  each(isOffenceRates, (table) => readOffenceRates(table, context, tally, counts));
  each(isKnifeOffences, (table) => readKnifeOffences(table, context, tally));
  for (const kind of YEAR_TABLES) {
    each(
      ({ title }) => kind.title.test(title),
      (table) => readYearTable(kind, table, context, tally, perYear),
    );
  }
  if (read.size === 0) {
    throw new BadInputError(
      'no sheet holds a table of this publication that can be read',
      { file: file.path },
      'Download the workbook again.',
    );
  }
  const left = tables.filter(({ name }) => /P\d/.test(name) && !read.has(name)).map(({ name }) => name);
  if (left.length > 0)
    tally.warn(`tables that were left out (quarters, changes and percentages): ${left.join('; ')}`);
  for (const note of areaNotes(tables.flatMap(({ name, table }) => (table && read.has(name) ? [table] : []))))
    tally.warn(note);
  if (tally.rows.length === 0 && tally.rejects.length === 0) {
    throw new BadInputError(
      'no rows: the tables are empty',
      { file: file.path },
      'Download the workbook again.',
    );
  }
  return tally.finish({ scope: 'ons-pfa-tables', force: null, warnings: [] });
}

/** Forces that the publisher hangs a note on in the tables of offences: each is a caveat that a reader should look up. */
function areaNotes(tables: readonly PfaTable[]): string[] {
  const notes = tables
    .filter((table) => isOffenceCounts(table) || isOffenceRates(table))
    .flatMap((table) =>
      table.records.flatMap((record) => {
        const name = record.cells[table.nameAt] ?? '';
        return notesOn(name).map((note) => `${tidy(name)} (note ${note})`);
      }),
    );
  const unique = [...new Set(notes)];
  return unique.length === 0
    ? []
    : [`the publisher hangs notes on these areas, to be read in its sheet "Notes": ${unique.join(', ')}`];
}
