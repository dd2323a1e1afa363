import { UsageError } from '../../../foundation/errors.ts';
import type { MeasureRequest } from '../measure/request.ts';

export const WITH = ['boroughs', 'forces'] as const;
export const SCALES = ['shared', 'own'] as const;

/** Which areas are set side by side, and on one scale or each on its own. */
export interface CompareRequest extends Pick<MeasureRequest, 'measure' | 'area'> {
  readonly with: (typeof WITH)[number];
  readonly scale: (typeof SCALES)[number];
}

/**
 * Reads `?with=` and `?scale=`.
 * @throws UsageError for another word
 */
export function compareRequest(
  { measure, area }: MeasureRequest,
  query: Readonly<Record<string, string | undefined>>,
): CompareRequest {
  return {
    measure,
    area,
    with: oneOf('with', query['with'], WITH),
    scale: oneOf('scale', query['scale'], SCALES),
  };
}

function oneOf<Word extends string>(
  name: string,
  given: string | undefined,
  known: readonly [Word, ...Word[]],
): Word {
  if (given === undefined || given === '') return known[0];
  const found = known.find((word) => word === given);
  if (found === undefined)
    throw new UsageError(`${name}=${given} is not known.`, `Choose ${known.join(' or ')}.`);
  return found;
}
