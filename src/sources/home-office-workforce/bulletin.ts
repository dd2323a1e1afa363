import { addDays, addMonths, isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import { BadInputError } from '../../foundation/errors.ts';
import { MONTH_NAMES } from '../../foundation/month-names.ts';
import { HOME_OFFICE } from '../home-office/home-office.ts';
import { homeOfficeAreas } from '../home-office/table-areas.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { figureKey, figureRow } from '../table/figure-row.ts';
import { workbookHeads } from '../table/heads.ts';
import { onDay } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';
import { bulletinSheet } from './bulletin-sheets.ts';

/** Rows that sum other bodies than the 43 territorial forces. */
const OTHER_SUMS = /^(Total (other|police s)|Central Service)/i;
const ALL_FORCES = /^Total (of )?(all )?43 forces/i;

/**
 * The tables of the statistical bulletins on police strength (HOSB), one as at a 31 March: by force, with men and women beside each other, by
 * rank or ethnicity. Only what counts people by force is read; rates, changes and percentages follow from it.
 */
export const workforceBulletin: RowsSource = {
  kind: 'rows',
  id: 'home-office-workforce-bulletin',
  table: 'published_figure',
  title: 'Police service strength, England and Wales: tables of the statistical bulletin',
  ...HOME_OFFICE,
  address: 'https://www.gov.uk/government/collections/police-workforce-england-and-wales',
  looksLike:
    'workbook (XLS, XLSX, ODS) with sheets titled "Table 4  Police officer strength as at 31 March 2011 by police force area, rank and gender …"',
  recognises: (sample) => workbookHeads(sample).some((sheet) => bulletinSheet(sheet) !== null),
  read: readBulletin,
};

async function readBulletin(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const sheets = await readSheets(file);
  const asAt =
    sheets.map((sheet) => dayIn(bulletinSheet(sheet)?.title ?? '')).find((day) => day !== null) ?? null;
  if (asAt === null)
    throw new BadInputError(
      'no title says as at which day officers were counted',
      { file: file.path },
      'Check that it is a bulletin on police strength.',
    );
  const tally = new Tally();
  const left: string[] = [];
  for (const sheet of sheets) {
    const found = bulletinSheet(sheet);
    if (!found) {
      left.push(sheet.name ?? '');
      continue;
    }
    const areaOf = homeOfficeAreas(context.areas, false);
    const period = found.whole ? { from: addDays(addMonths(asAt, -12), 1), to: asAt } : onDay(asAt);
    for (const record of sheet.rows.slice(found.from)) {
      const name = record.cells[0] ?? '';
      // Notes are numbered; below them the office's own sums may stand, under no force.
      if (/^\d+\. /.test(name)) break;
      if (name === '') continue;
      if (OTHER_SUMS.test(name)) {
        tally.warn('sums that take in bodies other than the 43 territorial forces were left out');
        continue;
      }
      tally.record(record, () => {
        const area = areaOf(ALL_FORCES.test(name) ? 'Total England and Wales' : name, 'Police force');
        return found.columns.flatMap(({ at, name: column, measure, unit, group }) => {
          const cell = record.cells[at] ?? '';
          const row = figureRow({ area, measure, period, unit, cell, column, ...(group ? { group } : {}) });
          return tally.isNew(figureKey(row), row['value'] ?? null, record.line, column) ? [row] : [];
        });
      });
    }
  }
  if (left.length > 0)
    tally.warn(`sheets without counts of people by force were left out: ${left.join(', ')}`);
  return tally.finish({ scope: `home-office-workforce-bulletin/${asAt}`, force: null, warnings: [] });
}

/** "as at 31 March 2011" */
function dayIn(title: string): IsoDate | null {
  const [, day = '', month = '', year = ''] = /as at (\d{1,2}) ([A-Z][a-z]+) (\d{4})/.exec(title) ?? [];
  const text = `${year}-${String(MONTH_NAMES.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}
