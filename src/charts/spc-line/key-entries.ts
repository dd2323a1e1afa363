import { hatchedBox } from '../drawing/hatch.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { mark, markStyle } from '../drawing/marks.ts';
import { BAND, INK } from '../drawing/palette.ts';
import { tag } from '../drawing/svg.ts';
import type { Side, Variation } from '../words/variation.ts';
import type { PreparedSeries } from './prepare.ts';

const WORDS: readonly { readonly variation: Variation; readonly side: Side; readonly words: string }[] = [
  { variation: 'none', side: 'up', words: 'usual variation' },
  { variation: 'concern', side: 'up', words: 'concern: higher' },
  { variation: 'concern', side: 'down', words: 'concern: lower' },
  { variation: 'improvement', side: 'up', words: 'improvement: higher' },
  { variation: 'improvement', side: 'down', words: 'improvement: lower' },
  { variation: 'high', side: 'up', words: 'special cause: higher' },
  { variation: 'low', side: 'down', words: 'special cause: lower' },
];

/** Only the marks that the picture uses. */
export function spcKey({ points, earlier }: PreparedSeries, id: string): KeyEntry[] {
  const known = points.filter(({ value }) => value !== null);
  const judged = known.some(({ limits, signal }) => limits !== null || signal !== null);
  const entries: KeyEntry[] = [];
  if (judged) {
    for (const { variation, side, words } of WORDS) {
      const used = known.some(
        (point) => point.variation === variation && (variation === 'none' || point.side === side),
      );
      if (used) entries.push({ words, draw: (x, y) => mark(x, y, 4, markStyle(variation, side)) });
    }
  }
  if (known.some(({ provisional }) => provisional)) {
    entries.push({
      words: 'hollow: provisional',
      draw: (x, y) => mark(x, y, 4, markStyle('none', 'up'), { hollow: true }),
    });
  }
  if (points.some(({ limits }) => limits !== null && limits.upper > limits.lower)) {
    entries.push({
      words: 'expected range',
      draw: (x, y) => tag('rect', { x: x - 7, y: y - 6, width: 14, height: 12, fill: BAND }),
    });
  }
  if (earlier && earlier.points.some(({ value }) => value !== null)) {
    entries.push({
      words: 'dashed: earlier publication',
      draw: (x, y) =>
        tag('line', {
          x1: x - 8,
          x2: x + 8,
          y1: y,
          y2: y,
          stroke: INK,
          'stroke-width': 1,
          'stroke-dasharray': '4 3',
        }),
    });
  }
  if (points.some(({ value }) => value === null)) {
    entries.push({ words: 'not available', draw: (x, y) => hatchedBox(id, x - 7, y - 5, 14, 10) });
  }
  return entries;
}
