import type { AreaType, Areas } from '../../areas/index.ts';
import type { Area } from '../../areas/index.ts';
import { firstOfMonth, isIsoDate, parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import { nearest } from '../../foundation/nearest.ts';
import { RowFault } from './row-fault.ts';

const MISSING_MARKS = new Set([
  '',
  '-',
  '–',
  '..',
  '.',
  ':',
  '*',
  '#',
  '!',
  'c',
  'x',
  'z',
  'na',
  'n/a',
  'null',
  'nan',
]);

/**
 * What stands where a figure should be and says that there is none: the text within the brackets (`x`, `c`, `u1`), or the
 * mark itself (`-`, `..`, `N/A`); '' for a blank cell. Null when the cell is not such a mark.
 */
export function missingMark(cell: string): string | null {
  const text = cell.trim();
  const bracketed = /^\[([a-z]{1,3}\d?)\]$/i.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed.toLowerCase();
  return MISSING_MARKS.has(text.toLowerCase()) ? text : null;
}

/**
 * A whole count, with or without thousands separators.
 * @throws RowFault for anything else
 */
export function count(cell: string, column: string): number {
  const text = cell.trim();
  const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text.replace(/\.0+$/, '');
  if (/^\d{1,15}$/.test(plain)) return Number(plain);
  const mark = missingMark(text);
  if (mark === '') throw new RowFault(column, 'the cell is blank where a count should stand');
  throw new RowFault(
    column,
    mark === null
      ? `"${text}" is not a whole count`
      : `"${text}" stands where a count should: no figure is published`,
  );
}

/**
 * A decimal number, with a point or a continental comma, and with thousands separators where they are plain.
 * @throws RowFault for anything else
 */
export function decimal(cell: string, column: string): number {
  const text = cell.trim();
  const plain =
    /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && !/^-?0,/.test(text)
      ? text.replaceAll(',', '')
      : text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const number = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isFinite(number)) return number;
  const mark = missingMark(text);
  if (mark === '') throw new RowFault(column, 'the cell is blank where a number should stand');
  throw new RowFault(
    column,
    mark === null
      ? `"${text}" is not a number`
      : `"${text}" stands where a number should: no figure is published`,
  );
}

/**
 * A day: `2016-03-31`, `31/3/2016`, `31/03/2016` or `31-3-2016` (day first).
 * @throws RowFault for anything else
 */
export function day(cell: string, column: string): IsoDate {
  const text = cell.trim();
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const date =
    iso ??
    (parts ? `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : '');
  if (isIsoDate(date)) return credible(date, text, column);
  throw new RowFault(column, `"${text}" is not a date (day/month/year)`);
}

/** A date of the years that figures can be of: a digit lost or changed makes a year that no publication knows. */
function credible(date: IsoDate, text: string, column: string): IsoDate {
  if (date >= '1000' && date < '2200') return date;
  throw new RowFault(column, `"${text}" is of a year that no figures can be of`);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A month: `201004`, `2010-04`, `2010-04-01`, `Jan-03`, `Jan 2003`, `01/04/2010`.
 * @throws RowFault for anything else
 */
export function month(cell: string, column: string): IsoDate {
  const text = cell.trim();
  const named = /^([A-Za-z]{3})[a-z]*[- ](\d{2}|\d{4})$/.exec(text);
  if (named) {
    const number = MONTHS.indexOf((named[1] ?? '').toLowerCase()) + 1;
    // Two-digit years of crime tables: 50 to 99 are of the last century.
    const year = Number(named[2]) + (named[2]?.length === 4 ? 0 : Number(named[2]) >= 50 ? 1900 : 2000);
    if (number > 0) return credible(firstOfMonth(year, number), text, column);
  }
  const compact = /^(\d{4})(\d{2})$/.exec(text);
  const iso = compact ? `${compact[1]}-${compact[2]}` : /^\d{4}-\d{2}(-\d{2})?/.exec(text)?.[0];
  const parsed = iso === undefined ? null : parseIsoDate(iso);
  if (parsed) return credible(`${parsed.slice(0, 7)}-01` as IsoDate, text, column);
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return `${day(text, column).slice(0, 7)}-01` as IsoDate;
  throw new RowFault(column, `"${text}" is not a month`);
}

/**
 * The area that a name means.
 * @throws RowFault that offers the nearest known name
 */
export function areaNamed(areas: Areas, name: string, types: readonly AreaType[], column: string): Area {
  for (const type of types) {
    const area = areas.resolve(name, type);
    if (area) return area;
  }
  const near = nearest(
    name,
    types.flatMap((type) => areas.list(type).map((area) => area.name)),
  );
  throw new RowFault(column, `unknown area "${name}"${near === null ? '' : ` (did you mean "${near}"?)`}`);
}
