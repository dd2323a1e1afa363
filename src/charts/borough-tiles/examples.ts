import data from './examples.json' with { type: 'json' };
import type { BoroughTilesInput } from './input.ts';

/** Made-up boroughs; the gallery and the stored pictures come from them. */
export const BOROUGH_TILES_EXAMPLES = data as unknown as Readonly<
  Record<keyof typeof data, BoroughTilesInput>
>;
