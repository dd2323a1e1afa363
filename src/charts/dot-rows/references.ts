import { INK } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import { textAt } from '../drawing/text.ts';
import { textWidth } from '../drawing/text-width.ts';
import type { TypeSizes } from '../drawing/type-sizes.ts';
import { clipText } from '../drawing/wrap-text.ts';

/** A value drawn down through all rows. */
export interface Reference {
  readonly value: number;
  /** Written above its line; no words, no label (where a row already names it). */
  readonly label: string;
}

const DASHES = ['5 3', '2 3', '8 3 2 3'];

/** The lines of averages and, above the rows, their names: one a line of text, so that none meets another. */
export function drawReferences(
  references: readonly Reference[],
  x: (value: number) => number,
  width: number,
  { small }: TypeSizes,
): { height: number; draw: (bottom: number) => string } {
  const step = Math.round(small * 1.4);
  const named = references.filter(({ label }) => label !== '').length;
  const height = named * step;
  return {
    height,
    draw: (bottom) => {
      let row = 0;
      let words = '';
      const lines = references.map(({ value, label }, index) => {
        const at = x(value);
        let from = height + 2;
        if (label !== '') {
          const text = clipText(label, width - 4, small);
          const half = textWidth(text, small) / 2;
          const middle = Math.max(half, Math.min(width - half, at));
          from = row * step + small + 4;
          words += textAt(middle, row * step + small, text, {
            size: small,
            fill: INK,
            anchor: 'middle',
            halo: true,
          });
          row += 1;
        }
        return tag('line', {
          class: 'sc-reference',
          x1: at,
          x2: at,
          y1: from,
          y2: bottom,
          stroke: INK,
          'stroke-width': 1,
          'stroke-dasharray': DASHES[index % DASHES.length],
        });
      });
      return lines.join('') + words;
    },
  };
}
