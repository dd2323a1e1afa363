import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, month } from '../table/cells.ts';
import { workbookHeads } from '../table/heads.ts';
import { indicator } from '../table/indicator.ts';
import { wholeMonth } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

/** A table of Nomis as a workbook: what it is of in the rows above, then a row a month and a column an area. */
export const nomisClaimants: RowsSource = {
  kind: 'rows',
  id: 'nomis-claimant-count',
  table: 'indicator',
  title: 'Nomis: claimant count by sex and age',
  publisher: 'Office for National Statistics (Nomis)',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.nomisweb.co.uk/sources/cc',
  looksLike: 'workbook titled "Claimant count by sex and age", then Date and a column for each area',
  recognises: (sample) =>
    workbookHeads(sample).some((sheet) => /^Claimant count/i.test(sheet.rows[0]?.cells[0] ?? '')),
  read: readClaimants,
};

async function readClaimants(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  for (const sheet of await readSheets(file)) {
    // Tables stand under each other, each with what it is of in the rows above its header.
    const about = new Map<string, string>();
    let columns: readonly { readonly at: number; readonly area: string }[] = [];
    for (const row of sheet.rows) {
      const [first = '', second = ''] = row.cells;
      if (first === 'Date') columns = areasAcross(row.cells, context, tally);
      else if (/^[a-z]+$/.test(first)) about.set(first, second);
      else if (columns.some(({ at }) => (row.cells[at] ?? '') !== '')) {
        const share = /proportion|rate/i.test(about.get('measure') ?? '');
        const parts = [about.get('measure'), about.get('gender'), about.get('age')];
        const name = parts.filter((part) => part !== undefined && part !== '').join(', ');
        tally.record(row, () => {
          const period = wholeMonth(month(first, 'Date'));
          return columns.flatMap(({ at, area }) => {
            const unit = share ? '%' : 'people';
            const figure = indicator({ name, area, period, unit, cell: row.cells[at] ?? '', column: area });
            return tally.isNew([name, area, period.to], figure['value'] ?? null, row.line, area)
              ? [figure]
              : [];
          });
        });
      }
    }
  }
  return tally.finish({ scope: 'nomis-claimant-count', force: null, warnings: [] });
}

function areasAcross(
  cells: readonly string[],
  { areas }: SourceContext,
  tally: Tally,
): readonly { readonly at: number; readonly area: string }[] {
  return cells.flatMap((cell, at) => {
    if (at === 0 || cell === '') return [];
    try {
      return [{ at, area: areaNamed(areas, cell, ['borough', 'region', 'nation'], 'Date').name }];
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      tally.warn(`${error.message}: the column was left out`);
      return [];
    }
  });
}
