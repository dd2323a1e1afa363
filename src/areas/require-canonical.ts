import { BadInputError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import type { Areas } from './areas.ts';

/** @throws BadInputError unless a name in a catalogue file is the canonical one of an area */
export function requireCanonical(areas: Areas, name: string, file: string, key: string): void {
  const area = areas.resolve(name);
  if (area?.name === name) return;
  const near =
    area?.name ??
    nearest(
      name,
      areas.list().map((each) => each.name),
    );
  const advice = near === null ? 'Canonical names are in areas/areas.csv.' : `Did you mean "${near}"?`;
  throw new BadInputError(`${key}: "${name}" is not the canonical name of an area`, { file }, advice);
}
