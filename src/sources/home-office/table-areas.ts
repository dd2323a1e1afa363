import type { Area, Areas } from '../../areas/index.ts';
import { areaNamed } from '../table/cells.ts';

/** Names of sums and regions in Home Office tables that no other publisher uses. */
const SUMS: ReadonlyMap<string, string> = new Map([
  ['43 forces', 'England and Wales'],
  ['eastern', 'East of England'],
]);

/**
 * A reader of the areas of one Home Office table, row by row. Sums are marked ("*Total North East", "Total England and Wales") or stand
 * bare above their forces, so that "West Midlands" is the region the first time and the force the second.
 * @param bareRegions whether regions stand bare in the column; where another column names the region, a bare name is a force
 * @returns throws RowFault for an unknown name
 */
export function homeOfficeAreas(areas: Areas, bareRegions: boolean): (name: string, column: string) => Area {
  const met = new Set<string>();
  return (published, column) => {
    const name = published
      .replaceAll(/\s+/g, ' ')
      .replace(/^\*\s*/, '')
      .replace(/(?<=[a-z)])\d(,\d)*$/, '')
      .trim();
    const total = /^Total,? (.+)$/i.exec(name)?.[1];
    if (total !== undefined)
      return areaNamed(areas, SUMS.get(total.toLowerCase()) ?? total, ['nation', 'region'], column);
    const first = bareRegions && !met.has(name);
    met.add(name);
    return areaNamed(
      areas,
      SUMS.get(name.toLowerCase()) ?? name,
      first ? ['nation', 'region', 'force', 'unplaced'] : ['force', 'nation', 'unplaced'],
      column,
    );
  };
}
