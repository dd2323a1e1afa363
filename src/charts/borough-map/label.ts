import type { Canvas } from '../drawing/frame.ts';
import { linesAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import { WHITE } from '../drawing/palette.ts';
import { formatFigure } from '../words/format-value.ts';
import type { Unit } from '../words/unit.ts';
import { labelPlace } from './label-place.ts';
import type { Point } from './project.ts';

/** The name (or short code) of an area and its figure, where they fit into it; '' where not even the figure does. */
export function labelOf(
  name: string,
  code: string | undefined,
  value: number | null,
  unit: Unit,
  rings: readonly (readonly Point[])[],
  shade: { readonly text: string },
  dotted: boolean,
  { width, sizes }: Canvas,
): string {
  const size = width < 480 ? 10 : width < 800 ? 11 : sizes.small;
  const line = Math.round(size * 1.15);
  const figure = value === null ? null : formatFigure(value, unit, unit === 'proportion' ? 0 : undefined);
  const wishes = [[name, figure], [code, figure], [figure], [code]].map((lines) =>
    lines.filter((text): text is string => typeof text === 'string' && text.trim() !== ''),
  );
  for (const lines of wishes) {
    if (lines.length === 0) continue;
    const wide = Math.max(...lines.map((text) => textWidth(text, size, 'bold')));
    const place = labelPlace(rings, wide + 3, lines.length * line + 1);
    if (!place) continue;
    const first = place[1] - (lines.length * line) / 2 + line * 0.8;
    return linesAt(place[0], first, lines, line, {
      size,
      fill: shade.text,
      anchor: 'middle',
      // White text needs no white rim; dark text over dots and hatching does.
      halo: shade.text !== WHITE && (dotted || value === null),
    });
  }
  return '';
}
