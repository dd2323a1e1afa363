/** Marks that stand where a figure should be, in small letters; the same as `missingMark` knows for tables read in TypeScript. */
const MARKS = ['-', '–', '..', '.', ':', '*', '#', '!', 'c', 'x', 'z', 'na', 'n/a', 'null', 'nan'];

/** SQL: whether a cell holds a mark that says that no figure is published (and why). */
export function isMark(cell: string): string {
  const list = MARKS.map((mark) => `'${mark}'`).join(', ');
  return `(lower(${cell}) IN (${list}) OR regexp_full_match(${cell}, '\\[[A-Za-z]{1,3}[0-9]?\\]'))`;
}

/** SQL: the mark itself, without brackets; NULL for a figure. */
export function markIn(cell: string): string {
  return `CASE WHEN ${isMark(cell)} THEN CASE WHEN left(${cell}, 1) = '[' THEN lower(${cell}[2:-2]) ELSE ${cell} END END`;
}

/** SQL: a number with or without thousands separators; NULL for anything else, and for what is too large to be one. */
export function numberIn(cell: string): string {
  return `CASE WHEN regexp_full_match(${cell}, '-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?') THEN CAST(replace(${cell}, ',', '') AS DOUBLE) WHEN isfinite(TRY_CAST(${cell} AS DOUBLE)) THEN TRY_CAST(${cell} AS DOUBLE) END`;
}

/** SQL: whether a cell is filled with something that is neither a count (not below zero) nor a mark. */
export function isNoCount(cell: string): string {
  return `(${cell} IS NOT NULL AND NOT ${isMark(cell)} AND NOT (coalesce(${numberIn(cell)}, -1) BETWEEN 0 AND 1e15))`;
}
