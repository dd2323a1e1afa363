import type { CellRead } from './read-cell.ts';
import type { Template } from './template.ts';

/** The good cells of one record, by column. */
export type CellsRead = ReadonlyMap<string, CellRead>;

/** What is wrong with a record although each cell is right by itself. */
interface RowFaultFound {
  readonly column: string | null;
  readonly problem: string;
  readonly allowed: string;
  readonly nearest: string | null;
}

/**
 * Holds a record against the rules between its cells, and against the records before it: `keys` and `only` carry what was seen.
 * Parts that are withheld or not known make a sum unknown, and it is not checked.
 */
export function rowFaults(
  template: Template,
  cells: CellsRead,
  keys: Map<string, number>,
  only: Map<string, { readonly value: string; readonly line: number }>,
  line: number,
): readonly RowFaultFound[] {
  return [
    ...spanFaults(template, cells),
    ...sumFaults(template, cells),
    ...onlyFaults(template, cells, only, line),
    ...repeatFaults(template, cells, keys, line),
  ];
}

function spanFaults({ from, to }: Template, cells: CellsRead): readonly RowFaultFound[] {
  const [first, last] = [text(cells, from), text(cells, to)];
  if (first <= last) return [];
  return [
    {
      column: to,
      problem: `ends before it begins: "${from}" is ${first.slice(0, 7)}`,
      allowed: `${first.slice(0, 7)} or later`,
      nearest: null,
    },
  ];
}

function sumFaults({ sums, within }: Template, cells: CellsRead): readonly RowFaultFound[] {
  const unequal = sums.flatMap(({ parts, whole }): RowFaultFound[] => {
    const total = number(cells, whole);
    const values = parts.map((part) => number(cells, part));
    if (total === null || values.some((value) => value === null)) return [];
    const sum = values.reduce<number>((added, value) => added + (value ?? 0), 0);
    if (sum === total) return [];
    return [
      {
        column: whole,
        problem: `is not the sum of its parts: ${parts.join(' + ')} make ${sum}`,
        allowed: `the sum of ${parts.join(', ')}`,
        nearest: String(sum),
      },
    ];
  });
  const larger = within.flatMap(({ part, whole }): RowFaultFound[] => {
    const [own, total] = [number(cells, part), number(cells, whole)];
    if (own === null || total === null || own <= total) return [];
    return [
      {
        column: part,
        problem: `is more than the whole: "${whole}" is ${total}`,
        allowed: `at most ${total}`,
        nearest: null,
      },
    ];
  });
  return [...unequal, ...larger];
}

function onlyFaults(
  template: Template,
  cells: CellsRead,
  only: Map<string, { readonly value: string; readonly line: number }>,
  line: number,
): readonly RowFaultFound[] {
  return template.columns.flatMap((column): RowFaultFound[] => {
    if (column.type !== 'word' || !column.one_in_file) return [];
    const value = text(cells, column.name);
    const first = only.get(column.name);
    if (!first) only.set(column.name, { value, line });
    if (!first || first.value === value) return [];
    return [
      {
        column: column.name,
        problem: `line ${first.line} says "${first.value}": figures of both kinds do not belong in one return`,
        allowed: first.value,
        nearest: first.value,
      },
    ];
  });
}

function repeatFaults(
  { unique }: Template,
  cells: CellsRead,
  keys: Map<string, number>,
  line: number,
): readonly RowFaultFound[] {
  const key = JSON.stringify(unique.map((column) => text(cells, column)));
  const first = keys.get(key);
  if (first === undefined) {
    keys.set(key, line);
    return [];
  }
  return [
    {
      column: null,
      problem: `line ${first} is about the same ${unique.join(', ')}`,
      allowed: `one row for each ${unique.join(', ')}`,
      nearest: null,
    },
  ];
}

function number(cells: CellsRead, column: string): number | null {
  const read = cells.get(column);
  return read?.kind === 'value' && typeof read.value === 'number' ? read.value : null;
}

function text(cells: CellsRead, column: string): string {
  const read = cells.get(column);
  return read?.kind === 'value' ? String(read.value ?? '') : '';
}
