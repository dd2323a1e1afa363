import { BadInputError } from '../../foundation/errors.ts';
import type { Cell } from '../../lake/engine.ts';
import type { Reject } from '../../lake/release.ts';
import { csvRecords } from '../csv/records.ts';
import type { InputFile } from '../input/input-file.ts';
import { csvHead } from '../input/sample.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { findTable, type Columns } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { readCitation, type Citation } from './citation.ts';
import { FIGURE_COLUMNS, type Figure, type FigureColumn } from './figure.ts';
import { readFigure } from './read-figure.ts';

const COLUMNS = Object.fromEntries(
  FIGURE_COLUMNS.map((name) => [name, [name]]),
) as unknown as Columns<FigureColumn>;

/**
 * Figures with a citation, one a row: what anyone may type from a publication, and what `npm run figures` writes. Each row is
 * checked against itself; a row that does not hold is refused by line and column, a file without its citation as a whole.
 */
export const figures: RowsSource = {
  kind: 'rows',
  id: 'figures',
  table: 'published_figure',
  title: 'Figures with a citation',
  publisher: 'named in the file',
  licence: 'named in the file',
  address: 'named in the file',
  looksLike: `CSV whose head says "# publisher:", "# title:", "# licence:", "# address:" and "# published: YYYY-MM-DD"; then ${FIGURE_COLUMNS.join(',')}`,
  recognises: (sample) =>
    sample.format === 'csv' &&
    hasColumns(sample, ['area', 'area_type', 'measure', 'group_type', 'value', 'numerator', 'denominator']),
  read: readFigures,
};

async function readFigures(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const text = await file.text();
  const { head, sheet } = split(text);
  const citation = readCitation(head, file.path);
  const table = findTable([sheet], COLUMNS, file.path);
  const tally = new Tally();
  if (table.extra.length > 0)
    tally.warn(
      `columns that are not part of the layout were left out: ${table.extra.map(({ name }) => name).join(', ')}`,
    );
  tally.faults(sheet.faults);
  for (const record of table.records) {
    const cell = (column: FigureColumn): string => (record.cells[table.at[column]] ?? '').trim();
    tally.record(record, () => {
      const figure = readFigure(cell, context);
      const key: Cell[] = [
        figure.area,
        figure.measure,
        figure.group_type,
        figure.group_value,
        figure.from,
        figure.to,
      ];
      return tally.isNew(key, said(figure), record.line, 'value') ? [toRow(figure)] : [];
    });
  }
  const last = tally.rows.reduce(
    (latest, row) => (String(row['period_to']) > latest ? String(row['period_to']) : latest),
    '',
  );
  if (last > citation.published)
    tally.warn(
      `the file says that it was published on ${citation.published}, before the last day that it covers (${last})`,
    );
  return tally.finish({
    scope: `figures/${slug(citation.title, file.path)}`,
    force: null,
    published: { date: citation.published, basis: citation.basis },
    citation: cited(citation),
    warnings: [],
  });
}

/** The lines of citation, and the table below them with its own line numbers. */
function split(text: string): { head: readonly string[]; sheet: Sheet } {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => !/^"?#|^\s*$/.test(line));
  const start = first === -1 ? lines.length : first;
  const rows: TextRow[] = [];
  const faults: Reject[] = [];
  const body = lines.slice(start).join('\n');
  for (const item of csvRecords(body, csvHead(body)?.delimiter ?? ',', start + 1)) {
    if (item.kind === 'record') rows.push({ line: item.line, cells: item.cells.map((cell) => cell.trim()) });
    else faults.push({ line: item.line, column: String(item.column), reason: item.reason, text: item.text });
  }
  return { head: lines.slice(0, start), sheet: { name: null, rows, faults } };
}

/** All that a row says beyond its key, so that an exact repeat is told from a second opinion. */
function said({ value, numerator, denominator, base, unit, flag }: Figure): string {
  const more = Object.entries({ numerator, denominator, base, flag }).filter(([, part]) => part !== null);
  return [`${value ?? 'no value'} ${unit}`, ...more.map(([name, part]) => `${name} ${part}`)].join(', ');
}

function toRow({ from, to, ...rest }: Figure): LakeRow {
  return { ...rest, period_from: from, period_to: to };
}

function cited({
  publisher,
  title,
  licence,
  address,
}: Citation): Pick<Citation, 'publisher' | 'title' | 'licence' | 'address'> {
  return { publisher, title, licence, address };
}

function slug(title: string, file: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (words === '')
    throw new BadInputError(
      `"# title: ${title}" holds neither letters nor digits`,
      { file },
      'Give the title of the publication.',
    );
  return words;
}
