import type { Side, Variation } from '../words/variation.ts';
import { BLUE, GREY, ORANGE, PURPLE, WHITE } from './palette.ts';
import { coordinate as c, tag } from './svg.ts';

export type Shape = 'circle' | 'up' | 'down' | 'diamond';

export interface MarkStyle {
  readonly shape: Shape;
  readonly colour: string;
}

const COLOURS: Readonly<Record<Variation, string>> = {
  improvement: BLUE,
  concern: ORANGE,
  high: PURPLE,
  low: PURPLE,
  none: GREY,
};

/** Shape and colour of a point: ▲▼ blue improvement, ▲▼ orange concern, ◆ purple neutral, ● grey common cause. */
export function markStyle(variation: Variation, side: Side): MarkStyle {
  const colour = COLOURS[variation];
  if (variation === 'none') return { shape: 'circle', colour };
  return { shape: variation === 'high' || variation === 'low' ? 'diamond' : side, colour };
}

export interface MarkOptions {
  readonly hollow?: boolean;
  readonly className?: string;
  /** Row of the table that the mark stands for; the page's script uses it. */
  readonly row?: number;
}

/** A mark about (x, y). The radius is that of a circle of the same weight to the eye. */
export function mark(
  x: number,
  y: number,
  radius: number,
  { shape, colour }: MarkStyle,
  options: MarkOptions = {},
): string {
  const attributes = {
    class: options.className,
    'data-row': options.row,
    fill: options.hollow === true ? WHITE : colour,
    stroke: options.hollow === true ? colour : WHITE,
    // A white edge parts marks from the line; round a very small one it would eat the line instead.
    'stroke-width': options.hollow === true ? 1.5 : radius < 2.5 ? 0 : 0.75,
  };
  if (shape === 'circle') return tag('circle', { ...attributes, cx: x, cy: y, r: radius });
  return tag('path', { ...attributes, d: outline(x, y, radius, shape) });
}

function outline(x: number, y: number, radius: number, shape: 'up' | 'down' | 'diamond'): string {
  if (shape === 'diamond') {
    const r = radius * 1.4;
    return `M${c(x)},${c(y - r)}L${c(x + r)},${c(y)}L${c(x)},${c(y + r)}L${c(x - r)},${c(y)}Z`;
  }
  const r = radius * 1.55;
  const sign = shape === 'up' ? -1 : 1;
  const [half, base] = [r * 0.92, r * 0.62];
  return `M${c(x)},${c(y + sign * r)}L${c(x + half)},${c(y - sign * base)}L${c(x - half)},${c(y - sign * base)}Z`;
}
