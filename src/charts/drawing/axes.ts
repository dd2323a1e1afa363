import type { ScaleLinear } from 'd3-scale';
import { HAIRLINE, LINE_GREY } from './palette.ts';
import { tag } from './svg.ts';
import { textAt } from './text.ts';
import { textWidth } from './text-width.ts';
import type { TimeAxis } from './time-axis.ts';
import type { ValueAxis } from './value-axis.ts';

/** Hair lines across the plot at each value of the axis; nought stands out where values lie below it. */
export function gridLines(
  ticks: ValueAxis['ticks'],
  y: ScaleLinear<number, number>,
  left: number,
  right: number,
): string {
  const isBelowZero = ticks.some(({ value }) => value < 0);
  const lines = ticks.map(({ value }) =>
    tag('line', {
      x1: left,
      x2: right,
      y1: y(value),
      y2: y(value),
      stroke: value === 0 && isBelowZero ? LINE_GREY : undefined,
    }),
  );
  return lines.length === 0
    ? ''
    : tag('g', { class: 'sc-grid', stroke: HAIRLINE, 'stroke-width': 1 }, ...lines);
}

/** Values left of the plot, periods under it. */
export function axisLabels(
  ticks: ValueAxis['ticks'],
  y: ScaleLinear<number, number>,
  left: number,
  time: TimeAxis,
  bottom: number,
  right: number,
  size: number,
): string {
  const values = ticks.map(({ value, label }) =>
    textAt(left - 8, y(value) + size * 0.35, label, { size, anchor: 'end' }),
  );
  const line = Math.round(size * 1.3);
  const periods = time.labels.map(({ x, text, line: row }) => {
    const half = textWidth(text, size) / 2;
    return textAt(Math.max(half, Math.min(right + 10 - half, x)), bottom + 6 + size + row * line, text, {
      size,
      anchor: 'middle',
    });
  });
  const divisions = time.divisions.map((x) =>
    tag('line', { x1: x, x2: x, y1: bottom, y2: bottom + 6, stroke: LINE_GREY }),
  );
  const axis = tag('line', {
    class: 'sc-axis',
    x1: left,
    x2: right,
    y1: bottom,
    y2: bottom,
    stroke: LINE_GREY,
  });
  return tag('g', { class: 'sc-axes' }, axis, ...divisions, ...values, ...periods);
}
