import { addMonths, type IsoDate } from '../../foundation/iso-date.ts';
import type { FileToFetch, Of, Plan, Planning } from '../plan.ts';
import { addressOf } from '../publishers/publishers.ts';
import { monthsAsked, monthsHeld, someOf } from './months.ts';

const MEMBER = /(?:^|\/)(\d{4}-\d{2})-([a-z-]+)-(?:street|outcomes|stop-and-search)\.csv$/;

/** The archives of data.police.uk, each a ZIP of 36 months of every force, of which only what was asked for is read. */
export async function planArchive(planning: Planning<Of<'police-uk-archive'>>): Promise<Plan> {
  const { source, publisher, wanted } = planning;
  const held = await monthsHeld(planning);
  const [newest] = held.keys();
  if (newest === undefined) return { items: [], notices: ['data.police.uk holds no month.'] };
  const asked = monthsAsked(wanted, newest);
  const published = asked.filter((month) => month <= newest);
  const names = new Set(published.map((month) => month.slice(0, 7)));
  const forces = new Set(wanted.forces);
  const members = (member: string): boolean => {
    const [, month = '', force = ''] = MEMBER.exec(member) ?? [];
    return names.has(month) && (forces.size === 0 || forces.has(force));
  };
  const items = archivesOver(published, source.months).map((month): FileToFetch => ({
    kind: 'file',
    address: addressOf(publisher, source.path.replace('{month}', month.slice(0, 7))) ?? '',
    file: `${month.slice(0, 7)}.zip`,
    formats: ['zip'],
    published: null,
    members: (member) => members(member) && within(member, month, source.months),
  }));
  const missing = asked.filter((month) => month > newest).map((month) => month.slice(0, 7));
  return {
    items,
    notices: missing.length === 0 ? [] : [`Not yet published: ${someOf(missing)}.`],
  };
}

/** The fewest archives that hold some months: from the newest back, each with the months before it. */
export function archivesOver(months: readonly IsoDate[], each: number): readonly IsoDate[] {
  const archives: IsoDate[] = [];
  for (const month of months.toReversed()) {
    const last = archives.at(-1);
    if (last === undefined || month <= addMonths(last, -each)) archives.push(month);
  }
  return archives;
}

/** A month is read from one archive only: that which was taken for it. */
function within(member: string, archive: IsoDate, each: number): boolean {
  const month = `${MEMBER.exec(member)?.[1] ?? ''}-01`;
  return month <= archive && month > addMonths(archive, -each);
}
