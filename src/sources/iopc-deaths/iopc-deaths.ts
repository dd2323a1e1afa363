import type { Area, Areas } from '../../areas/index.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { workbookHeads } from '../table/heads.ts';
import { figureKey, figureRow } from '../table/figure-row.ts';
import { financialYear, type Period } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';
import { Tally } from '../table/tally.ts';

/** What a sheet is of → the stem of its measures' names. */
const SHEETS: readonly (readonly [name: RegExp, stem: string])[] = [
  [/^RTI/i, 'deaths-road-traffic'],
  [/^Shootings/i, 'deaths-police-shootings'],
  [/^Custody/i, 'deaths-in-custody'],
  [/^Apparent_suicides/i, 'deaths-apparent-suicide-after-custody'],
  [/^Other_contact/i, 'deaths-other-contact'],
];
const TITLE = /^Table (\d+\.\d+) +(.+?),? *(?:\d{4}\/\d{2} to \d{4}\/\d{2})?$/i;
const GROUPS: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^gender/i, 'gender'],
  [/^age group/i, 'age'],
  [/^ethnicity/i, 'ethnicity'],
  [/^type of road traffic/i, 'type'],
  [/^(reason|type|cause|circumstance)/i, 'type'],
];

/**
 * Deaths during or following police contact, time series: for each of five kinds a number of tables by financial year, across or down, for the
 * nation by gender, age and ethnicity, and by the force concerned. Marks that say "revised" (~) or "see note" (*, ^) are taken off.
 */
export const iopcDeaths: RowsSource = {
  kind: 'rows',
  id: 'iopc-deaths',
  table: 'published_figure',
  title: 'Deaths during or following police contact: time series tables',
  publisher: 'Independent Office for Police Conduct',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.policeconduct.gov.uk/publications/deaths-during-or-following-police-contact',
  looksLike:
    'workbook (ODS, XLSX) with sheets RTI, RTI_By_Force, Shootings, Custody, Apparent_suicides, Other_contact …',
  recognises: (sample) => {
    const names = new Set(workbookHeads(sample).map((sheet) => sheet.name));
    return names.has('RTI_By_Force') && names.has('Custody_By_Force');
  },
  read: readDeaths,
};

interface Years {
  readonly at: number;
  readonly heading: string;
  readonly period: Period;
}

async function readDeaths(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  for (const sheet of await readSheets(file)) {
    const stem = SHEETS.find(([name]) => name.test(sheet.name ?? ''))?.[1];
    if (stem !== undefined) readSheet(sheet, stem, context.areas, tally);
  }
  return tally.finish({ scope: 'iopc-deaths', force: null, warnings: [] });
}

/** Walks a sheet from table to table: a title, then the years as a heading, then rows until the years end. */
function readSheet(sheet: Sheet, stem: string, areas: Areas, tally: Tally): void {
  let title = '';
  let years: readonly Years[] = [];
  const nation = areas.require('England and Wales', 'nation');
  for (const row of sheet.rows) {
    const [first = ''] = row.cells;
    const named = TITLE.exec(first.replaceAll(/\s+/g, ' '));
    if (named) {
      title = named[2] ?? '';
      years = [];
      continue;
    }
    const heading = yearsAcross(row);
    if (heading.length > 1) years = heading;
    else if (years.length > 1 && first !== '' && filled(row, years)) {
      if (/^total\b/i.test(first) && /by appropriate authority/i.test(title)) continue;
      tally.record(row, () => {
        const about = aboutOf(title, first, stem, nation, areas, tally);
        if (!about) return [];
        return years.flatMap(({ at, heading, period }) => {
          const cell = unmarked(row.cells[at] ?? '');
          const unit = about.measure.endsWith('-incidents') ? 'incidents' : 'deaths';
          const figure = figureRow({ ...about, period, unit, cell, column: heading });
          return tally.isNew(figureKey(figure), figure['value'] ?? null, row.line, heading) ? [figure] : [];
        });
      });
    }
  }
}

interface About {
  readonly area: { readonly name: string; readonly type: string };
  readonly measure: string;
  readonly group?: readonly [type: string, value: string];
}

function aboutOf(
  title: string,
  label: string,
  stem: string,
  nation: Area,
  areas: Areas,
  tally: Tally,
): About | null {
  const name = unmarked(label);
  const incidents = /incident/i.test(title) && !/fatalit/i.test(title);
  const measure = incidents ? `${stem}-incidents` : stem;
  if (/by appropriate authority/i.test(title)) {
    const area = areas.resolve(name === 'British Transport' ? 'British Transport Police' : name, 'force');
    if (area) return { area, measure };
    tally.warn(`bodies that are no police force of ours were left out: ${name}`);
    return null;
  }
  if (/^total\b/i.test(name)) return { area: nation, measure };
  const type =
    GROUPS.find(([pattern]) => pattern.test(title))?.[1] ??
    title.replace(/ by financial year.*/i, '').toLowerCase();
  return { area: nation, measure, group: [type, name] };
}

/** The columns headed by a financial year ("04/05", "15/16*"). */
function yearsAcross(row: TextRow): readonly Years[] {
  return row.cells.flatMap((cell, at) => {
    const period = financialYear(unmarked(cell));
    return at > 0 && period ? [{ at, heading: cell, period }] : [];
  });
}

function filled(row: TextRow, years: readonly Years[]): boolean {
  return years.some(({ at }) => /\d/.test(row.cells[at] ?? ''));
}

function unmarked(cell: string): string {
  return cell
    .replaceAll(/[~*^†‡+"]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
