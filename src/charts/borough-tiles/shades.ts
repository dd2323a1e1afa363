import { scaleQuantize } from 'd3-scale';
import { INK, WHITE } from '../drawing/palette.ts';
import { formatFigure } from '../words/format-value.ts';
import type { Unit } from '../words/unit.ts';

/** A step of the scale: its fill, the colour of text on it, and the values that it stands for. */
export interface Shade {
  readonly fill: string;
  readonly text: string;
  readonly words: string;
}

/** Light to dark without a hue of its own: the shade says "more", never "worse". Text on each passes AA. */
export const STEPS = [
  { fill: '#f3f5f7', text: INK },
  { fill: '#d9e1e8', text: INK },
  { fill: '#b7c4cf', text: INK },
  { fill: '#8fa0ae', text: INK },
  { fill: '#33475a', text: WHITE },
] as const;

/** Five equal steps from the lowest value to the highest; one step when all values are equal. */
export function shades(
  values: readonly number[],
  unit: Unit,
): { readonly of: (value: number) => Shade; readonly all: readonly Shade[] } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || low === high) {
    const only = { ...STEPS[1], words: values.length === 0 ? '' : formatFigure(low, unit) };
    return { of: () => only, all: values.length === 0 ? [] : [only] };
  }
  const scale = scaleQuantize<number>(
    [low, high],
    STEPS.map((_, index) => index),
  );
  const all = Array.from(STEPS, (step, index): Shade => {
    const [from, to] = scale.invertExtent(index);
    return { ...step, words: `${formatFigure(from, unit)} to ${formatFigure(to, unit)}` };
  });
  const first = { ...STEPS[0], words: '' };
  return { of: (value) => all[scale(value)] ?? first, all };
}
