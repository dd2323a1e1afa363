import { falseDiscoveryControl, normalTwoSided } from '../../../statistics/index.ts';

const Z = 1.959964;
/** Share of false findings among those marked. */
const FALSE_DISCOVERIES = 0.05;

interface Estimated {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * On which side of a level each area stands beyond chance, once the number of areas compared is allowed for (Benjamini and
 * Hochberg at 5%). The level is taken as known: the whole has far less scatter than its parts. Null for areas that cannot be
 * told from it, and for all where a margin is not known.
 */
export function toldFrom(areas: readonly Estimated[], level: number): readonly ('up' | 'down' | null)[] {
  const scores = areas.map(({ value, lower, upper }) => {
    if (value === null || lower === null || upper === null || upper <= lower) return null;
    // The half of the interval that faces the level: intervals of rates and shares are not even-sided.
    const half = value > level ? value - lower : upper - value;
    return half <= 0 ? null : ((value - level) / half) * Z;
  });
  const tested = scores.flatMap((z, index) => (z === null ? [] : [{ index, z }]));
  const kept = falseDiscoveryControl(
    tested.map(({ z }) => normalTwoSided(z)),
    FALSE_DISCOVERIES,
  );
  const told = areas.map((): 'up' | 'down' | null => null);
  tested.forEach(({ index, z }, place) => {
    if (kept[place] === true) told[index] = z > 0 ? 'up' : 'down';
  });
  return told;
}
