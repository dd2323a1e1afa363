import { StatisticsError, type CountedRate } from '../statistics/index.ts';
import { nearest } from '../foundation/nearest.ts';
import type { Table } from './table.ts';

/** Events and population of each `group`, rows of one group added up; a group of '' are events not recorded. */
export function sumByGroup(table: Table, populationMayMiss = false): Map<string, CountedRate> {
  const names = table.text('group');
  const events = table.numbers('events');
  const populations = populationMayMiss ? table.numbersOrGaps('population') : table.numbers('population');
  const sums = new Map<string, { events: number; exposure: number }>();
  for (const [row, name] of names.entries()) {
    const [count, population] = [events[row] ?? 0, populations[row] ?? 0];
    if (count < 0 || population < 0)
      throw table.fault(row, 'a count is negative.', 'Correct it or leave the row out.');
    const sum = sums.get(name) ?? { events: 0, exposure: 0 };
    sum.events += count;
    sum.exposure += population;
    sums.set(name, sum);
  }
  return sums;
}

/** The reference group: the one named, or the first. */
export function referenceOf(groups: readonly string[], named: string | undefined): string {
  if (groups.length < 2) {
    throw new StatisticsError(
      'one-group',
      'There is only one group: nothing to compare it with.',
      'Give two groups or more.',
    );
  }
  const reference = named ?? groups[0] ?? '';
  if (!groups.includes(reference)) {
    const near = nearest(reference, groups);
    throw new StatisticsError(
      'unknown-reference',
      `There is no group '${reference}'.`,
      `${near === null ? '' : `Did you mean '${near}'? `}Groups: ${groups.join(', ')}.`,
    );
  }
  return reference;
}
