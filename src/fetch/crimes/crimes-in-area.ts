import { z } from 'zod';
import { FetchError, hostOf } from '../http/http-error.ts';
import type { PoliteClient } from '../http/polite-client.ts';
import { askJson } from '../layouts/json.ts';
import { splitArea, type Corner } from './split-area.ts';

const crimes = z.array(z.looseObject({ id: z.union([z.number(), z.string()]) }));
export type ApiCrime = z.output<typeof crimes>[number];

/** The API answers 503 for an area with more than 10,000 crimes. It means a fault of its own just the same: hence a second try first. */
const TOO_MANY = 503;
const TRIES_BEFORE_SPLIT = 2;
/** Cut so often, a borough is a street: what still is too much is no matter of size. */
const MOST_CUTS = 7;

/**
 * The crimes of a month in an area, each once; an area with too many is asked for in halves.
 * @param address of `crimes-street/all-crime`
 * @throws FetchError
 */
export async function crimesInArea(
  client: PoliteClient,
  address: string,
  month: string,
  area: readonly Corner[],
  cuts = 0,
): Promise<readonly ApiCrime[]> {
  const poly = area.map(({ latitude, longitude }) => `${rounded(latitude)},${rounded(longitude)}`).join(':');
  // A form, because addresses over 4,094 characters are refused and an area's outline is longer than that.
  const form = new URLSearchParams({ date: month, poly }).toString();
  try {
    return await askJson(client, { address, form }, crimes, TRIES_BEFORE_SPLIT);
  } catch (error) {
    if (!(error instanceof FetchError) || error.answered !== TOO_MANY) throw error;
    if (cuts >= MOST_CUTS)
      throw new FetchError(
        `${hostOf(address)} answers 503 even for a very small area: it is in trouble.`,
        'Run the same command again later: neighbourhoods that are already here are not asked for twice.',
        TOO_MANY,
        { cause: error },
      );
  }
  const found = new Map<string, ApiCrime>();
  for (const half of splitArea(area)) {
    if (half.length < 3) continue;
    for (const crime of await crimesInArea(client, address, month, half, cuts + 1))
      found.set(String(crime.id), crime);
  }
  return [...found.values()];
}

/** About a tenth of a metre: more digits only make the form longer. */
function rounded(degrees: number): string {
  return String(Number(degrees.toFixed(6)));
}
