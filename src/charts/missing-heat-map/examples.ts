import data from './examples.json' with { type: 'json' };
import type { MissingHeatMapInput } from './input.ts';

/** Made-up shares; the gallery and the stored pictures come from them. */
export const MISSING_HEAT_MAP_EXAMPLES = data as unknown as Readonly<
  Record<keyof typeof data, MissingHeatMapInput>
>;
