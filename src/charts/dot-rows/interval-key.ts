import type { KeyEntry } from '../drawing/key.ts';
import { LINE_GREY } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';

/** What the bar through a dot stands for. */
export function intervalKey(name = 'interval'): KeyEntry {
  return {
    words: name,
    draw: (x, y) => tag('line', { x1: x - 7, x2: x + 7, y1: y, y2: y, stroke: LINE_GREY, 'stroke-width': 2 }),
  };
}
