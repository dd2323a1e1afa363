import { UsageError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import {
  calibrated,
  raked,
  StatisticsError,
  type KnownTotal,
  type Margin,
  type SurveyDesign,
} from '../statistics/index.ts';
import type { Table } from './table.ts';

/** Files of known totals, by the way in which weights are fitted to them. */
export const KNOWN_TOTALS = ['calibrate', 'rake'] as const;

/**
 * The design with its weights fitted to what is known of the population: a CSV with the columns `column`, `value` and
 * `total`, a line for each category; for `--calibrate` an empty `value` means the sum of a number.
 */
export function withKnownTotals(
  design: SurveyDesign,
  table: Table,
  files: ReadonlyMap<string, Table>,
): SurveyDesign {
  const [linear, rake] = [files.get('calibrate'), files.get('rake')];
  if (linear !== undefined && rake !== undefined)
    throw new UsageError('Weights are fitted in one way.', 'Give --rake FILE or --calibrate FILE, not both.');
  if (linear !== undefined) return calibrated(design, totalsOf(table, linear));
  return rake === undefined ? design : raked(design, marginsOf(table, rake));
}

interface Known {
  readonly column: string;
  readonly value: string;
  readonly total: number;
}

function read(table: Table, totals: Table): Known[] {
  const [columns, values] = [totals.namedText('column'), totals.namedText('value')];
  return totals.namedNumbers('total').map((total, row) => {
    const column = columns[row] ?? '';
    if (!table.header.includes(column)) {
      const near = nearest(column, table.header);
      throw totals.fault(
        row,
        `the survey has no column '${column}'.`,
        `${near === null ? '' : `Did you mean '${near}'? `}Columns: ${table.header.join(', ')}.`,
      );
    }
    if (total === null || total < 0)
      throw totals.fault(row, 'there is no total.', 'Give the number of people as 0 or more.');
    return { column, value: values[row] ?? '', total };
  });
}

function totalsOf(table: Table, totals: Table): KnownTotal[] {
  return read(table, totals).map(({ column, value, total }) => {
    if (value !== '') {
      const cells = table.namedText(column);
      return {
        name: `${column} = ${value}`,
        values: Float64Array.from(cells, (cell) => (cell === value ? 1 : 0)),
        total,
      };
    }
    return { name: column, values: Float64Array.from(table.namedNumbers(column), noGaps(column)), total };
  });
}

function noGaps(column: string) {
  return (value: number | null): number => {
    if (value !== null) return value;
    throw new StatisticsError(
      'no-data',
      `A row has no ${column}.`,
      'A known total needs the number of every respondent: fill it or leave the row out.',
    );
  };
}

function marginsOf(table: Table, totals: Table): Margin[] {
  const known = read(table, totals);
  return [...new Set(known.map(({ column }) => column))].map((column) => {
    const own = known.filter((one) => one.column === column);
    const values = own.map(({ value }) => value);
    const codes = Int32Array.from(table.namedText(column), (cell) => values.indexOf(cell));
    const stray = codes.indexOf(-1);
    if (stray >= 0) {
      const cell = table.namedText(column)[stray] ?? '';
      throw table.fault(
        stray,
        `the known totals have no category '${cell}' of ${column}.`,
        'Give a total for every category of a column, and none twice.',
      );
    }
    return { name: column, codes, totals: Float64Array.from(own, ({ total }) => total) };
  });
}
