import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import type { Areas } from './areas.ts';
import { Breaks } from './breaks.ts';
import { requireCanonical } from './require-canonical.ts';
import { breakSchema } from './series-break.ts';

/**
 * Reads the series breaks of a catalogue (`breaks.yaml`).
 * @throws BadInputError naming file, line and key; unknown areas are refused with the nearest known name
 */
export function loadBreaks(catalogueDir: string, areas: Areas): Breaks {
  const file = join(catalogueDir, 'breaks.yaml');
  const breaks = readYaml(file, z.array(breakSchema));
  const seen = new Set<string>();
  for (const { id, areas: named, totals } of breaks) {
    if (seen.has(id))
      throw new BadInputError(`two breaks have the id "${id}"`, { file }, 'Give one another id.');
    seen.add(id);
    for (const name of [...named, ...totals])
      if (name !== 'all') requireCanonical(areas, name, file, `areas of "${id}"`);
  }
  return new Breaks(breaks, areas);
}
