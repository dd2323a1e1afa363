import type { Canvas } from '../drawing/frame.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import { GREY, HAIRLINE, INK, LINE_GREY } from '../drawing/palette.ts';
import { mark } from '../drawing/marks.ts';
import type { MarkStyle, Shape } from '../drawing/marks.ts';
import { tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { valueAxis } from '../drawing/value-axis.ts';
import { wrapText } from '../drawing/wrap-text.ts';
import { formatFigure } from '../words/format-value.ts';
import type { Unit } from '../words/unit.ts';
import { drawReferences } from './references.ts';
import type { Reference } from './references.ts';

/** One row: a name, a dot with its interval, and the figure. Values are finite or null. */
export interface DotRow {
  readonly name: string;
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly emphasis: 'strong' | 'normal' | 'average';
  /** A mark of its own in place of the dot: told from a reference. */
  readonly mark?: MarkStyle | undefined;
  /** Said after the figure, in grey, under the head of its column: "2–7". */
  readonly aside?: string | undefined;
}

export interface DotRows {
  readonly unit: Unit;
  readonly rows: readonly DotRow[];
  readonly references: readonly Reference[];
  readonly zero: boolean;
  /** Head of the column of asides: "rank". */
  readonly asideHead?: string;
}

/**
 * Rows of dots on one axis: names left, figures right, so that no label can meet another. The strong row is a filled
 * square-on diamond of ink with a bold name; averages are hollow diamonds; others are dots.
 */
export function drawDotRows(
  { unit, rows, references, zero, asideHead = '' }: DotRows,
  { id, width, sizes }: Canvas,
): { markup: string; height: number; fromZero: boolean } {
  const { label, small } = sizes;
  const nameRoom = nameWidth(rows, width, label);
  const figures = rows.map((row) => (row.value === null ? 'not available' : formatFigure(row.value, unit)));
  const figureRoom = Math.max(
    0,
    ...rows.flatMap(({ value }, index) =>
      value === null ? [] : [textWidth(figures[index] ?? '', label, 'bold')],
    ),
  );
  const asideRoom = Math.max(
    0,
    ...rows.map(({ aside }) => (aside === undefined ? 0 : textWidth(aside, small) + 10)),
  );
  const [left, right] = [nameRoom + 14, width - figureRoom - asideRoom - 14];
  const values = rows.flatMap(({ value, interval }) => [
    value,
    interval?.lower ?? null,
    interval?.upper ?? null,
  ]);
  const known = [...values, ...references.map(({ value }) => value)].filter((value) => value !== null);
  const {
    scale: x,
    ticks,
    fromZero,
  } = valueAxis(known, unit, [left, right], { zero, ticks: right - left < 250 ? 3 : 6 });
  const line = Math.round(label * 1.2);
  const named = rows.map((row) => ({
    row,
    lines: wrapText(row.name.trim() || 'unnamed', nameRoom, label, weight(row), width < 480 ? 5 : 3),
  }));
  const heads = drawReferences(references, x, width, sizes);
  const headed = asideRoom > 0 && asideHead !== '';
  let y = heads.height + 6 + (headed ? line : 0);
  const top = y;
  let markup = headed ? textAt(width, y - 6, asideHead, { size: small, anchor: 'end' }) : '';
  named.forEach(({ row, lines }, index) => {
    const height = lines.length * line + 6;
    const middle = y + height / 2;
    const fill = row.emphasis === 'normal' ? GREY : INK;
    const first = middle - ((lines.length - 1) * line) / 2 + label * 0.35;
    markup += tag('line', { x1: left, x2: right, y1: middle, y2: middle, stroke: HAIRLINE });
    markup += linesAt(nameRoom, first, lines, line, {
      size: label,
      weight: weight(row),
      fill: row.emphasis === 'normal' ? INK : fill,
      anchor: 'end',
      italic: row.emphasis === 'average',
    });
    if (row.value === null) {
      const words = figures[index] ?? '';
      markup +=
        hatchedBox(id, left, middle - 5, 28, 10) +
        textAt(left + 36, middle + small * 0.35, words, { size: small, halo: true });
    } else {
      markup += dot(row, row.value, x, middle, index);
      markup += textAt(right + 14 + figureRoom, middle + label * 0.35, figures[index] ?? '', {
        size: label,
        weight: weight(row),
        fill: row.emphasis === 'normal' ? INK : fill,
        anchor: 'end',
        italic: row.emphasis === 'average',
      });
    }
    if (row.aside !== undefined)
      markup += textAt(width, middle + small * 0.35, row.aside, { size: small, anchor: 'end' });
    y += height;
  });
  const bottom = y + 4;
  const grid = ticks.map(({ value }) =>
    tag('line', { x1: x(value), x2: x(value), y1: top, y2: bottom, stroke: HAIRLINE }),
  );
  return {
    markup:
      grid.join('') +
      heads.draw(bottom) +
      markup +
      axis(ticks, x, bottom, { left, right, width, size: label }),
    height: bottom + label + 12,
    fromZero,
  };
}

function weight({ emphasis }: DotRow): 'bold' | 'regular' {
  return emphasis === 'strong' ? 'bold' : 'regular';
}

/** Names may take a little more than a third; longer ones wrap, then end in "…". */
function nameWidth(rows: readonly DotRow[], width: number, size: number): number {
  const widest = Math.max(30, ...rows.map((row) => textWidth(row.name, size, weight(row))));
  return Math.ceil(Math.min(widest, width * (width < 480 ? 0.36 : 0.32)));
}

function dot(
  { interval, emphasis, mark: own }: DotRow,
  value: number,
  x: (value: number) => number,
  y: number,
  row: number,
): string {
  const colour = emphasis === 'normal' ? GREY : INK;
  const shape: Shape = emphasis === 'normal' ? 'circle' : 'diamond';
  const bar =
    interval === null
      ? ''
      : tag('line', {
          class: 'sc-interval',
          x1: x(interval.lower),
          x2: x(interval.upper),
          y1: y,
          y2: y,
          stroke: emphasis === 'strong' ? INK : LINE_GREY,
          'stroke-width': emphasis === 'strong' ? 3.5 : 2,
          'stroke-linecap': 'round',
        });
  const options = { row, className: `sc-dot sc-${emphasis}`, hollow: emphasis === 'average' };
  return bar + mark(x(value), y, emphasis === 'strong' ? 5 : 4, own ?? { shape, colour }, options);
}

function axis(
  ticks: readonly { readonly value: number; readonly label: string }[],
  x: (value: number) => number,
  bottom: number,
  { left, right, width, size }: { left: number; right: number; width: number; size: number },
): string {
  let taken = -Infinity;
  const labels = ticks.flatMap(({ value, label }) => {
    const half = textWidth(label, size) / 2;
    const at = Math.max(half, Math.min(width - half, x(value)));
    if (at - half < taken + 8) return [];
    taken = at + half;
    return [textAt(at, bottom + size + 5, label, { size, anchor: 'middle' })];
  });
  return tag(
    'g',
    { class: 'sc-axes' },
    tag('line', { x1: left, x2: right, y1: bottom, y2: bottom, stroke: LINE_GREY }),
    ...labels,
  );
}
