import data from './examples.json' with { type: 'json' };
import type { BoroughMapInput } from './input.ts';

const { outlines, ...examples } = data;

/** A made-up city with boroughs named after real ones; the gallery and the stored pictures come from it. */
export const BOROUGH_MAP_EXAMPLES = {
  trust: { ...examples.trust, outlines },
  counts: { ...examples.counts, outlines },
  tiles: examples.tiles,
} as unknown as Readonly<Record<keyof typeof examples, BoroughMapInput>>;
