import data from './examples.json' with { type: 'json' };
import type { RankedAreasInput } from './input.ts';

/** Made-up boroughs; the gallery and the stored pictures come from them. */
export const RANKED_AREAS_EXAMPLES = data as unknown as Readonly<Record<keyof typeof data, RankedAreasInput>>;
