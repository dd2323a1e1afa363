import { textWidth } from '../drawing/text-width.ts';
import { wrapText } from '../drawing/wrap-text.ts';

/** A rule that has something to say above the plot. */
export interface Annotation {
  readonly x: number;
  readonly text: string;
  readonly kind: 'break' | 'rebase' | 'meeting';
}

export interface PlacedAnnotation extends Annotation {
  readonly lines: readonly string[];
  /** Left edge of the text, and top of its first line, counted from the top of the annotations. */
  readonly left: number;
  readonly top: number;
}

/** More words than this would push the plot off the page; older rules then say "…" and the table says the rest. */
const MOST = 6;

/**
 * Stacks the words of rules above a plot: each begins at its rule (or ends at it, near the right edge), those to the
 * right lower, so that neither words nor rules cross. Gives their places and the height that they need together.
 */
export function placeAnnotations(
  annotations: readonly Annotation[],
  from: number,
  to: number,
  size: number,
): { placed: PlacedAnnotation[]; height: number } {
  const line = Math.round(size * 1.25);
  const most = Math.max(90, Math.min(200, (to - from) * 0.62));
  const boxes = annotations
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => b.x - a.x)
    .map((annotation, index) => {
      const text = index < MOST ? annotation.text : '…';
      const lines = wrapText(text, Math.min(most, to - from), size, 'regular', 3);
      const width = Math.max(...lines.map((text) => textWidth(text, size)));
      const left =
        annotation.x + 4 + width <= to ? annotation.x + 4 : Math.max(from, annotation.x - 4 - width);
      return { annotation, lines, left, right: left + width, bottom: 0, height: lines.length * line };
    });
  const done: typeof boxes = [];
  for (const box of boxes) {
    const inTheWay = done.filter(
      (other) => other.left < box.right + 8 && other.right + 8 > Math.min(box.left, box.annotation.x),
    );
    const bottom = Math.max(0, ...inTheWay.map((other) => other.bottom + other.height + 3));
    done.push({ ...box, bottom });
  }
  const height = Math.max(0, ...done.map((box) => box.bottom + box.height + 4));
  return {
    height,
    placed: done.map(({ annotation, lines, left, bottom, height: own }) => ({
      x: annotation.x,
      text: annotation.text,
      kind: annotation.kind,
      lines,
      left,
      top: height - 4 - bottom - own,
    })),
  };
}
