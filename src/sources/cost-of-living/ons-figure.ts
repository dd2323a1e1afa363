import { month } from '../table/cells.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource } from '../source.ts';
import { indicator } from '../table/indicator.ts';
import { wholeMonth } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';

/** The data below a chart of an ONS bulletin: a title, a subtitle, notes and the unit, then "Date" and a column a series, by month. */
export const onsFigure: RowsSource = {
  kind: 'rows',
  id: 'ons-figure',
  table: 'indicator',
  title: 'Data of a chart in an ONS bulletin',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.ons.gov.uk/economy/grossdomesticproductgdp',
  looksLike:
    '"Figure 1: …", a subtitle, "Notes", "Unit", then "Date" and a column a series, by month (Jan 2007)',
  recognises: isFigure,
  read: readFigure,
};

function isFigure({ csv }: Sample): boolean {
  return (
    /^Figure \d+/.test(csv?.header[0] ?? '') &&
    (csv?.records ?? []).some((record) => record[0]?.trim() === 'Date')
  );
}

async function readFigure(file: InputFile): Promise<RowsRead> {
  const [sheet] = await readSheets(file);
  const rows = sheet?.rows ?? [];
  const header = rows.findIndex((row) => row.cells[0] === 'Date');
  const unit = rows.find((row) => row.cells[0] === 'Unit')?.cells[1] ?? '';
  const names = (rows[header]?.cells ?? []).slice(1).filter((name) => name !== '');
  const tally = new Tally();
  tally.faults(sheet?.faults ?? []);
  for (const row of rows.slice(header + 1)) {
    if ((row.cells[0] ?? '') === '') continue;
    tally.record(row, () => {
      const period = wholeMonth(month(row.cells[0] ?? '', 'Date'));
      return names.flatMap((name, index) => {
        const cell = row.cells[index + 1] ?? '';
        const figure = indicator({ name, area: 'United Kingdom', period, unit, cell, column: name });
        return tally.isNew([name, period.to], figure['value'] ?? null, row.line, name) ? [figure] : [];
      });
    });
  }
  const title = rows[0]?.cells[0] ?? '';
  return tally.finish({
    scope: `ons-figure/${names.join('/')}`,
    force: null,
    warnings: [],
    citation: { title },
  });
}
