import type { Unit } from './unit.ts';
import { measurable } from './measurable.ts';

export const NOT_AVAILABLE = 'not available';

const SUFFIX: Readonly<Record<Unit, string>> = {
  count: '',
  'per-1000': ' per 1,000',
  'per-100000': ' per 100,000',
  proportion: '',
  points: ' points',
  number: '',
};

/**
 * A value with its unit, as it would be said: "2,893", "2.70 per 1,000", "69.3%", "−4.2 points".
 * Null, and anything that is not a number, is "not available".
 */
export function formatValue(value: number | null, unit: Unit, decimals?: number): string {
  const known = measurable(value);
  if (known === null) return NOT_AVAILABLE;
  const figure = formatFigure(known, unit, decimals);
  if (unit === 'points' && figure === '1') return '1 point';
  return `${figure}${SUFFIX[unit]}`;
}

/** The figure alone, for table cells and labels beside a named unit: "2,893", "2.70", "69.3%". */
export function formatFigure(value: number | null, unit: Unit, decimals?: number): string {
  const known = measurable(value);
  if (known === null) return NOT_AVAILABLE;
  const percent = unit === 'proportion';
  const shown = percent ? known * 100 : known;
  const places = decimals ?? usualDecimals(shown, unit);
  const figure =
    shown !== 0 && Math.abs(shown) < 0.5 * 10 ** -places
      ? underSmallest(shown, places)
      : plain(shown, places);
  return percent ? `${figure}%` : figure;
}

/** One formatter for each number of decimals: making one takes longer than drawing a chart. */
const FORMATS = Array.from(
  { length: 13 },
  (_, places) =>
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places }),
);

/** "1,234.5" in British form, with a true minus sign. */
export function plain(value: number, decimals: number): string {
  const places = Math.min(12, Math.max(0, Math.round(decimals)));
  const text = FORMATS[places]?.format(Math.abs(value)) ?? '';
  const isZero = Number(text.replaceAll(',', '')) === 0;
  return value < 0 && !isZero ? `−${text}` : text;
}

/** A number that would be rounded away is not nought: it is written "under 0.01". */
function underSmallest(value: number, places: number): string {
  const smallest = plain(10 ** -places, places);
  return value < 0 ? `over −${smallest}` : `under ${smallest}`;
}

function usualDecimals(shown: number, unit: Unit): number {
  const size = Math.abs(shown);
  if (unit === 'count') return Number.isInteger(shown) || size >= 10 ? 0 : 1;
  // Small values keep two figures: 0.012 per 1,000 is not 0.01.
  if (size > 0 && size < 0.1) return Math.min(6, Math.ceil(-Math.log10(size)) + 1);
  if (unit === 'proportion' || unit === 'points') return 1;
  if (unit === 'number') return Number.isInteger(shown) || size >= 1000 ? 0 : size < 10 ? 2 : 1;
  return size < 99.995 ? 2 : size < 1000 ? 1 : 0;
}
