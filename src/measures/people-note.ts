import { noRateOf } from './groups-of-people.ts';
import type { Measure } from './measure.ts';

/** What a reader of a rate by groups of people is told: by whom it is divided, or why there is none. */
export function peopleNote({ people }: Pick<Measure, 'people'>, split: string): string {
  const by = people?.[split];
  if (by === undefined) return noRateOf(split);
  const self =
    by === 'ethnicity' && !split.startsWith('self')
      ? ' They said it of themselves, while the records hold what somebody else saw: the two need not agree.'
      : '';
  return `Each group is divided by its own residents: ${SOURCES[by]}.${self} A group that no count of residents knows has no rate.`;
}

const SOURCES = {
  ethnicity: 'those of the censuses, and of the straight line between two of them',
  sex: 'those of the mid-year estimates held',
  age: 'those of the mid-year estimates held',
} as const;
