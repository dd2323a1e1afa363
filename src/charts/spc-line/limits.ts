import { area, line } from 'd3-shape';
import type { ScaleLinear } from 'd3-scale';
import { BAND, GREY, LINE_GREY } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import type { SpcLimits } from './input.ts';
import type { PreparedSeries } from './prepare.ts';
import { splitAt } from './runs.ts';

interface Step extends SpcLimits {
  readonly x: number;
}

/**
 * The quiet band between the limits and the centre line through it, as steps that hold for a whole period each, and
 * apart wherever limits were calculated afresh.
 */
export function drawLimits(
  series: PreparedSeries,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): string {
  const band = area<Step>()
    .x((step) => x(step.x))
    .y0((step) => y(step.lower))
    .y1((step) => y(step.upper))
    .digits(2);
  const centre = line<Step>()
    .x((step) => x(step.x))
    .y((step) => y(step.centre))
    .digits(2);
  const edge = (side: 'lower' | 'upper') =>
    line<Step>()
      .x((step) => x(step.x))
      .y((step) => y(step[side]))
      .digits(2);
  let bands = '';
  let centres = '';
  for (const run of splitAt(series.points, [...series.breaks, ...series.rebases])) {
    for (const steps of stepsOf(run)) {
      bands += tag('path', { class: 'sc-band', d: band(steps) ?? '', fill: BAND });
      bands += tag('path', {
        class: 'sc-limit',
        d: `${edge('upper')(steps) ?? ''}${edge('lower')(steps) ?? ''}`,
        fill: 'none',
        stroke: LINE_GREY,
        'stroke-width': 0.75,
        'stroke-dasharray': '1 3',
      });
      centres += tag('path', {
        class: 'sc-centre',
        d: centre(steps) ?? '',
        fill: 'none',
        stroke: GREY,
        'stroke-width': 1,
      });
    }
  }
  return bands + centres;
}

/** Corner points of the steps; equal neighbours are joined, and a point without limits parts them. */
function stepsOf(run: readonly PreparedSeries['points'][number][]): Step[][] {
  const pieces: Step[][] = [];
  let steps: Step[] = [];
  for (const { start, middle, limits } of run) {
    if (limits === null) {
      if (steps.length > 0) pieces.push(steps);
      steps = [];
      continue;
    }
    const end = start + (middle - start) * 2;
    const previous = steps.at(-1);
    if (
      previous &&
      previous.lower === limits.lower &&
      previous.upper === limits.upper &&
      previous.centre === limits.centre
    ) {
      steps[steps.length - 1] = { ...limits, x: end };
    } else {
      steps.push({ ...limits, x: start }, { ...limits, x: end });
    }
  }
  if (steps.length > 0) pieces.push(steps);
  return pieces;
}
