import type { InputFile } from '../input/input-file.ts';
import { POLICE_UK } from '../police-uk/common.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { endOfMonth } from '../../foundation/iso-date.ts';
import { month } from '../table/cells.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { beginsWithKeys, itemOf, itemsOf, shown, textOf } from './answer.ts';

/**
 * Which forces' searches data.police.uk held for which months when it was asked: 1 published, 0 not published. It tells "not
 * published" from "none": a month that a force is missing from is a gap, not a fall.
 */
export const policeUkAvailability: RowsSource = {
  kind: 'rows',
  id: 'police-uk-availability',
  table: 'indicator',
  title: 'Months held, and the forces with stop-and-search data in each',
  ...POLICE_UK,
  address: 'https://data.police.uk/docs/method/crimes-street-dates/',
  looksLike: 'JSON list of objects with date and stop-and-search (a list of force slugs)',
  recognises: (sample) => beginsWithKeys(sample, ['date', 'stop-and-search']),
  read: readAvailability,
};

async function readAvailability(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const forces = context.areas.list('force');
  const tally = new Tally();
  for (const [index, value] of itemsOf(await file.text(), file.path).entries()) {
    tally.record(shown(value, index), () => {
      const item = itemOf(value);
      const date = endOfMonth(month(textOf(item, 'date') ?? '', 'date'));
      const held = item['stop-and-search'];
      if (!Array.isArray(held)) throw new RowFault('stop-and-search', 'not a list of forces');
      const slugs = new Set(held.map(String));
      for (const slug of slugs)
        if (!forces.some((force) => force.slug === slug)) tally.warn(`unknown force "${slug}"`);
      if (!tally.isNew([date], JSON.stringify([...slugs].toSorted()), index + 1, 'date')) return [];
      return forces.map((force) => ({
        name: 'Stop and search published on data.police.uk',
        area: force.name,
        date,
        months: 1,
        value: slugs.has(force.slug) ? 1 : 0,
        unit: '1 published, 0 not',
      }));
    });
  }
  return tally.finish({ scope: 'police-uk-availability', force: null, warnings: [] });
}
