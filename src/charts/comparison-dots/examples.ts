import data from './examples.json' with { type: 'json' };
import type { ComparisonDotsInput } from './input.ts';

/** Made-up areas; the gallery and the stored pictures come from them. */
export const COMPARISON_DOTS_EXAMPLES = data as unknown as Readonly<
  Record<keyof typeof data, ComparisonDotsInput>
>;
