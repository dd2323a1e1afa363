import type { AreaType } from '../../areas/index.ts';
import { addMonths, monthsBetween, type IsoDate } from '../../foundation/iso-date.ts';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count, missingMark, month } from '../table/cells.ts';
import { findTable, type Columns } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { offenceLabels } from './offence-labels.ts';

const COLUMNS: Columns<'major' | 'minor' | 'borough'> = {
  major: ['MajorText'],
  minor: ['MinorText'],
  borough: ['BoroughName', 'LookUp_BoroughName'],
};
const AREA_TYPES: readonly AreaType[] = ['borough', 'unplaced'];
const MONTH_HEADING = /^(19|20)\d{2}(0[1-9]|1[0-2])$/;

/**
 * Recorded offences by borough, wide: a row for each offence and borough, a column a month. Each release comes in two
 * files, the months before the last 24 and the last 24. Past months are revised from release to release. NFIB fraud
 * (national recording, from 2024) is a group of its own and belongs in no comparison of totals.
 */
export const mpsBoroughCrime: RowsSource = {
  kind: 'rows',
  id: 'mps-borough-crime',
  table: 'crime_count',
  title: 'MPS Recorded Crime: Geographic Breakdown (borough level)',
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  looksLike:
    'MajorText, MinorText, BoroughName or LookUp_BoroughName, then a column a month (201004, 201005, …)',
  recognises: isBoroughCrime,
  read: readBoroughCrime,
};

function isBoroughCrime(sample: Sample): boolean {
  const finer = ['WardCode', 'LSOA Code', 'LSOA21CD', 'lsoa_code'].some((column) =>
    hasColumns(sample, [column]),
  );
  return !finer && COLUMNS.borough.some((borough) => hasColumns(sample, ['MajorText', 'MinorText', borough]));
}

async function readBoroughCrime(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const { at } = table;
  const months = table.extra
    .filter(({ name }) => MONTH_HEADING.test(name))
    .map(({ name, at }) => ({ at, name, month: month(name, name) }));
  if (months.length === 0) {
    throw new BadInputError(
      'no column is a month (201004, 201005, …)',
      { file: file.path, line: table.headerLine },
      'Download the file again.',
    );
  }
  const tally = new Tally();
  const others = table.extra.filter(({ name }) => !MONTH_HEADING.test(name));
  if (others.length > 0)
    tally.warn(
      `columns that are not part of the layout were left out: ${others.map(({ name }) => name).join(', ')}`,
    );
  const absent = missingMonths(months.map((each) => each.month));
  if (absent.length > 0)
    tally.warn(`months that the file passes over: ${absent.map((each) => each.slice(0, 7)).join(', ')}`);

  const labels = offenceLabels(table.records.map((record) => record.cells[at.minor] ?? ''));
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (position: number): string => record.cells[position] ?? '';
    tally.record(record, () => {
      const area = areaNamed(
        context.areas,
        cell(at.borough),
        AREA_TYPES,
        table.header[at.borough] ?? 'BoroughName',
      );
      const { group, offence } = labels(cell(at.major), cell(at.minor));
      const counts = months.flatMap(({ at, name, month }): LakeRow[] => {
        if (missingMark(cell(at)) !== null) {
          tally.count('cells without a figure were left out');
          return [];
        }
        const row = { force: 'metropolitan', area: area.name, area_type: area.type, month };
        return [{ ...row, offence_group: group, offence, measure: 'offences', count: count(cell(at), name) }];
      });
      const figures = JSON.stringify(counts.map((row) => row['count'] ?? null));
      return tally.isNew([area.name, group, offence], figures, record.line, null) ? counts : [];
    });
  }
  return tally.finish({ scope: 'mps-borough-crime', force: 'metropolitan', warnings: [] });
}

/** Months between the first and the last that have no column. */
function missingMonths(months: readonly IsoDate[]): IsoDate[] {
  const [first, ...rest] = [...new Set(months)].toSorted();
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = Array.from({ length: monthsBetween(first, last) }, (_, index) => addMonths(first, index));
  return whole.filter((each) => !months.includes(each));
}
