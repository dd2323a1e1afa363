import type { Area } from '../../areas/index.ts';
import type { SourceContext } from '../source.ts';
import { areaNamed } from '../table/cells.ts';
import { RowFault } from '../table/row-fault.ts';
import type { TextRow } from '../table/sheet.ts';
import { tidy, type PfaTable } from './pfa-table.ts';

/**
 * A reader of the areas of one table. The code decides where there is one, and must agree with the name. Where there is none,
 * "West Midlands" is the region the first time and the force the second: every region stands above its forces.
 */
export function pfaAreas(table: PfaTable, { areas }: SourceContext): (record: TextRow) => Area {
  const met = new Set<string>();
  return (record) => {
    const name = tidy(record.cells[table.nameAt] ?? '').replace(/ region$/i, '');
    const code = table.codeAt === -1 ? '' : (record.cells[table.codeAt] ?? '');
    if (code === '') {
      const area = areaNamed(
        areas,
        name,
        met.has(name) ? ['force'] : ['nation', 'region', 'force'],
        'Area Name',
      );
      met.add(name);
      return area;
    }
    const area = areas.byCode(code);
    if (!area) throw new RowFault('Area Code', `unknown code "${code}" of "${name}"`);
    if (areas.resolve(name, area.type) !== area) {
      throw new RowFault('Area Name', `the code ${code} is that of ${area.name}, but the name is "${name}"`);
    }
    return area;
  };
}
