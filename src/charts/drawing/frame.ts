import type { ChartHead } from '../chart.ts';
import { keyLines } from './key.ts';
import type { KeyEntry } from './key.ts';
import { hatchPattern } from './hatch.ts';
import { FONT, GREY, INK, WHITE } from './palette.ts';
import { escapeXml, safeId, tag } from './svg.ts';
import { linesAt, textAt } from './text.ts';
import { chartWidth, typeSizes } from './type-sizes.ts';
import type { TypeSizes } from './type-sizes.ts';
import { balancedText, wrapText } from './wrap-text.ts';

/** The picture inside the frame: drawn from (0, 0) in the frame's full width. */
export interface Body {
  readonly height: number;
  readonly markup: string;
  readonly key?: readonly KeyEntry[];
  readonly notes?: readonly string[];
}

export interface Canvas {
  readonly id: string;
  readonly width: number;
  readonly sizes: TypeSizes;
}

export const ILLUSTRATIVE = 'Illustrative data: made up, not published figures';

/**
 * Puts title, subtitle, key, notes and source around a picture, and makes it an `<svg>` that names and describes
 * itself to a screen reader. `draw` is given the width it has.
 */
export function framed(
  head: ChartHead,
  description: string,
  kind: string,
  draw: (canvas: Canvas) => Body,
): string {
  const width = chartWidth(head.width);
  const sizes = typeSizes(width);
  const id = safeId(head.id);
  const body = draw({ id, width, sizes });
  const top = heading(head, width, sizes);
  const bottom = footing(body, head.source, width, sizes);
  const height = Math.ceil(top.height + body.height + bottom.height);
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `sc-chart sc-${kind}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': FONT,
    },
    tag('title', { id: `${id}-title` }, escapeXml(head.title.trim() || 'Untitled chart')),
    tag(
      'desc',
      { id: `${id}-desc` },
      escapeXml(`${head.illustrative ? `${ILLUSTRATIVE}. ` : ''}${description}`),
    ),
    tag('defs', {}, hatchPattern(id)),
    tag('rect', { class: 'sc-ground', width, height, fill: WHITE }),
    top.markup,
    tag('g', { class: 'sc-body', transform: `translate(0,${Math.round(top.height)})` }, body.markup),
    tag(
      'g',
      { class: 'sc-foot', transform: `translate(0,${Math.round(top.height + body.height)})` },
      bottom.markup,
    ),
  );
}

function heading(head: ChartHead, width: number, sizes: TypeSizes): { markup: string; height: number } {
  let markup = '';
  let y = 0;
  if (head.illustrative) {
    const lines = wrapText(ILLUSTRATIVE, width - 24, sizes.subtitle, 'bold');
    const line = Math.round(sizes.subtitle * 1.3);
    const height = lines.length * line + 12;
    markup += tag('rect', { class: 'sc-illustrative', width, height, fill: INK });
    markup += linesAt(12, 6 + line * 0.76, lines, line, {
      size: sizes.subtitle,
      weight: 'bold',
      fill: WHITE,
    });
    y = height + 8;
  }
  for (const [text, size, weight, fill, most] of [
    [head.title, sizes.title, 'bold', INK, 6],
    [head.subtitle, sizes.subtitle, 'regular', GREY, 4],
  ] as const) {
    const line = Math.round(size * 1.25);
    const lines = balancedText(text, width - 2, size, weight, most);
    markup += linesAt(0, y + size, lines, line, {
      size,
      weight,
      fill,
      className: weight === 'bold' ? 'sc-title' : 'sc-subtitle',
    });
    y += lines.length * line + (lines.length > 0 ? 3 : 0);
  }
  return { markup, height: Math.round(y + 10) };
}

function footing(
  body: Body,
  source: string | undefined,
  width: number,
  sizes: TypeSizes,
): { markup: string; height: number } {
  const size = sizes.small;
  const line = Math.round(size * 1.35);
  let y = 8;
  const key = keyLines(body.key ?? [], width, size);
  let markup =
    key.height === 0 ? '' : tag('g', { class: 'sc-key', transform: `translate(0,${y})` }, key.markup);
  y += key.height === 0 ? 0 : key.height + 4;
  const notes = [
    ...(body.notes ?? []),
    ...(source === undefined || source.trim() === '' ? [] : [`Source: ${source}`]),
  ];
  for (const note of notes) {
    for (const text of wrapText(note, width - 2, size)) {
      markup += textAt(0, y + size, text, { size, fill: GREY, className: 'sc-note' });
      y += line;
    }
  }
  return { markup, height: y + 6 };
}
