import type { Chart, ChartTable } from '../chart.ts';
import { intervalKey } from '../dot-rows/interval-key.ts';
import { drawDotRows } from '../dot-rows/dot-rows.ts';
import { framed } from '../drawing/frame.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { mark } from '../drawing/marks.ts';
import { INK } from '../drawing/palette.ts';
import type { ComparisonDotsInput } from './input.ts';
import { compared } from './prepare.ts';
import type { ComparedRow } from './prepare.ts';
import { comparisonReading } from './reading.ts';

/**
 * One area against others and against averages: a dot with its interval a row, highest first; averages as hollow
 * diamonds in the same order, the national one drawn down through all rows. A group that nobody has confirmed is
 * marked so in its name and under the picture. Averages are given, not calculated here.
 */
export function comparisonDots(input: ComparisonDotsInput): Chart {
  const rows = compared(input);
  const reading = comparisonReading(input, rows);
  return {
    svg: framed(input, reading, 'comparison-dots', (canvas) => draw(input, rows, canvas)),
    table: table(input, rows),
    reading,
  };
}

function draw(input: ComparisonDotsInput, rows: readonly ComparedRow[], canvas: Canvas): Body {
  const { markup, height, fromZero } = drawDotRows(
    {
      unit: input.unit,
      zero: input.zero !== false,
      rows: rows.map((row) => ({
        ...row,
        name: labelOf(row),
        emphasis: row.isAverage ? 'average' : row.role === 'subject' ? 'strong' : 'normal',
      })),
      references: rows.flatMap(({ role, value }) =>
        role === 'national' && value !== null ? [{ value, label: '' }] : [],
      ),
    },
    canvas,
  );
  const unconfirmed = rows.some((row) => row.unconfirmed);
  return {
    height,
    markup,
    key: key(input, rows),
    notes: [
      ...(fromZero ? [] : ['The axis does not begin at zero.']),
      ...(input.unconfirmed === undefined
        ? unconfirmed
          ? ['Unconfirmed: no source has confirmed which areas are in the group.']
          : []
        : [input.unconfirmed]),
      ...(rows.length === 0 ? ['There is nothing to compare.'] : []),
      ...(input.notes ?? []),
    ],
  };
}

function labelOf({ name, unconfirmed }: ComparedRow): string {
  return unconfirmed ? `${name} (unconfirmed)` : name;
}

function key({ intervalName }: ComparisonDotsInput, rows: readonly ComparedRow[]): KeyEntry[] {
  const known = rows.filter(({ value }) => value !== null);
  const entries: KeyEntry[] = [];
  if (known.some(({ isAverage }) => isAverage))
    entries.push({
      words: 'average',
      draw: (x, y) => mark(x, y, 4, { shape: 'diamond', colour: INK }, { hollow: true }),
    });
  if (known.some(({ interval }) => interval !== null)) entries.push(intervalKey(intervalName));
  return entries;
}

function table({ title, subtitle, unit }: ComparisonDotsInput, rows: readonly ComparedRow[]): ChartTable {
  const intervals = rows.some(({ interval }) => interval !== null);
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'area', label: 'Area or average', numeric: false },
      { key: 'kind', label: 'Kind', numeric: false },
      { key: 'value', label: 'Value', numeric: true, unit },
      ...(intervals
        ? [
            { key: 'lower', label: 'Interval from', numeric: true, unit },
            { key: 'upper', label: 'Interval to', numeric: true, unit },
          ]
        : []),
    ],
    rows: rows.map((row) => [
      labelOf(row),
      kindOf(row),
      row.value,
      ...(intervals ? [row.interval?.lower ?? null, row.interval?.upper ?? null] : []),
    ]),
  };
}

function kindOf({ role, isAverage }: ComparedRow): string {
  if (isAverage)
    return role === 'national'
      ? 'national average'
      : role === 'similar'
        ? 'average of similar areas'
        : 'baseline';
  return role === 'subject' ? 'this area' : role === 'similar' ? 'similar area' : 'other area';
}
