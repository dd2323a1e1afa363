import type { Cell, ChartColumn, ChartTable } from '../chart.ts';
import { periodName } from '../words/period.ts';
import { signalWords } from '../words/variation.ts';
import type { SpcLineInput } from './input.ts';
import type { PreparedPoint, PreparedSeries } from './prepare.ts';

interface SpcColumn {
  readonly column: ChartColumn;
  readonly cell: (point: PreparedPoint) => Cell;
}

/** The series as rows, one a period, with only the columns that something is known for. */
export function spcTable(input: SpcLineInput, series: PreparedSeries): ChartTable {
  const { unit, every } = input;
  const number = (key: string, label: string, cell: (point: PreparedPoint) => Cell): SpcColumn => ({
    column: { key, label, numeric: true, unit },
    cell,
  });
  const words = (key: string, label: string, cell: (point: PreparedPoint) => Cell): SpcColumn => ({
    column: { key, label, numeric: false },
    cell,
  });
  const lines = [...series.comparators, ...(series.earlier ? [series.earlier] : [])];
  const columns: SpcColumn[] = [
    words('period', 'Period', ({ date }) => periodName(date, every)),
    number('value', 'Value', ({ value }) => value),
    number('interval_lower', 'Interval from', ({ interval }) => interval?.lower ?? null),
    number('interval_upper', 'Interval to', ({ interval }) => interval?.upper ?? null),
    number('centre', 'Average', ({ limits }) => limits?.centre ?? null),
    number('lower', 'Lower limit', ({ limits }) => limits?.lower ?? null),
    number('upper', 'Upper limit', ({ limits }) => limits?.upper ?? null),
    words('signal', 'Special cause', ({ signal, side, variation }) =>
      signal === null ? null : `${variation}: ${signalWords(signal, side)}`,
    ),
    number('target', 'Target', () => series.target?.value ?? null),
    ...lines.map((line, index) => {
      const values = new Map(line.points.map(({ date, value }) => [date, value]));
      return number(`line_${index + 1}`, line.name, ({ date }) => values.get(date) ?? null);
    }),
    words('status', 'Status', (point) => status(point, series)),
  ];
  const kept = columns.filter(
    ({ column: { key }, cell }) =>
      key === 'period' || key === 'value' || series.points.some((point) => cell(point) !== null),
  );
  return {
    caption: `${input.title.trim()} ${input.subtitle.trim()}`.trim(),
    columns: kept.map(({ column }) => column),
    rows: series.points.map((point) => kept.map(({ cell }) => cell(point))),
  };
}

function status(
  { value, provisional, date, start }: PreparedPoint,
  { points, breaks }: PreparedSeries,
): Cell {
  const previous = points.findLast((point) => point.start < start);
  const broken = breaks.find(
    (rule) => rule.date <= date && (previous === undefined ? false : rule.date > previous.date),
  );
  const words = [
    value === null ? 'not available' : null,
    provisional ? 'provisional' : null,
    broken ? `break in the series: ${broken.text}` : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join('; ');
}
