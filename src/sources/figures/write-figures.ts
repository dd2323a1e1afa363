import { endOfMonth, startOfMonth } from '../../foundation/iso-date.ts';
import { citationLines, type Citation } from './citation.ts';
import { FIGURE_COLUMNS, type Figure, type FigureColumn } from './figure.ts';

/**
 * Writes figures in the layout that the source `figures` reads: the same rows come back. Without rows it is a template.
 * Periods of whole months are written as months, and their end only where it is another; numbers as they are given, so round
 * them to what the source justifies.
 */
export function writeFigures(citation: Citation, figures: readonly Figure[]): string {
  const lines = figures.map((figure) =>
    FIGURE_COLUMNS.map((column) => quoted(cellOf(figure, column))).join(','),
  );
  return [...citationLines(citation), FIGURE_COLUMNS.join(','), ...lines, ''].join('\n');
}

function cellOf(figure: Figure, column: FigureColumn): string {
  if (column !== 'from' && column !== 'to') return String(figure[column] ?? '');
  const { from, to } = figure;
  const months = startOfMonth(from) === from && endOfMonth(to) === to;
  const [first, last] = months ? [from.slice(0, 7), to.slice(0, 7)] : [from, to];
  if (column === 'from') return first;
  return last === first ? '' : last;
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
