import type { ScaleLinear } from 'd3-scale';
import { axisLabels, gridLines } from '../drawing/axes.ts';
import type { Body, Canvas } from '../drawing/frame.ts';
import { hatchedBox } from '../drawing/hatch.ts';
import { GREY, INK } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { linesAt, textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { timeAxis } from '../drawing/time-axis.ts';
import { valueAxis } from '../drawing/value-axis.ts';
import { dateName, monthsApart } from '../words/period.ts';
import { placeAnnotations } from './annotations.ts';
import type { Annotation } from './annotations.ts';
import {
  drawComparator,
  drawEarlier,
  drawIntervals,
  drawLine,
  drawMarks,
  drawMissing,
} from './draw-series.ts';
import { drawEndLabels, endLabelRoom, endLabels } from './end-labels.ts';
import type { SpcLineInput } from './input.ts';
import { spcKey } from './key-entries.ts';
import { drawLimits } from './limits.ts';
import type { PreparedSeries } from './prepare.ts';

/** The picture inside the frame. */
export function drawSpc(input: SpcLineInput, series: PreparedSeries, { id, width, sizes }: Canvas): Body {
  const values = allValues(series);
  const first = series.points[0];
  const last = series.points.at(-1);
  const unreadable =
    series.unreadable === 0 ? [] : [`${series.unreadable} left out: the date could not be read.`];
  const isEmpty = series.points.every(({ value }) => value === null);
  if (!first || !last || isEmpty) return nothing(id, width, [...unreadable, ...(input.notes ?? [])]);
  const labels = endLabels(input, series);
  const room = endLabelRoom(labels, width, sizes);
  const options = { zero: input.zero !== false, ticks: sizes.plot < 250 ? 4 : 5 };
  const measured = valueAxis(values, input.unit, [sizes.plot, 0], options);
  const left =
    Math.ceil(Math.max(16, ...measured.ticks.map(({ label }) => textWidth(label, sizes.label)))) + 10;
  const right = Math.max(left + 40, width - room);
  const time = timeAxis(
    first.start,
    last.start + (last.middle - last.start) * 2,
    input.every,
    [left, right],
    sizes.label,
  );
  const x = time.scale;
  const inside = (at: number): boolean =>
    at > first.start && at <= last.start + (last.middle - last.start) * 2;
  const notes = placeAnnotations(annotations(series, x, inside), left, right, sizes.small);
  const sinceRow = series.meeting && inside(series.meeting.at) ? Math.round(sizes.small * 1.4) : 0;
  const top = notes.height + sinceRow + 10;
  const bottom = top + sizes.plot;
  const y = measured.scale.copy().range([bottom, top]);
  const spacing =
    ((right - left) * monthsApart(input.every)) /
    Math.max(1, last.middle - first.middle + monthsApart(input.every));
  const labelLines = time.labels.some(({ line }) => line === 1) ? 2 : 1;
  const markup = [
    gridLines(measured.ticks, y, left, right),
    drawLimits(series, x, y),
    drawMissing(series.points, x, bottom, id),
    drawRules(series, notes.placed, x, inside, { top: notes.height + sinceRow, bottom, size: sizes.small }),
    series.target ? targetLine(y(series.target.value), left, right) : '',
    ...series.comparators.map((line, index) => drawComparator(line, index, series, x, y)),
    series.earlier ? drawEarlier(series.earlier, series, x, y) : '',
    drawIntervals(series.points, x, y),
    drawLine(series, x, y),
    drawMarks(series.points, x, y, spacing),
    axisLabels(measured.ticks, y, left, time, bottom, right, sizes.label),
    drawEndLabels(labels, x, y, { right, room, top, bottom }, sizes),
  ].join('');
  return {
    height: bottom + 6 + labelLines * Math.round(sizes.label * 1.3),
    markup,
    key: spcKey(series, id),
    notes: [
      ...(measured.fromZero ? [] : ['The axis does not begin at zero.']),
      ...unreadable,
      ...(input.notes ?? []),
    ],
  };
}

function allValues(series: PreparedSeries): number[] {
  const lines = [...series.comparators, ...(series.earlier ? [series.earlier] : [])];
  return [
    ...series.points.flatMap(({ value, limits, interval }) => [
      value,
      limits?.lower ?? null,
      limits?.upper ?? null,
      limits?.centre ?? null,
      interval?.lower ?? null,
      interval?.upper ?? null,
    ]),
    ...lines.flatMap(({ points }) => points.map(({ value }) => value)),
    ...(series.target && series.points.length > 0 ? [series.target.value] : []),
  ].filter((value) => value !== null);
}

function annotations(
  series: PreparedSeries,
  x: ScaleLinear<number, number>,
  inside: (at: number) => boolean,
): Annotation[] {
  const { meeting, breaks, rebases } = series;
  return [
    ...breaks.map(({ at, text }) => ({
      at,
      text: text.trim() || 'break in the series',
      kind: 'break' as const,
    })),
    ...rebases.map(({ at, text }) => ({
      at,
      text: text.trim() || 'limits recalculated',
      kind: 'rebase' as const,
    })),
    ...(meeting
      ? [
          {
            at: meeting.at,
            text: meeting.text.trim() || `Board met ${dateName(meeting.date)}`,
            kind: 'meeting' as const,
          },
        ]
      : []),
  ]
    .filter(({ at }) => inside(at))
    .map(({ at, text, kind }) => ({ text, kind, x: x(at) }));
}

function drawRules(
  series: PreparedSeries,
  placed: ReturnType<typeof placeAnnotations>['placed'],
  x: ScaleLinear<number, number>,
  inside: (at: number) => boolean,
  { top, bottom, size }: { top: number; bottom: number; size: number },
): string {
  const dash = { break: undefined, rebase: '2 3', meeting: '7 3' } as const;
  const rules = placed.map((note) =>
    tag('line', {
      class: `sc-rule sc-${note.kind}`,
      x1: note.x,
      x2: note.x,
      y1: note.top + 2,
      y2: bottom,
      stroke: note.kind === 'rebase' ? GREY : INK,
      'stroke-width': 1,
      'stroke-dasharray': dash[note.kind],
    }),
  );
  const line = Math.round(size * 1.25);
  const words = placed.map((note) =>
    linesAt(note.left, note.top + size * 0.95, note.lines, line, {
      size,
      fill: note.kind === 'rebase' ? GREY : INK,
      halo: true,
    }),
  );
  const { meeting } = series;
  const since =
    meeting && inside(meeting.at)
      ? textAt(x(meeting.at) - 5, top - 3, 'known then', { size, anchor: 'end', halo: true, italic: true }) +
        textAt(x(meeting.at) + 5, top - 3, 'since', { size, halo: true, italic: true })
      : '';
  return [...rules, ...words, since].join('');
}

function targetLine(y: number, left: number, right: number): string {
  return tag('line', {
    class: 'sc-target',
    x1: left,
    x2: right,
    y1: y,
    y2: y,
    stroke: INK,
    'stroke-width': 1,
    'stroke-dasharray': '1 3',
    'stroke-linecap': 'round',
  });
}

function nothing(id: string, width: number, notes: readonly string[]): Body {
  return {
    height: 90,
    markup:
      hatchedBox(id, 1, 10, width - 2, 44) +
      textAt(0, 78, 'No figure is available for the period shown.', { size: 14, fill: INK }),
    notes,
  };
}
