import { endOfMonth, firstOfMonth } from '../../foundation/iso-date.ts';
import { day, month } from '../table/cells.ts';
import { calendarYear, financialYear, onDay, wholeMonth, yearTo, type Period } from '../table/period.ts';
import { RowFault } from '../table/row-fault.ts';
import type { DateKind } from './layout.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const READERS: Readonly<Record<DateKind, (cell: string, column: string) => Period | null>> = {
  'financial-year': financialYear,
  'calendar-year': (cell) => calendarYear(cell.replace(/-01-01$/, '')),
  month: (cell, column) => wholeMonth(month(cell, column)),
  day: (cell, column) => onDay(day(cell, column)),
  'year-ending-month': (cell, column) => yearTo(month(cell, column)),
  span,
};

/**
 * The days that a cell of time means.
 * @throws RowFault for a cell that is not written as its layout says
 */
export function when(kind: DateKind, cell: string, column: string): Period {
  const period = READERS[kind](cell, column);
  if (period) return period;
  throw new RowFault(column, `"${cell}" is not a time written as in this layout`);
}

/** "Apr '01 to Mar '02...10": what follows the second year is a mark that the holder's program put to tell columns apart. */
function span(cell: string): Period | null {
  const parts = /^([a-z]{3}) '(\d{2}) to ([a-z]{3}) '(\d{2})/i.exec(cell);
  if (!parts) return null;
  const first = MONTHS.indexOf((parts[1] ?? '').toLowerCase()) + 1;
  const last = MONTHS.indexOf((parts[3] ?? '').toLowerCase()) + 1;
  if (first === 0 || last === 0) return null;
  return {
    from: firstOfMonth(fullYear(parts[2]), first),
    to: endOfMonth(firstOfMonth(fullYear(parts[4]), last)),
  };
}

function fullYear(two: string | undefined): number {
  const year = Number(two);
  return year >= 50 ? 1900 + year : 2000 + year;
}
