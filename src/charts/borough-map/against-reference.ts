import { measurable } from '../words/measurable.ts';
import type { BoroughMapInput, MapArea } from './input.ts';

/** Where an area stands to the reference: told from it by its interval or not; null where that cannot be said. */
export type Standing = 'above' | 'below' | 'not told' | null;

export function standingOf(
  { value, lower, upper }: MapArea,
  reference: BoroughMapInput['reference'],
): Standing {
  const [low, high, held] = [
    measurable(lower ?? null),
    measurable(upper ?? null),
    measurable(reference?.value ?? null),
  ];
  if (measurable(value) === null || low === null || high === null || held === null) return null;
  if (low > held) return 'above';
  return high < held ? 'below' : 'not told';
}
