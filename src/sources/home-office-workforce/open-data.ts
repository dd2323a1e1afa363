import { BadInputError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { HOME_OFFICE } from '../home-office/home-office.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, decimal, missingMark } from '../table/cells.ts';
import { figureRow } from '../table/figure-row.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { lastOfMarch, onDay } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';
import { workforceMeasure, type Counted } from './worker-type.ts';

const COLUMNS = {
  year: ['As at 31 March...', 'As at 31 March'],
  code: ['Geo code'],
  force: ['Force Name'],
  sex: ['Sex', 'Gender'],
  rank: ['Rank description', 'Rank'],
  type: ['Worker type'],
  headcount: ['Total (headcount)'],
  fte: ['Total (FTE)'],
};

/**
 * Police workforce, the open data table: a row for each 31 March, force, sex, rank and kind of worker. Its figures are given whole, by sex, by
 * rank, and by both; sums are made only where every part could be read.
 */
export const workforceOpenData: RowsSource = {
  kind: 'rows',
  id: 'home-office-workforce',
  table: 'published_figure',
  title: 'Police workforce, England and Wales: open data table',
  ...HOME_OFFICE,
  address: 'https://www.gov.uk/government/statistics/police-workforce-open-data-tables',
  looksLike:
    'As at 31 March..., Geo code, Force Name, Region, Sex, Rank description, Worker type, Total (headcount), Total (FTE)',
  recognises: (sample) =>
    hasColumns(sample, ['Geo code', 'Force Name', 'Rank description', 'Worker type', 'Total (FTE)']),
  read: readWorkforce,
};

interface Sum {
  readonly force: string;
  readonly day: IsoDate;
  readonly measure: string;
  readonly unit: Counted;
  readonly group: readonly [type: string, value: string] | null;
  total: number;
}

async function readWorkforce(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, ['code']);
  const tally = new Tally();
  const sums = new Map<string, Sum>();
  const spoiled = new Set<string>();
  const forceNames = new Map<string, string>();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    tally.record(record, () => {
      const published = cell('force');
      const force =
        forceNames.get(published) ??
        areaNamed(context.areas, published, ['force', 'unplaced'], 'Force Name').name;
      forceNames.set(published, force);
      const day = lastOfMarch(cell('year'), 'As at 31 March...').to;
      const groups: readonly (readonly [string, string] | null)[] = [
        null,
        ['sex', cell('sex')],
        ['rank', cell('rank')],
        ['sex and rank', `${cell('sex')}, ${cell('rank')}`],
      ];
      for (const [key, unit] of [
        ['fte', 'full-time equivalents'],
        ['headcount', 'headcount'],
      ] as const) {
        if (missingMark(cell(key)) !== null) continue;
        const measure = workforceMeasure(cell('type'), unit, 'Worker type');
        let people: number;
        try {
          people = decimal(cell(key), COLUMNS[key][0] ?? key);
        } catch (error) {
          spoiled.add(`${force}|${day}|${measure}`);
          throw error;
        }
        for (const group of groups) {
          const id = JSON.stringify([force, day, measure, group]);
          const sum = sums.get(id) ?? { force, day, measure, unit, group, total: 0 };
          sum.total += people;
          sums.set(id, sum);
        }
      }
      return [];
    });
  }
  for (const sum of sums.values()) {
    if (spoiled.has(`${sum.force}|${sum.day}|${sum.measure}`)) continue;
    const area = context.areas.require(sum.force, ['force', 'unplaced']);
    tally.rows.push(
      figureRow({
        area,
        measure: sum.measure,
        ...(sum.group ? { group: sum.group } : {}),
        period: onDay(sum.day),
        unit: sum.unit,
        // Parts are published to hundredths; what adding them leaves beyond that is no figure.
        cell: String(Math.round(sum.total * 1e4) / 1e4),
        column: 'Total (FTE)',
      }),
    );
  }
  if (spoiled.size > 0)
    tally.warn(`no sum is given where a part could not be read: ${[...spoiled].join('; ')}`);
  if (tally.rows.length === 0 && tally.rejects.length === 0)
    throw new BadInputError('no figure stands in the table', { file: file.path }, 'Download the file again.');
  return tally.finish({ scope: 'home-office-workforce', force: null, warnings: [] });
}
