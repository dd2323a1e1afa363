/**
 * The words by which an importer knows made-up files, and keeps them out of a workspace of published figures. Every file has them
 * near its beginning: where its layout lets lines of remarks stand above the table, in such a line; else in its rows.
 */
export const MARK = 'Illustrative data';

/** A line of remarks for the head of a table. */
export const REMARK = `# ${MARK}: every figure is made up (scrutineer demo)`;

/** Begins the id of every made-up crime; real ones are 64 hexadecimal digits. */
export const ID_PREFIX = 'illustrative-data-';

/** A cell of CSV: quoted where it must be. */
export function csv(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
