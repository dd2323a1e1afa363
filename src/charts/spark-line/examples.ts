import data from './examples.json' with { type: 'json' };
import type { SparkLineInput } from './input.ts';

/** Made-up lines; the gallery and the stored pictures come from them. */
export const SPARK_LINE_EXAMPLES = data as unknown as Readonly<Record<keyof typeof data, SparkLineInput>>;
