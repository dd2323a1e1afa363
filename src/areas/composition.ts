import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import { AREA_TYPES, type AreaType } from './area.ts';

/** An entry of `catalogue/areas/compositions.yaml`. */
export const compositionSchema = z.strictObject({
  area: z.string(),
  of: z.enum(AREA_TYPES),
  members: z.array(z.string()).default([]),
  sum_of: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
  note: z.string().optional(),
});
export type Composition = z.output<typeof compositionSchema>;

/** Names of the members of every composed area: area name → type of member → member names, in the order written. */
export type Members = ReadonlyMap<string, ReadonlyMap<AreaType, readonly string[]>>;

/**
 * Works out every composition, following `sum_of` down.
 * @throws BadInputError when an area is composed twice of one type, of itself, or of an area that is not composed
 */
export function expandCompositions(compositions: readonly Composition[], file: string): Members {
  const byKey = new Map<string, Composition>();
  for (const composition of compositions) {
    const key = keyOf(composition.area, composition.of);
    if (byKey.has(key)) throw refuse(file, `"${composition.area}" is composed of ${composition.of}s twice`);
    byKey.set(key, composition);
  }
  const done = new Map<string, readonly string[]>();

  function expand(area: string, of: AreaType, above: readonly string[]): readonly string[] {
    const key = keyOf(area, of);
    const known = done.get(key);
    if (known) return known;
    if (above.includes(key)) throw refuse(file, `"${area}" is composed of itself`);
    const composition = byKey.get(key);
    if (!composition) throw refuse(file, `"${area}" is summed as ${of}s but has no members of that type`);
    const parts = composition.sum_of.flatMap((part) => expand(part, of, [...above, key]));
    const all = new Set([...parts, ...composition.members]);
    for (const name of composition.without) {
      if (!all.delete(name)) throw refuse(file, `"${area}" leaves out "${name}", which it does not hold`);
    }
    const members = [...all];
    done.set(key, members);
    return members;
  }

  const result = new Map<string, Map<AreaType, readonly string[]>>();
  for (const { area, of } of compositions) {
    const byType = result.get(area) ?? new Map<AreaType, readonly string[]>();
    byType.set(of, expand(area, of, []));
    result.set(area, byType);
  }
  return result;
}

function keyOf(area: string, of: AreaType): string {
  return `${of}:${area}`;
}

function refuse(file: string, message: string): BadInputError {
  return new BadInputError(message, { file }, 'Correct the entry in that file.');
}
