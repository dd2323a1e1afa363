import type { ScaleLinear } from 'd3-scale';
import { mark } from '../drawing/marks.ts';
import { GREY, HAIRLINE, INK, LINE_GREY } from '../drawing/palette.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import { coordinate as c, tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import type { SmallGrid, SmallLine } from './prepare.ts';

/** Where a panel stands and what it is drawn with. */
export interface PanelFrame {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Lines kept free for the name, and the height of one. */
  readonly nameLines: number;
  readonly line: number;
  readonly plot: number;
  readonly size: number;
  /** Room at the left of the plot for a scale of its own. */
  readonly tickRoom: number;
  /** Room at the right for the last figure. */
  readonly figureRoom: number;
  readonly y: ScaleLinear<number, number>;
  readonly figure: (value: number) => string;
  /** Row of the table. */
  readonly row: number;
}

/** One area: its name, the thin line of the reference, its own line with gaps, and the last figure at its end. */
export function drawPanel(own: SmallLine, grid: SmallGrid, frame: PanelFrame): string {
  const { left, top, width, nameLines, line, plot, size, figureRoom, y } = frame;
  const weight = own.highlighted ? 'bold' : 'regular';
  const names = wrapText(own.name, width - 2, size, weight, nameLines);
  const head = linesAt(left, top + size + (nameLines - names.length) * line, names, line, {
    size,
    weight,
    fill: INK,
  });
  const from = top + nameLines * line + 11;
  const [start, right] = [left + frame.tickRoom, left + width - figureRoom];
  const step = (right - start) / Math.max(1, grid.periods.length);
  const x = (index: number): number => start + (index + 0.5) * step;
  const at = (value: number): number => from + y(value);
  const rules = grid.breaks.map(({ before }) =>
    tag('line', {
      class: 'sc-break',
      x1: x(before) - step / 2,
      x2: x(before) - step / 2,
      y1: from - 2,
      y2: from + plot,
      stroke: GREY,
      'stroke-dasharray': '2 2',
    }),
  );
  const base = tag('line', {
    x1: start,
    x2: right,
    y1: from + plot,
    y2: from + plot,
    stroke: own.highlighted ? INK : LINE_GREY,
    'stroke-width': own.highlighted ? 2 : 1,
  });
  const ceiling = tag('line', { x1: start, x2: right, y1: from, y2: from, stroke: HAIRLINE });
  const last = own.values.findLastIndex((value) => value !== null);
  const value = own.values[last];
  if (value === undefined || value === null) {
    const words = 'not available';
    const room = textWidth(words, size);
    return (
      head +
      base +
      hatchedBox(frame.id, left, from + 2, width - figureRoom, plot - 4) +
      textAt(Math.min(left + 4, left + width - room), from + plot / 2 + size * 0.35, words, {
        size,
        fill: INK,
        halo: true,
      })
    );
  }
  return (
    head +
    ceiling +
    base +
    rules.join('') +
    (grid.reference === null ? '' : lineOf(grid.reference, grid, x, at, 'sc-reference', LINE_GREY, 1)) +
    lineOf(own, grid, x, at, 'sc-line', INK, own.highlighted ? 2.25 : 1.5) +
    mark(
      x(last),
      at(value),
      2.8,
      { shape: 'circle', colour: INK },
      { row: frame.row, className: 'sc-last' },
    ) +
    textAt(x(last) + 7, clamp(at(value) + size * 0.35, from + size * 0.5, from + plot), frame.figure(value), {
      size,
      weight: 'bold',
      fill: INK,
      halo: true,
    })
  );
}

/** A line that stops at every gap and every break; a value alone between gaps is a dot. */
function lineOf(
  { values }: SmallLine,
  { breaks }: SmallGrid,
  x: (index: number) => number,
  y: (value: number) => number,
  className: string,
  stroke: string,
  width: number,
): string {
  const cuts = new Set(breaks.map(({ before }) => before));
  const runs: [number, number][][] = [];
  let open = false;
  values.forEach((value, index) => {
    if (value === null) {
      open = false;
      return;
    }
    const place: [number, number] = [x(index), y(value)];
    if (open && !cuts.has(index)) runs.at(-1)?.push(place);
    else runs.push([place]);
    open = true;
  });
  const path = runs
    .filter((run) => run.length > 1)
    .map((run) => run.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${c(px)},${c(py)}`).join(''))
    .join('');
  const dots = runs
    .filter((run) => run.length === 1)
    .map(([place]) => tag('circle', { cx: place?.[0] ?? 0, cy: place?.[1] ?? 0, r: 1.3, fill: stroke }));
  return (
    (path === ''
      ? ''
      : tag('path', {
          class: className,
          d: path,
          fill: 'none',
          stroke,
          'stroke-width': width,
          'stroke-linejoin': 'round',
        })) + dots.join('')
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
