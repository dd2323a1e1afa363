import type { Areas } from '../../areas/index.ts';
import { homeOfficeAreas } from '../home-office/table-areas.ts';
import { recordsAbove } from '../table/find-table.ts';
import { foldHeader } from '../table/heads.ts';
import { financialYear, type Period } from '../table/period.ts';
import { RowFault } from '../table/row-fault.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';
import type { LakeRow, Tally } from '../table/tally.ts';
import { countRow } from './count-row.ts';
import { groupName, groupTypeOf, wholeOf } from './groups.ts';
import { tacticReader, type Tactic } from './tactic.ts';

/** What a table is read with. */
export interface Reading {
  readonly areas: Areas;
  readonly tally: Tally;
  readonly title: string;
  readonly period: Period;
  /** The period of the publication as a whole: what it says of an earlier one is a revision, and is named so. */
  readonly main: Period;
  /** Whether the file holds tables of one tactic list by many groups; the sum over all groups is then given once, not by each. */
  readonly manyGroups: boolean;
}

/** The columns of conducted energy devices, in the words of the tables → tactic and its place in the sum. */
const CED: readonly (readonly [heading: string, name: string, part: 'total' | 'tactic' | 'part'])[] = [
  ['total', 'CED', 'total'],
  ['total non-discharge', 'CED non-discharge', 'tactic'],
  ['drawn', 'CED drawn', 'part'],
  ['aimed', 'CED aimed', 'part'],
  ['red-dot', 'CED red-dot', 'part'],
  ['arced', 'CED arced', 'part'],
  ['total discharge', 'CED discharge', 'tactic'],
  ['drive stun', 'CED drive stun', 'part'],
  ['fired', 'CED fired', 'part'],
  ['angled drive stun', 'CED angled drive stun', 'part'],
  ['not stated', 'CED not stated', 'tactic'],
  ['ced not stated', 'CED not stated', 'tactic'],
  ['total used', 'CED', 'total'],
  ['discharges', 'CED fired', 'part'],
  ['drive-stuns', 'CED drive stun', 'part'],
  ['red dot', 'CED red-dot', 'part'],
];

/** The header of a table by police force or for the nation, with tactics down and groups across; null for another table. */
export function tacticHeader(sheet: Sheet): number | null {
  const at = sheet.rows.findIndex((row) => row.cells.some(isTactic) && row.cells.some(isTypeOfForce));
  return at === -1 ? null : at;
}

/** The way of using a conducted energy device that a heading names, or null. */
export function cedOf(heading: string): Tactic | null {
  const known = CED.find(([text]) => text === foldHeader(heading));
  return known ? { name: known[1], part: known[2] } : null;
}

/** Reads tactics by group. Over a national table the groups stand a line or two above "Type of force, Tactic". */
export function readTactics(sheet: Sheet, header: number, reading: Reading): void {
  const { areas, tally, period } = reading;
  const head = sheet.rows[header];
  if (!head) return;
  const at = {
    force: head.cells.findIndex((cell) => /^police force$/i.test(cell)),
    type: head.cells.findIndex(isTypeOfForce),
    tactic: head.cells.findIndex(isTactic),
  };
  const above = sheet.rows.slice(Math.max(0, header - 3), header);
  const widest = Math.max(head.cells.length, ...above.map((row) => row.cells.length));
  const columns = Array.from({ length: widest }, (_, index) => index)
    .filter((index) => index > at.tactic)
    .map((index) => {
      const words = [head, ...above.toReversed()].map((row) => row.cells[index] ?? '');
      return { at: index, heading: groupName(words.find((cell) => /[a-z]/i.test(cell)) ?? '') };
    })
    .filter(({ heading }) => heading !== '');
  const groupType = groupTypeOf(
    columns.map(({ heading }) => heading),
    reading.title,
  );
  const nation = areas.require('England and Wales', 'nation');
  const areaOf = homeOfficeAreas(areas, false);
  // Over a national table the groups stand above the header: only under a column of forces is a line above it a record astray.
  if (at.force !== -1) tally.faults(recordsAbove(sheet, header));
  let tacticOf = tacticReader();
  let force = '';
  for (const record of sheet.rows.slice(header + 1)) {
    const cell = (index: number): string => record.cells[index] ?? '';
    if (hasNotes(sheet) && (cell(at.tactic) === '' || !columns.some((column) => /\d/.test(cell(column.at)))))
      continue;
    if (cell(at.force) !== force) tacticOf = tacticReader();
    force = cell(at.force);
    tally.record(record, () => {
      const area = at.force === -1 ? nation : areaOf(force, 'Police force');
      const tactic = tacticOf(cell(at.tactic));
      return columns.flatMap((column): readonly LakeRow[] => {
        const whole = wholeOf(column.heading);
        if (whole === null && groupType === null) return [];
        // The nation's sums differ a little from table to table, and Table 1 has them; a file of one table may stand beside others.
        const ofTable = groupType !== null && (!reading.manyGroups || area.type === 'nation');
        const group: { group?: readonly [string, string] } =
          whole !== null && !ofTable
            ? {}
            : { group: [groupType ?? '', whole === null ? column.heading : 'All'] };
        const measure = `${whole ?? 'uses'}${revision(period, reading.main)}`;
        const where = { cell: cell(column.at), column: column.heading, line: record.line };
        return countRow(tally, { area, period, measure, type: cell(at.type), tactic, ...group, ...where });
      });
    });
  }
}

/** Reads a table with a row a force and a column a way of using a conducted energy device, or the number of incidents. */
export function readForces(sheet: Sheet, header: number, reading: Reading): void {
  const { areas, tally, period } = reading;
  const head = sheet.rows[header];
  if (!head) return;
  const force = head.cells.findIndex(isForce);
  const year = head.cells.findIndex((cell) => /^financial year$/i.test(cell));
  const columns = head.cells.flatMap((cell, at) => {
    const known = cedOf(cell);
    return known ? [{ at, ...known }] : [];
  });
  const incidents = columns.length === 1;
  tally.faults(recordsAbove(sheet, header));
  let areaOf = homeOfficeAreas(
    areas,
    head.cells.every((cell) => !/^region$/i.test(cell)),
  );
  let years = '';
  for (const record of sheet.rows.slice(header + 1)) {
    const cell = (index: number): string => record.cells[index] ?? '';
    if (hasNotes(sheet) && (cell(force) === '' || !columns.some((column) => /\d/.test(cell(column.at)))))
      continue;
    if (cell(year) !== years) areaOf = homeOfficeAreas(areas, false);
    years = cell(year);
    tally.record(record, () => {
      const area = areaOf(cell(force), 'Police force');
      const own = year === -1 ? period : yearOf(cell(year));
      return columns.flatMap((column) =>
        countRow(tally, {
          area,
          period: own,
          measure: `${incidents ? 'incidents' : 'CED uses'}${revision(own, reading.main)}`,
          type: incidents ? '' : 'Less lethal weapons',
          tactic: incidents ? { name: 'Any', part: 'total' } : { name: column.name, part: column.part },
          cell: cell(column.at),
          column: head.cells[column.at] ?? '',
          line: record.line,
        }),
      );
    });
  }
}

/** Whether a row without a name or a figure may be a note: it may in a workbook, and not in a table that was tidied into CSV. */
function hasNotes({ name }: Sheet): boolean {
  return name !== null;
}

/** The header of a table with a row a force; null for another table. */
export function forceHeader(sheet: Sheet): number | null {
  const at = sheet.rows.findIndex(
    (row) => row.cells.some(isForce) && row.cells.some((cell) => cedOf(cell)?.name === 'CED'),
  );
  return at === -1 ? null : at;
}

function revision(period: Period, main: Period): string {
  return period.to < main.to ? `, revised in the tables to ${main.to.slice(0, 7)}` : '';
}

function isForce(cell: string): boolean {
  return /^(police )?force(\s*\/\s*region)?$/i.test(cell.trim());
}

function isTactic(cell: string): boolean {
  return /^tactic$/i.test(cell);
}

function isTypeOfForce(cell: string): boolean {
  return /^type of force$/i.test(cell);
}

function yearOf(text: string): Period {
  const period = financialYear(text);
  if (period) return period;
  throw new RowFault('Financial year', `"${text}" is not a financial year`);
}

/** The title of a sheet: its first filled cell. */
export function titleOf(rows: readonly TextRow[]): string {
  return (rows[0]?.cells.find((cell) => cell !== '') ?? '').replaceAll(/\s+/g, ' ');
}
