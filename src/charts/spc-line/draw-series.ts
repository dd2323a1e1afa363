import { line } from 'd3-shape';
import type { ScaleLinear } from 'd3-scale';
import { mark, markStyle } from '../drawing/marks.ts';
import { hatchId } from '../drawing/hatch.ts';
import { GREY, INK, LINE_GREY } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import type { PreparedLine, PreparedPoint, PreparedSeries } from './prepare.ts';
import { splitAt } from './runs.ts';

type Scale = ScaleLinear<number, number>;

interface Place {
  readonly middle: number;
  readonly value: number | null;
}

/** The line itself: broken at gaps and at breaks of the series. */
export function drawLine(series: PreparedSeries, x: Scale, y: Scale): string {
  return splitAt(series.points, series.breaks)
    .map((run) =>
      tag('path', {
        class: 'sc-line',
        d: path(run, x, y),
        fill: 'none',
        stroke: INK,
        'stroke-width': 1.75,
        'stroke-linejoin': 'round',
      }),
    )
    .join('');
}

const DASHES = [undefined, '6 3', '2 2', '9 3 2 3'];

/** A comparator: a thin line, each with a dash of its own. */
export function drawComparator(
  { points }: PreparedLine,
  index: number,
  { breaks }: PreparedSeries,
  x: Scale,
  y: Scale,
): string {
  return splitAt(points, breaks)
    .map((run) =>
      tag('path', {
        class: 'sc-comparator',
        d: path(run, x, y),
        fill: 'none',
        stroke: LINE_GREY,
        'stroke-width': 1.25,
        'stroke-dasharray': DASHES[index % DASHES.length],
      }),
    )
    .join('');
}

/** The earlier publication of the same series: thin and dashed, in ink. */
export function drawEarlier(
  { points }: PreparedLine,
  { breaks }: PreparedSeries,
  x: Scale,
  y: Scale,
): string {
  return splitAt(points, breaks)
    .map((run) =>
      tag('path', {
        class: 'sc-earlier',
        d: path(run, x, y),
        fill: 'none',
        stroke: INK,
        'stroke-width': 1,
        'stroke-dasharray': '4 3',
      }),
    )
    .join('');
}

/** Vertical bars of estimates. */
export function drawIntervals(points: readonly PreparedPoint[], x: Scale, y: Scale): string {
  const bars = points.flatMap(({ interval, middle }) =>
    interval === null
      ? []
      : [tag('line', { x1: x(middle), x2: x(middle), y1: y(interval.lower), y2: y(interval.upper) })],
  );
  return bars.length === 0
    ? ''
    : tag('g', { class: 'sc-interval', stroke: LINE_GREY, 'stroke-width': 1.5 }, ...bars);
}

/** The points: shape and colour by variation, hollow when provisional, smaller where they crowd; specials on top. */
export function drawMarks(points: readonly PreparedPoint[], x: Scale, y: Scale, spacing: number): string {
  const radius = Math.max(1.5, Math.min(4, spacing * 0.36));
  const special = Math.max(3, radius);
  const drawn = points.flatMap((point, row) => {
    if (point.value === null) return [];
    const isSpecial = point.variation !== 'none';
    const options = { hollow: point.provisional, row, className: `sc-point sc-${point.variation}` };
    return [
      {
        isSpecial,
        markup: mark(
          x(point.middle),
          y(point.value),
          isSpecial ? special : radius,
          markStyle(point.variation, point.side),
          options,
        ),
      },
    ];
  });
  return [...drawn.filter(({ isSpecial }) => !isSpecial), ...drawn.filter(({ isSpecial }) => isSpecial)]
    .map(({ markup }) => markup)
    .join('');
}

/** A hatched strip along the foot of the plot wherever no figure is available. */
export function drawMissing(points: readonly PreparedPoint[], x: Scale, bottom: number, id: string): string {
  let markup = '';
  let from: number | null = null;
  points.forEach(({ value, start, middle }, index) => {
    if (value !== null) return;
    from ??= start;
    if (points[index + 1]?.value === null) return;
    const end = start + (middle - start) * 2;
    markup += tag('rect', {
      class: 'sc-missing',
      x: x(from),
      y: bottom - 9,
      width: Math.max(3, x(end) - x(from)),
      height: 9,
      fill: `url(#${hatchId(id)})`,
      stroke: GREY,
      'stroke-width': 0.5,
    });
    from = null;
  });
  return markup;
}

function path(points: readonly Place[], x: Scale, y: Scale): string {
  return (
    line<Place>()
      .defined(({ value }) => value !== null)
      .x(({ middle }) => x(middle))
      .y(({ value }) => y(value ?? 0))
      .digits(2)(points) ?? ''
  );
}
