import { parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource } from '../source.ts';
import { indicator } from '../table/indicator.ts';
import { calendarYear, quarter, wholeMonth, type Period } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally } from '../table/tally.ts';
import { month } from '../table/cells.ts';

/**
 * A time series as the generator of the Office for National Statistics writes it: eight rows that describe it and no header, then years,
 * quarters and months under each other in one column. They are three series of one thing; `months` (12, 3, 1) tells them apart.
 */
export const onsTimeSeries: RowsSource = {
  kind: 'rows',
  id: 'ons-time-series',
  table: 'indicator',
  title: 'ONS time series',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.ons.gov.uk/timeseriestool',
  looksLike:
    '"Title","…" then "CDID","L55O", "Source dataset ID", …; then years, quarters and months in one column',
  recognises: isTimeSeries,
  read: readTimeSeries,
};

function isTimeSeries({ csv }: Sample): boolean {
  return csv?.header[0] === 'Title' && csv.records[0]?.[0] === 'CDID';
}

async function readTimeSeries(file: InputFile): Promise<RowsRead> {
  const [sheet] = await readSheets(file);
  const rows = sheet?.rows ?? [];
  const about = (key: string): string => rows.slice(0, 8).find((row) => row.cells[0] === key)?.cells[1] ?? '';
  const name = `${about('Title')} (${about('CDID')})`;
  const tally = new Tally();
  tally.faults(sheet?.faults ?? []);
  for (const row of rows) {
    const [time = '', cell = ''] = row.cells;
    if (!/^\d{4}/.test(time)) continue;
    tally.record(row, () => {
      const period = periodOf(time);
      const figure = indicator({
        name,
        area: 'United Kingdom',
        period,
        unit: about('Unit'),
        cell,
        column: about('CDID'),
      });
      return tally.isNew([time], figure['value'] ?? null, row.line, about('CDID')) ? [figure] : [];
    });
  }
  const released = releaseDate(about('Release date'));
  return tally.finish({
    scope: `ons-time-series/${about('CDID')}`,
    force: null,
    warnings: [],
    citation: { title: name },
    ...(released === null ? {} : { published: { date: released, basis: 'stated' as const } }),
  });
}

/** `1989`, `1989 Q1`, `1989 JAN`. @throws RowFault for anything else */
function periodOf(time: string): Period {
  const monthly = /^(\d{4}) ([A-Z]{3})$/.exec(time);
  if (monthly) return wholeMonth(month(`${monthly[2]} ${monthly[1]}`, 'time'));
  const period = quarter(time) ?? calendarYear(time);
  if (period) return period;
  throw new RowFault('time', `"${time}" is neither a year, a quarter nor a month`);
}

/** "24-05-2023" */
function releaseDate(text: string): IsoDate | null {
  const [, day, number, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
  return parseIsoDate(`${year}-${number}-${day}`);
}
