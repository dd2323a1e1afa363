import { readLabels } from '../labels.ts';
import type { SourceContext } from '../source.ts';
import { foldLabel } from '../table/labels.ts';
import type { LakeRow, Tally } from '../table/tally.ts';
import { figure, published } from './figure.ts';
import { yearEnding } from './period.ts';
import { pfaAreas } from './pfa-area.ts';
import type { PfaTable } from './pfa-table.ts';

export function isKnifeOffences({ title }: PfaTable): boolean {
  return (
    /number of knife and sharp instrument offences/i.test(title) &&
    /percentage of these selected/i.test(title) &&
    yearEnding(title) !== null
  );
}

/** Table P5: the knife offences of one year by offence, as groups of `knife-crime-pfa`. Their total stands in the table by year. */
export function readKnifeOffences(table: PfaTable, context: SourceContext, tally: Tally): void {
  const period = yearEnding(table.title);
  if (!period) return;
  const labels = new Map(
    [...readLabels('ons-pfa-knife-offences')].map(([label, group]) => [foldLabel(label), group]),
  );
  const areaOf = pfaAreas(table, context);
  const columns = table.columns.map((column) => ({ ...column, group: labels.get(foldLabel(column.name)) }));
  const left = columns.filter(
    ({ name, group }) => group === undefined && !name.includes('%') && !name.startsWith('Total of'),
  );
  for (const { name } of left)
    tally.warn(`${table.sheet}: unknown offence "${name}"; the column was left out`);
  tally.warn(
    `${table.sheet}: columns of percentages were left out (${columns.filter(({ name }) => name.includes('%')).length})`,
  );
  for (const record of table.records) {
    tally.record(record, () => {
      const area = areaOf(record);
      const rows = columns.flatMap(({ at, name, group }): LakeRow[] => {
        if (group === undefined) return [];
        const cell = published(record.cells[at] ?? '', name);
        return [figure({ area, period, cell, group, measure: 'knife-crime-pfa', unit: 'offences' })];
      });
      return tally.isNew([table.sheet, area.name], JSON.stringify(rows), record.line, null) ? rows : [];
    });
  }
}
