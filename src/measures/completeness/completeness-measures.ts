import type { Measure } from '../measure.ts';
import { fieldFeeds } from './completeness-feed.ts';
import { completenessMeasureId } from './measure-id.ts';
import type { RecordField, RecordSet } from './record-set.ts';
import type { RecordSets } from './record-sets.ts';

/** The measures of a set of records: for each field, the share of records that hold it, and (by `status`) what became of the rest. */
export function completenessMeasures({ sets, groupings }: RecordSets): readonly Omit<Measure, 'version'>[] {
  return sets.flatMap((set) =>
    set.fields.map((field) => ({
      id: completenessMeasureId(set.id, field.id),
      title: `${field.title}: recorded in ${set.title}`,
      definition: definitionOf(set, field),
      kind: 'proportion' as const,
      unit: `of ${set.records}`,
      per: 1,
      direction: 'higher' as const,
      standing: set.standing,
      perPopulation: false,
      rateOf: null,
      rate: null,
      comparators: [],
      assumedBase: null,
      yearStarts: 4,
      notes: [
        ...set.notes,
        'Records without it need not look like those with it: a flat share of the known is no sign that the unknown are alike.',
      ],
      feeds: fieldFeeds(set, field, groupings),
    })),
  );
}

function definitionOf(set: RecordSet, field: RecordField): string {
  const conflicting =
    field.conflicts_with === undefined
      ? ''
      : ` Records in which it is at odds with another column (${field.conflicts_with.among.join(', ')} against another of these) count as conflicting, not as recorded.`;
  return `Share of ${set.records} of which this is recorded: ${field.title.toLowerCase()}. Not stated, refused, unknown and blank count as not recorded; split by status, each stands by itself and they add up to all.${conflicting}`;
}
