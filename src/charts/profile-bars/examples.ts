import data from './examples.json' with { type: 'json' };
import type { ProfileBarsInput } from './input.ts';

/** Made-up populations; the gallery and the stored pictures come from them. */
export const PROFILE_BARS_EXAMPLES = data as unknown as Readonly<Record<keyof typeof data, ProfileBarsInput>>;
