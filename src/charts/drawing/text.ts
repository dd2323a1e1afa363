import { GREY, WHITE } from './palette.ts';
import { escapeXml, tag } from './svg.ts';
import type { Weight } from './text-width.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** White edge, so that text stays readable over a line. */
  readonly halo?: boolean;
  readonly italic?: boolean;
  readonly className?: string;
}

/** One line of text; y is its baseline. */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const {
    size,
    weight = 'regular',
    fill = GREY,
    anchor = 'start',
    halo = false,
    italic = false,
    className,
  } = style;
  return tag(
    'text',
    {
      class: className,
      x,
      y,
      'font-size': size,
      'font-weight': weight === 'bold' ? 600 : undefined,
      'font-style': italic ? 'italic' : undefined,
      fill,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      ...(halo
        ? { stroke: WHITE, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
        : {}),
    },
    escapeXml(text),
  );
}

/** Lines under one another; y is the baseline of the first. */
export function linesAt(
  x: number,
  y: number,
  lines: readonly string[],
  lineHeight: number,
  style: TextStyle,
): string {
  return lines.map((line, index) => textAt(x, y + index * lineHeight, line, style)).join('');
}
