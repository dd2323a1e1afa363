import { UsageError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { CrimesToFetch, FileToFetch, Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { monthsAsked, monthsHeld, someOf } from './months.ts';

/** Searches by force and month (`stops-force`). Months that a force has not published are named and not asked for. */
export async function planStops(planning: Planning<Of<'police-uk-stops'>>): Promise<Plan> {
  const { publisher, wanted } = planning;
  requireForces(wanted.forces);
  const held = await monthsHeld(planning);
  const items: FileToFetch[] = [];
  const notices: string[] = [];
  for (const force of wanted.forces) {
    const published = [...held].filter(([, forces]) => forces.has(force)).map(([month]) => month);
    const [newest] = published;
    if (newest === undefined) {
      notices.push(`data.police.uk holds no searches of ${force}.`);
      continue;
    }
    const asked = monthsAsked(wanted, newest);
    const missing = asked.filter((month) => !published.includes(month)).map((month) => month.slice(0, 7));
    if (missing.length > 0) notices.push(`Searches of ${force} not published for ${someOf(missing)}.`);
    items.push(
      ...asked
        .filter((month) => published.includes(month))
        .map((month): FileToFetch => ({
          kind: 'file',
          address: addressOf(publisher, `/api/stops-force?force=${force}&date=${month.slice(0, 7)}`) ?? '',
          file: `${month.slice(0, 7)}-${force}-stop-and-search.json`,
          formats: ['json'],
          published: null,
        })),
    );
  }
  return { items, notices };
}

/** Crimes by neighbourhood of a force and month (`crimes-street`). */
export async function planCrimes(planning: Planning<Of<'police-uk-crimes'>>): Promise<Plan> {
  const { publisher, wanted } = planning;
  requireForces(wanted.forces);
  const held = [...(await monthsHeld(planning)).keys()];
  const [newest] = held;
  if (newest === undefined) return { items: [], notices: ['data.police.uk holds no month.'] };
  const asked = monthsAsked(wanted, newest);
  const isHeld = (month: IsoDate): boolean => held.includes(month);
  const missing = asked.filter((month) => !isHeld(month)).map((month) => month.slice(0, 7));
  const items = wanted.forces.flatMap((force) =>
    asked.filter(isHeld).map((month): CrimesToFetch => ({
      kind: 'crimes',
      // The API takes no force: what follows # is for our own index.
      address: `${addressOf(publisher, `/api/crimes-street/all-crime?date=${month.slice(0, 7)}`) ?? ''}#${force}`,
      file: `${month.slice(0, 7)}-${force}-street.json`,
      force,
      month: month.slice(0, 7),
      published: null,
    })),
  );
  return { items, notices: missing.length === 0 ? [] : [`Not held by data.police.uk: ${someOf(missing)}.`] };
}

function requireForces(forces: readonly string[]): void {
  if (forces.length === 0)
    throw new UsageError(
      'The API answers for one force at a time.',
      'Name one or more: --force metropolitan city-of-london. The archive (police-uk-archive) holds all.',
    );
}
