import { LINE_GREY, WHITE } from './palette.ts';
import { tag } from './svg.ts';

/** The pattern that stands for "not available", to be put into the picture once. Use it as `url(#…)` of `hatchId`. */
export function hatchPattern(id: string): string {
  return tag(
    'pattern',
    { id: hatchId(id), width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    tag('rect', { width: 6, height: 6, fill: WHITE }),
    tag('line', { x1: 0, y1: 0, x2: 0, y2: 6, stroke: LINE_GREY, 'stroke-width': 2.5 }),
  );
}

export function hatchId(id: string): string {
  return `${id}-hatch`;
}

/** A box that says "not available". */
export function hatchedBox(id: string, x: number, y: number, width: number, height: number): string {
  return tag('rect', {
    class: 'sc-missing',
    x,
    y,
    width,
    height,
    fill: `url(#${hatchId(id)})`,
    stroke: LINE_GREY,
    'stroke-width': 0.75,
  });
}
