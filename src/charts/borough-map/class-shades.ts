import { scaleQuantile } from 'd3-scale';
import { shades, STEPS, type Shade } from '../borough-tiles/shades.ts';
import { formatFigure } from '../words/format-value.ts';
import type { Unit } from '../words/unit.ts';

type Shades = ReturnType<typeof shades>;

/** Shades by equal steps of the value, or by quantiles: five classes with about as many areas in each. */
export function classShades(values: readonly number[], unit: Unit, classes: 'equal' | 'quantile'): Shades {
  const sorted = values.toSorted((a, b) => a - b);
  // Fewer different values than classes make no quantiles.
  if (classes === 'equal' || new Set(values).size < STEPS.length) return shades(values, unit);
  const scale = scaleQuantile<number>(
    sorted,
    STEPS.map((_, index) => index),
  );
  const all = STEPS.map((step, index): Shade => {
    const own = sorted.filter((value) => scale(value) === index);
    const [low, high] = [own[0] ?? 0, own.at(-1) ?? 0];
    return {
      ...step,
      words: own.length === 0 ? '' : `${formatFigure(low, unit)} to ${formatFigure(high, unit)}`,
    };
  });
  const first = { ...STEPS[0], words: '' };
  return {
    of: (value) => all[scale(value)] ?? first,
    all: all.filter(({ words }) => words !== ''),
  };
}
