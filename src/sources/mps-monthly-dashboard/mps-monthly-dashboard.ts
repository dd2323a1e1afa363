import { isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import type { Cell } from '../../lake/engine.ts';
import type { InputFile } from '../input/input-file.ts';
import { readLabels } from '../labels.ts';
import type { FileFacts, RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, count, month } from '../table/cells.ts';
import { findTable, type Columns } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { labelLookup } from '../table/labels.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';

const COLUMNS: Columns<
  'month' | 'areaType' | 'team' | 'area' | 'code' | 'type' | 'subtype' | 'measure' | 'count' | 'refreshed'
> = {
  month: ['Month_Year'],
  areaType: ['Area Type'],
  team: ['Borough_SNT'],
  area: ['Area Name'],
  code: ['Area Code'],
  type: ['Crime Type'],
  subtype: ['Crime Subtype'],
  measure: ['Measure'],
  count: ['Count'],
  refreshed: ['Refresh Date'],
};

/** Columns of the published layout that carry nothing further. */
const KNOWN_EXTRAS = new Set(['financial year', 'financial_year', 'fy_fyindex', 'fy fyindex', 'sheet']);

/**
 * Knife crime by month, by borough and again by safer neighbourhood team. The two halves count the same offences: rows of
 * boroughs carry area_type 'borough' (or 'unplaced'), rows of teams 'neighbourhood', and only one kind may be added up.
 * A month and area without offences has no row: the publisher writes no zeros.
 */
export const mpsMonthlyDashboard: RowsSource = {
  kind: 'rows',
  id: 'mps-monthly-dashboard',
  table: 'crime_count',
  title: 'MPS Monthly Crime Dashboard Data',
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/mps-monthly-crime-dahboard-data',
  looksLike:
    'Month_Year, Area Type, Borough_SNT, Area Name, Area Code, Crime Type, Crime Subtype, Measure, Count, Refresh Date (CSV, XLSX or Parquet)',
  recognises: (sample) =>
    hasColumns(sample, ['month_year', 'area_type', 'borough_snt', 'crime_subtype', 'measure', 'count']),
  read: readDashboard,
};

async function readDashboard(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), COLUMNS, file.path, ['code', 'refreshed']);
  const { at } = table;
  const types = labelLookup(readLabels('mps-dashboard-crime-types'));
  const subtypes = labelLookup(readLabels('mps-dashboard-offences'));
  const measures = labelLookup(readLabels('mps-dashboard-measures'));
  const tally = new Tally();
  const extra = table.extra.filter(({ name }) => !KNOWN_EXTRAS.has(name.toLowerCase()));
  if (extra.length > 0)
    tally.warn(
      `columns that are not part of the layout were left out: ${extra.map(({ name }) => name).join(', ')}`,
    );
  let refreshed: IsoDate | null = null;
  let teams = 0;
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (key: keyof typeof at): string => record.cells[at[key]] ?? '';
    tally.record(record, () => {
      const place = placeOf(cell('areaType'), cell('area'), cell('team'), context);
      const row = {
        force: 'metropolitan',
        area: place.area,
        area_type: place.type,
        month: month(cell('month'), 'Month_Year'),
        offence_group: types(cell('type'), 'Crime Type'),
        offence: subtypes(cell('subtype'), 'Crime Subtype'),
        measure: measures(cell('measure'), 'Measure'),
        count: count(cell('count'), 'Count'),
      };
      const date = cell('refreshed').slice(0, 10);
      if (isIsoDate(date) && (refreshed === null || date > refreshed)) refreshed = date;
      const key: Cell[] = [
        place.type,
        cell('area'),
        cell('team'),
        cell('code'),
        row.month,
        row.offence,
        row.measure,
      ];
      // Counts that belong to no place come in several rows of one name, which are parts and not repeats.
      if (place.parts) key.push(cell('count'));
      if (!tally.isNew(key, row.count, record.line, 'Count')) return [];
      if (place.type === 'neighbourhood') teams += 1;
      return [row];
    });
  }
  if (teams > 0) {
    tally.warn(
      `${teams} rows by safer neighbourhood team count the same offences as the rows by borough; they carry area_type 'neighbourhood'`,
    );
  }
  const facts: FileFacts = { scope: 'mps-monthly-dashboard', force: 'metropolitan', warnings: [] };
  return tally.finish(
    refreshed === null ? facts : { ...facts, published: { date: refreshed, basis: 'stated' } },
  );
}

interface Place {
  readonly area: string;
  readonly type: string;
  /** Whether several rows of one month may be parts of it. */
  readonly parts: boolean;
}

function placeOf(areaType: string, area: string, team: string, { areas }: SourceContext): Place {
  if (/^borough$/i.test(areaType)) {
    const { name, type } = areaNamed(areas, area === '' ? team : area, ['borough', 'unplaced'], 'Area Name');
    return { area: name, type, parts: type === 'unplaced' };
  }
  if (/^safer neighbourhood/i.test(areaType)) {
    const name = (team === '' ? area : team).replaceAll(/\s+/g, ' ');
    if (name === '') throw new RowFault('Borough_SNT', 'the row names no safer neighbourhood team');
    return { area: name, type: 'neighbourhood', parts: areas.resolve(name, 'unplaced') !== null };
  }
  throw new RowFault('Area Type', `unknown kind of area "${areaType}"`);
}
