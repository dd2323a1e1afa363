import { z } from 'zod';
import { UsageError } from '../../foundation/errors.ts';
import {
  addMonths,
  monthsBetween,
  parseIsoDate,
  startOfMonth,
  type IsoDate,
} from '../../foundation/iso-date.ts';
import type { Planning, Wanted } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { askJson } from './json.ts';

/** `crimes-street-dates`: the months held, and the forces with stop-and-search data in each. */
const availability = z.array(
  z.object({ date: z.string(), 'stop-and-search': z.array(z.string()).optional() }),
);

/** Months that data.police.uk holds, newest first, and the forces whose searches it holds in each. */
export async function monthsHeld({
  client,
  publisher,
}: Pick<Planning, 'client' | 'publisher'>): Promise<ReadonlyMap<IsoDate, ReadonlySet<string>>> {
  const address = addressOf(publisher, '/api/crimes-street-dates') ?? '';
  const rows = await askJson(client, { address }, availability);
  const dated = rows.flatMap(({ date, 'stop-and-search': forces = [] }) => {
    const month = parseIsoDate(date);
    return month === null ? [] : [[startOfMonth(month), new Set(forces)] as const];
  });
  return new Map(dated.toSorted(([a], [b]) => b.localeCompare(a)));
}

/** The months asked for, oldest first: what is not said is the newest month held. @throws UsageError */
export function monthsAsked({ from, to }: Wanted, newest: IsoDate): readonly IsoDate[] {
  const last = to === null ? newest : startOfMonth(to);
  const first = from === null ? last : startOfMonth(from);
  const count = monthsBetween(first, last) + 1;
  if (count < 1)
    throw new UsageError(
      `The months asked for end (${last.slice(0, 7)}) before they begin (${first.slice(0, 7)}).`,
      'Give --from before --to.',
    );
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/** "2019-03, 2019-04 and 6 more" */
export function someOf(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).join(', ');
  return names.length <= most ? shown : `${shown} and ${names.length - most} more`;
}
