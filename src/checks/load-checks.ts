import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import { checkSchema, type Check } from './check-schema.ts';

/**
 * Reads `catalogue/checks/*.yaml`, in the order of their names.
 * @throws BadInputError naming the file, the line and the key that is wrong
 */
export function loadChecks(catalogueDir: string): readonly Check[] {
  const dir = join(catalogueDir, 'checks');
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const checks = files.flatMap((name) => readYaml(join(dir, name), z.array(checkSchema)));
  const seen = new Set<string>();
  for (const { id } of checks) {
    if (seen.has(id))
      throw new BadInputError(`two checks are called "${id}"`, { file: dir }, 'Rename one of them.');
    seen.add(id);
  }
  return checks;
}
