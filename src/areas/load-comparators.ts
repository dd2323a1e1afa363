import { join } from 'node:path';
import { BadInputError } from '../foundation/errors.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import type { Areas } from './areas.ts';
import {
  baselineSchema,
  mostSimilarSchema,
  nationalSchema,
  type MostSimilarEntries,
} from './comparator-schema.ts';
import { Comparators } from './comparators.ts';
import { requireCanonical } from './require-canonical.ts';

/**
 * Reads the comparators of a catalogue (`comparators/national.yaml`, `most-similar.yaml`, `baseline.yaml`).
 * @throws BadInputError naming file, line and key; unknown areas are refused with the nearest known name
 */
export function loadComparators(catalogueDir: string, areas: Areas): Comparators {
  const file = (kind: string): string => join(catalogueDir, 'comparators', `${kind}.yaml`);
  const national = readYaml(file('national'), nationalSchema);
  const mostSimilar = readYaml(file('most-similar'), mostSimilarSchema);
  const baselines = readYaml(file('baseline'), baselineSchema);
  for (const { members_of } of national) requireCanonical(areas, members_of, file('national'), 'members_of');
  for (const { area, members } of mostSimilar.groups) {
    for (const name of [area, ...members])
      requireCanonical(areas, name, file('most-similar'), `groups of ${area}`);
  }
  for (const { area } of mostSimilar.none) requireCanonical(areas, area, file('most-similar'), 'none');
  refuseTwice(mostSimilar.groups, file('most-similar'));
  return new Comparators({ national, mostSimilar, baselines }, areas);
}

function refuseTwice(groups: MostSimilarEntries['groups'], file: string): void {
  const seen = new Set<string>();
  for (const { area, as_of } of groups) {
    const key = `${area}, ${as_of ?? 'undated'}`;
    if (seen.has(key))
      throw new BadInputError(`two groups for ${key}`, { file }, 'Remove one, or correct its date.');
    seen.add(key);
  }
}
