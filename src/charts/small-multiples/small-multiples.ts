import type { Chart, ChartTable } from '../chart.ts';
import { framed } from '../drawing/frame.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { GREY, INK, LINE_GREY } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import { valueAxis } from '../drawing/value-axis.ts';
import type { ValueAxis } from '../drawing/value-axis.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure } from '../words/format-value.ts';
import { dateName, periodName, shortPeriodName } from '../words/period.ts';
import type { SmallMultiplesInput } from './input.ts';
import { drawPanel } from './panel.ts';
import { smallGrid, type SmallGrid } from './prepare.ts';
import { multiplesReading } from './reading.ts';

/**
 * One small line for each area, all over the same periods: on one scale unless told otherwise, with the last figure at
 * the end of each line. Gaps stay gaps, and no line crosses a break in the series.
 */
export function smallMultiples(input: SmallMultiplesInput): Chart {
  const grid = smallGrid(input);
  const reading = multiplesReading(input, grid);
  return {
    svg: framed(input, reading, 'small-multiples', (canvas) => draw(input, grid, canvas)),
    table: table(input, grid),
    reading,
  };
}

const GAP = 18;

/** Two to a row on a phone, four in a column of text, six across a page. */
function columnsFor(width: number, panels: number): number {
  return Math.max(1, Math.min(panels, width < 480 ? 2 : width < 800 ? 4 : 6));
}

function draw(input: SmallMultiplesInput, grid: SmallGrid, { id, width, sizes }: Canvas): Body {
  const { unit, scale, notes = [] } = input;
  const size = sizes.small;
  if (grid.lines.length === 0) {
    return { height: 34, markup: textAt(0, 20, 'There is nothing to show.', { size: 14, fill: INK }), notes };
  }
  const plot = width < 480 ? 70 : 80;
  const line = Math.round(size * 1.2);
  const zero = input.zero !== false;
  const reference = grid.reference?.values ?? [];
  const axisOf = (values: readonly (number | null)[]): ValueAxis =>
    valueAxis(
      values.filter((value) => value !== null),
      unit,
      [plot, 0],
      { zero, ticks: 4 },
    );
  const shared = axisOf([...grid.lines.flatMap(({ values }) => values), ...reference]);
  const axes = grid.lines.map(({ values }) =>
    scale === 'shared' ? shared : axisOf([...values, ...reference]),
  );
  // One scale is written once a row; scales of their own stand in every panel.
  const tickRoom =
    Math.max(0, ...axes.flatMap((axis) => endsOf(axis).map(({ label }) => textWidth(label, size)))) + 6;
  const [rowTicks, ownTicks] = scale === 'shared' ? [tickRoom, 0] : [0, tickRoom];
  const columns = columnsFor(width, grid.lines.length);
  const figure = (value: number): string => formatFigure(value, unit);
  const figureRoom =
    8 +
    Math.max(
      0,
      ...grid.lines.map(({ values }) => {
        const last = values.findLast((value) => value !== null);
        return last === undefined || last === null ? 0 : textWidth(figure(last), size, 'bold');
      }),
    );
  const panel = (width - rowTicks - GAP * (columns - 1)) / columns;
  const room = Math.min(figureRoom, panel * 0.45);
  const nameLines = Math.min(
    3,
    Math.max(
      1,
      ...grid.lines.map(
        ({ name, highlighted }) =>
          wrapText(name, panel - 2, size, highlighted ? 'bold' : 'regular', 3).length,
      ),
    ),
  );
  const rowHeight = nameLines * line + 11 + plot + 14;
  const rows = Math.ceil(grid.lines.length / columns);
  let markup = '';
  grid.lines.forEach((own, index) => {
    const left = rowTicks + (index % columns) * (panel + GAP);
    const top = Math.floor(index / columns) * rowHeight;
    const axis = axes[index] ?? shared;
    markup += drawPanel(own, grid, {
      id,
      left,
      top,
      width: panel,
      tickRoom: ownTicks,
      nameLines,
      line,
      plot,
      size,
      figureRoom: room,
      y: axis.scale,
      figure,
      row: index,
    });
    if (scale === 'free' || index % columns === 0)
      markup += endTicks(axis, left + ownTicks, top + nameLines * line + 11, size);
  });
  const height = rows * rowHeight;
  markup += spanLabels(input, grid, {
    left: tickRoom,
    right: tickRoom + panel - room,
    top: height - 4,
    size,
  });
  return {
    height: height + size + 4,
    markup,
    key: key(input, grid, id),
    notes: [
      scale === 'shared'
        ? 'All panels have the same scale.'
        : 'Each panel has a scale of its own: shapes can be compared, heights cannot.',
      ...(axes.every(({ fromZero }) => fromZero) ? [] : ['The axis does not begin at zero.']),
      ...grid.breaks.map(({ date, reason }) => `Break at ${dateName(date)}: ${reason}`),
      ...notes,
    ],
  };
}

/** The lowest and the highest round value of an axis. */
function endsOf({ ticks }: ValueAxis): ValueAxis['ticks'] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  return first === undefined || last === undefined ? [] : first === last ? [first] : [first, last];
}

function endTicks(axis: ValueAxis, right: number, top: number, size: number): string {
  return endsOf(axis)
    .map(({ value, label }) =>
      textAt(right - 5, top + axis.scale(value) + size * 0.35, label, { size, anchor: 'end' }),
    )
    .join('');
}

/** The first and the last period, under the first panel of the last row: all panels have the same. */
function spanLabels(
  { every }: SmallMultiplesInput,
  { periods }: SmallGrid,
  { left, right, top, size }: { left: number; right: number; top: number; size: number },
): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  const words =
    first === last
      ? shortPeriodName(first, every)
      : `${shortPeriodName(first, every)} to ${shortPeriodName(last, every)}`;
  const wide = textWidth(words, size);
  return textAt(
    left,
    top + size,
    wide > right - left + 60 ? `${first.slice(0, 4)}–${last.slice(0, 4)}` : words,
    {
      size,
    },
  );
}

function key({ reference }: SmallMultiplesInput, grid: SmallGrid, id: string): KeyEntry[] {
  return [
    ...(reference
      ? [
          {
            words: `thin line: ${reference.name}`,
            draw: (x: number, y: number) =>
              tag('line', { x1: x - 7, x2: x + 7, y1: y, y2: y, stroke: LINE_GREY, 'stroke-width': 1 }),
          },
        ]
      : []),
    ...(grid.breaks.length > 0
      ? [
          {
            words: 'break in the series',
            draw: (x: number, y: number) =>
              tag('line', { x1: x, x2: x, y1: y - 7, y2: y + 7, stroke: GREY, 'stroke-dasharray': '2 2' }),
          },
        ]
      : []),
    ...(grid.lines.some(({ values }) => values.every((value) => value === null))
      ? [{ words: 'not available', draw: (x: number, y: number) => hatchedBox(id, x - 7, y - 6, 14, 12) }]
      : []),
  ];
}

function table(
  { title, subtitle, unit, every, reference }: SmallMultiplesInput,
  grid: SmallGrid,
): ChartTable {
  const lines = [...grid.lines, ...(grid.reference && reference ? [grid.reference] : [])];
  return {
    caption: `${title.trim()} ${subtitle.trim()}`.trim(),
    columns: [
      { key: 'area', label: 'Area', numeric: false },
      ...grid.periods.map((period) => ({
        key: period,
        label: periodName(period, every),
        numeric: true,
        unit,
      })),
    ],
    rows: lines.map(({ name, values }) => [name, ...values]),
  };
}
