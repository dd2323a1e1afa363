import { GREY } from './palette.ts';
import { textAt } from './text.ts';
import { textWidth } from './text-width.ts';

/** A mark and what it means; `draw` puts the mark into a box 16 wide about (x, y). */
export interface KeyEntry {
  readonly words: string;
  readonly draw: (x: number, y: number) => string;
}

const MARK = 20;
const GAP = 18;

/** The marks that a picture uses, explained in a line under it (more lines where it is narrow). */
export function keyLines(
  entries: readonly KeyEntry[],
  width: number,
  size: number,
): { markup: string; height: number } {
  const lineHeight = Math.round(size * 1.55);
  let x = 0;
  let y = lineHeight / 2;
  let markup = '';
  for (const { words, draw } of entries) {
    const needed = MARK + textWidth(words, size);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += lineHeight;
    }
    markup += draw(x + 8, y) + textAt(x + MARK, y + size * 0.35, words, { size, fill: GREY });
    x += needed + GAP;
  }
  return { markup, height: entries.length === 0 ? 0 : y + lineHeight / 2 };
}
