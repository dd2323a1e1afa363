import data from './examples.json' with { type: 'json' };
import type { SpcLineInput } from './input.ts';

/** Made-up series that show every part of the chart; the gallery and the stored pictures come from them. */
export const SPC_LINE_EXAMPLES = data as unknown as Readonly<Record<keyof typeof data, SpcLineInput>>;
