import { read, utils, write, type BookType, type CellObject } from '@e965/xlsx';
import type { Random } from '../../src/statistics/random.ts';
import { GRID_CHANGES, hostileCell, type Grid } from './mutate-table.ts';

const KINDS: readonly BookType[] = ['xlsx', 'ods', 'xlml', 'biff8', 'fods'];

/**
 * A changed copy of a workbook, and what was done to it: cells, rows and columns of one of its sheets. Nothing in it is packed, so
 * that a change of bytes afterwards meets what is written and not only the packing.
 */
export function mutateWorkbook(
  bytes: Buffer,
  random: Random,
): { readonly change: string; readonly bytes: Buffer } {
  const book = read(bytes, { cellDates: true });
  const name = book.SheetNames[random.below(book.SheetNames.length)] ?? '';
  const sheet = book.Sheets[name];
  let change = 'sheet of another name';
  if (sheet && random.below(10) > 0) {
    const grid: Grid = utils
      .sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true })
      .map((row) => Array.from(row, cellText));
    const names = Object.keys(GRID_CHANGES);
    change = names[random.below(names.length)] ?? '';
    const changed = grid.length === 0 ? grid : (GRID_CHANGES[change]?.(grid, random) ?? grid);
    book.Sheets[name] = utils.aoa_to_sheet(changed.map((row) => row.map(toCell)));
  } else {
    const other =
      hostileCell(random)
        .replaceAll(/[[\]*?/\\:']/g, '')
        .slice(0, 30) || 'Sheet';
    if (!book.SheetNames.includes(other)) {
      book.SheetNames[book.SheetNames.indexOf(name)] = other;
      if (sheet) book.Sheets[other] = sheet;
    }
  }
  const kind = random.below(3) > 0 ? 'xlsx' : (KINDS[random.below(KINDS.length)] ?? 'xlsx');
  return {
    change: `${change} (${kind})`,
    bytes: Buffer.from(write(book, { type: 'buffer', bookType: kind }) as Uint8Array),
  };
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Numbers as numbers, and what begins like a formula as a formula: what a spreadsheet would make of it. */
function toCell(text: string): CellObject {
  if (/^-?\d+(\.\d+)?$/.test(text)) return { t: 'n', v: Number(text) };
  if (text.startsWith('=')) return { t: 's', v: 'injected', f: text.slice(1) };
  return { t: 's', v: text.slice(0, 32_000) };
}
