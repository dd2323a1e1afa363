import data from './examples.json' with { type: 'json' };
import type { SmallMultiplesInput } from './input.ts';

/** Made-up boroughs and forces; the gallery and the stored pictures come from them. */
export const SMALL_MULTIPLES_EXAMPLES = data as unknown as Readonly<
  Record<keyof typeof data, SmallMultiplesInput>
>;
