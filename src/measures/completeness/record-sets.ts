import { join } from 'node:path';
import { BadInputError, NotFoundError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import { requireGrouping, type Groupings } from '../grouping/grouping.ts';
import { loadRecordSets, type RecordField, type RecordSet } from './record-set.ts';

/** The sets of records whose completeness is measured, with the groupings that they name. */
export class RecordSets {
  readonly sets: readonly RecordSet[];
  readonly groupings: Groupings;

  constructor(sets: readonly RecordSet[], groupings: Groupings) {
    this.sets = sets;
    this.groupings = groupings;
  }

  /**
   * Reads `catalogue/completeness.yaml`.
   * @throws BadInputError for a grouping that is not there, or a word that stands for two statuses
   */
  static load(catalogueDir: string, groupings: Groupings): RecordSets {
    const file = join(catalogueDir, 'completeness.yaml');
    const sets = loadRecordSets(catalogueDir);
    for (const set of sets) {
      for (const split of Object.values(set.by))
        if (typeof split !== 'string') requireGrouping(groupings, split.grouping, file);
      for (const field of set.fields) {
        if (field.conflicts_with) requireGrouping(groupings, field.conflicts_with.grouping, file);
        requireOneStatus(set, field, file);
      }
    }
    return new RecordSets(sets, groupings);
  }

  /**
   * The set with an id, or the first of a table of the lake ("stop_search").
   * @throws NotFoundError that offers the nearest known id
   */
  require(name: string): RecordSet {
    const found = this.sets.find(({ id }) => id === name) ?? this.sets.find(({ table }) => table === name);
    if (found) return found;
    const near = nearest(
      name,
      this.sets.map(({ id }) => id),
    );
    throw new NotFoundError(
      `There is no set of records called "${name}".`,
      near === null ? 'They stand in catalogue/completeness.yaml.' : `Did you mean "${near}"?`,
    );
  }
}

function requireOneStatus(set: RecordSet, field: RecordField, file: string): void {
  const words = [field['not-stated'], field.refused, field.unknown, field.missing].flat();
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined)
    throw new BadInputError(
      `"${set.id}", "${field.id}": "${twice}" stands for two statuses`,
      { file },
      'Keep it under the one that it means.',
    );
}
