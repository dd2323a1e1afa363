import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count, missingMark } from '../table/cells.ts';
import { figureKey, figureRow } from '../table/figure-row.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { financialYear } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS = {
  time: ['Time'],
  ethnicity: ['Ethnicity'],
  kind: ['Ethnicity_type'],
  area: ['Geography'],
  searches: ['Number of stop and searches'],
  population: ['Population by ethnicity'],
  rate: ['Rate per 1,000 population by ethnicity'],
};
/** Rates are published to two decimals; more than this apart, the searches, the people and the rate contradict each other. */
const ROUNDING = 0.0051;

/**
 * Stop and search by ethnicity and police force area, from Ethnicity facts and figures: searches, people (census of 2011) and searches per 1,000
 * of them. Searches whose ethnicity was not recorded stand under "Unreported", once for each list of groups.
 */
export const ethnicityFactsStopAndSearch: RowsSource = {
  kind: 'rows',
  id: 'ethnicity-facts-stop-and-search',
  table: 'published_figure',
  title: 'Ethnicity facts and figures: stop and search',
  publisher: 'Race Disparity Unit, Cabinet Office',
  licence: 'Open Government Licence v3.0',
  address:
    'https://www.ethnicity-facts-figures.service.gov.uk/crime-justice-and-the-law/policing/stop-and-search/latest',
  looksLike:
    'Measure, Time, Time_type, Ethnicity, Ethnicity_type, Geography, …, Number of stop and searches, …, Population by ethnicity, Rate per 1,000 population by ethnicity, …',
  recognises: (sample) =>
    hasColumns(sample, [
      'Ethnicity_type',
      'Geography',
      'Number of stop and searches',
      'Population by ethnicity',
    ]),
  read: readFacts,
};

async function readFacts(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path);
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof COLUMNS): string => record.cells[table.at[key]] ?? '';
    const figure = (key: keyof typeof COLUMNS): number | null =>
      missingMark(cell(key)) === null ? count(cell(key), COLUMNS[key][0] ?? key) : null;
    tally.record(record, () => {
      const area = areaNamed(context.areas, cell('area'), ['force', 'nation'], 'Geography');
      const period = financialYear(cell('time'));
      if (!period) throw new RowFault('Time', `"${cell('time')}" is not a financial year`);
      const group = [groupType(cell('kind')), cell('ethnicity')] as const;
      const [searches, people] = [figure('searches'), figure('population')];
      const about = cell('kind') === 'All' ? { area, period } : { area, period, group };
      const rate = figureRow({
        ...about,
        measure: 'stop-and-search-per-1000',
        unit: 'searches per 1,000 people',
        cell: cell('rate'),
        column: 'Rate per 1,000 population by ethnicity',
        numerator: searches,
        denominator: people,
      });
      const value = rate['value'];
      if (typeof value === 'number' && searches !== null && people !== null && people > 0) {
        if (Math.abs((searches / people) * 1000 - value) > ROUNDING)
          tally.count(
            'rates are not the searches over the people that stand beside them; they are kept as published',
          );
      }
      const number = figureRow({
        ...about,
        measure: 'stop-and-search-searches',
        unit: 'searches',
        cell: cell('searches').replaceAll(',', ''),
        column: 'Number of stop and searches',
      });
      return [rate, number].filter((row) =>
        tally.isNew(figureKey(row), row['value'] ?? null, record.line, 'Geography'),
      );
    });
  }
  return tally.finish({ scope: 'ethnicity-facts-stop-and-search', force: null, warnings: [] });
}

/** Broad groups and their parts are two lists: each adds up by itself, with its own "Unreported". */
function groupType(kind: string): string {
  return /16\+1|18\+1/.test(kind) ? 'ethnicity, detailed' : 'ethnicity';
}
