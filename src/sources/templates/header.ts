import { nearest } from '../../foundation/nearest.ts';
import { foldHeader } from '../table/heads.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';
import type { Template } from './template.ts';
import type { Fault } from './fault.ts';

/** Title rows above a header that are looked through. */
const ROWS_LOOKED_AT = 30;

/** Where the columns of a template stand in a sheet. */
export interface FoundHeader {
  readonly line: number;
  /** Position of each column; absent from the map where the header lacks it. */
  readonly at: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
  readonly records: readonly TextRow[];
  /** What is wrong with the header: while there is anything, no row is read. */
  readonly faults: readonly Fault[];
}

/** How many headings of a template stand in a row. */
export function headingsIn(template: Template, cells: readonly string[]): number {
  const folded = new Set(cells.map(foldHeader));
  return template.columns.filter(({ name }) => folded.has(foldHeader(name))).length;
}

/** The row that is most like the header of a template. */
export function findHeader(template: Template, sheet: Sheet): FoundHeader | null {
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT);
  const best = rows.toSorted((a, b) => headingsIn(template, b.cells) - headingsIn(template, a.cells))[0];
  if (!best) return null;
  const folded = best.cells.map(foldHeader);
  const at = new Map(
    template.columns.flatMap(({ name }) => {
      const position = folded.indexOf(foldHeader(name));
      return position === -1 ? [] : [[name, position] as const];
    }),
  );
  const index = sheet.rows.indexOf(best);
  return {
    line: best.line,
    at,
    cells: best.cells,
    records: sheet.rows.slice(index + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    faults: [
      ...aboveFaults(
        rows.find((row) => !isRemark(row)),
        best,
      ),
      ...headerFaults(template, best, at),
    ],
  };
}

/** Lines that begin with "#" are remarks, as in every file of figures. */
function isRemark({ cells }: TextRow): boolean {
  return cells[0]?.startsWith('#') === true;
}

/** Title lines stand in the way of every program that reads the file by its first line. */
function aboveFaults(first: TextRow | undefined, header: TextRow): readonly Fault[] {
  if (!first || first === header) return [];
  return [
    {
      line: first.line,
      column: null,
      position: null,
      found: first.cells.find((cell) => cell !== '') ?? '',
      problem: `the headings stand on line ${header.line}: take out what is above them`,
      allowed: 'the headings on the first line',
      nearest: null,
    },
  ];
}

function headerFaults(
  template: Template,
  header: TextRow,
  at: ReadonlyMap<string, number>,
): readonly Fault[] {
  const known = new Set(at.values());
  const missing = template.columns.filter(({ name }) => !at.has(name)).map(({ name }) => name);
  const extra = header.cells.flatMap((cell, position) => (known.has(position) ? [] : [{ cell, position }]));
  const fault = (
    found: string,
    position: number | null,
    problem: string,
    allowed: string,
    near: string | null,
  ): Fault => ({
    line: header.line,
    column: found === '' ? null : found,
    position,
    found,
    problem,
    allowed,
    nearest: near,
  });
  const names = template.columns.map(({ name }) => name).join(', ');
  return [
    ...missing.map((name) => fault('', null, `the column "${name}" is missing`, names, name)),
    ...extra.flatMap(({ cell, position }) => {
      const repeated = template.columns.find(({ name }) => foldHeader(name) === foldHeader(cell));
      if (repeated) return [fault(cell, position + 1, 'the column stands there twice', names, null)];
      if (cell.trim() !== '')
        return [
          fault(
            cell,
            position + 1,
            'no column of this template: take it out, so that nothing is sent that nobody asked for',
            names,
            nearest(foldHeader(cell), missing),
          ),
        ];
      // Blank cells after the last heading are a spreadsheet's; among the headings they are merged cells.
      return position < Math.max(-1, ...at.values()) && missing.length > 0
        ? [
            fault(
              '',
              position + 1,
              'a heading is blank: cells are merged, or a heading was lost',
              names,
              null,
            ),
          ]
        : [];
    }),
  ];
}
