import type { IsoDate } from '../../foundation/iso-date.ts';
import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import type { RowsRead, SourceContext } from '../source.ts';
import { areaNamed, day, decimal } from '../table/cells.ts';
import { findTable, type Columns } from '../table/find-table.ts';
import { labelLookup } from '../table/labels.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { MONTHS_COVERED } from './citation.ts';

const COLUMNS: Columns<'date' | 'survey' | 'borough' | 'measure' | 'proportion' | 'mps'> = {
  date: ['Date'],
  survey: ['Survey'],
  borough: ['Borough'],
  measure: ['Measure'],
  proportion: ['Proportion'],
  mps: ['MPS'],
};
const FORCE = 'Metropolitan Police';

/**
 * Reads the dashboard's long layout: a row for each date, area and question, with or without the figure of the whole force beside
 * each borough's. The force's figure, repeated on every row, becomes one row for each date and question.
 */
export async function readPas(file: InputFile, context: SourceContext, scope: string): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, ['mps']);
  const { at } = table;
  const question = labelLookup(readLabels('pas-questions'));
  const tally = new Tally();
  if (table.extra.length > 0) {
    tally.warn(
      `columns that are not part of the layout were left out: ${table.extra.map(({ name }) => name).join(', ')}`,
    );
  }
  /** Date and question → the force's figure and the line that gave it first. */
  const forces = new Map<string, { readonly value: number; readonly line: number }>();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof at): string => record.cells[at[key]] ?? '';
    tally.record(record, () => {
      if (cell('survey').toUpperCase() !== 'PAS')
        throw new RowFault('Survey', `unknown survey "${cell('survey')}"`);
      const date = day(cell('date'), 'Date');
      const asked = question(cell('measure'), 'Measure');
      const area = areaNamed(context.areas, cell('borough'), ['borough', 'force'], 'Borough');
      const value = proportion(cell('proportion'), 'Proportion');
      const rows: LakeRow[] = [];
      const key = `${date} ${asked}`;
      const known = forces.get(key);
      if (at.mps !== -1 && cell('mps') !== '') {
        const force = proportion(cell('mps'), 'MPS');
        if (known && known.value !== force) {
          throw new RowFault(
            'MPS',
            `line ${known.line} gives ${known.value} for the force at the same date and question`,
          );
        }
        if (!known) {
          forces.set(key, { value: force, line: record.line });
          rows.push(estimate(FORCE, 'force', date, asked, force));
        }
      }
      if (tally.isNew([area.name, date, asked], value, record.line, 'Proportion')) {
        rows.push(estimate(area.name, area.type, date, asked, value));
      }
      return rows;
    });
  }
  return tally.finish({ scope, force: 'metropolitan', warnings: [] });
}

/** A share between 0 and 1. */
export function proportion(cell: string, column: string): number {
  const value = decimal(cell, column);
  if (value >= 0 && value <= 1) return value;
  throw new RowFault(column, `"${cell}" is not a proportion between 0 and 1`);
}

function estimate(area: string, type: string, date: IsoDate, question: string, value: number): LakeRow {
  return { survey: 'PAS', area, area_type: type, question, date, value, months: MONTHS_COVERED };
}
