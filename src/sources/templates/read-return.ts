import type { Areas } from '../../areas/index.ts';
import { addDays, addMonths, monthsBetween, type IsoDate } from '../../foundation/iso-date.ts';
import { TABLES } from '../../lake/tables.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';
import type { LakeRow } from '../table/tally.ts';
import type { Fault } from './fault.ts';
import { findHeader, type FoundHeader } from './header.ts';
import { readCell, type CellRead } from './read-cell.ts';
import { rowFaults, type CellsRead } from './row-rules.ts';
import type { Template } from './template.ts';

/** A filled template, read by its rules. The same reading serves the check before it is sent and the import after. */
export interface ReturnRead {
  /** Rows of the template's table; only of records without a fault. */
  readonly rows: readonly LakeRow[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly faults: readonly Fault[];
  /** Whether the faults are of the file as a whole, so that no row could be read. */
  readonly unusable: boolean;
  /** Canonical names of the areas that the return is about. */
  readonly areas: readonly string[];
}

/** Reads a sheet as a return on a template. Never throws for what stands in it. */
export function readReturn(template: Template, sheet: Sheet, areas: Areas): ReturnRead {
  const header = findHeader(template, sheet);
  const torn = sheet.faults.map(({ line, reason, text }): Fault => ({
    line,
    column: null,
    position: null,
    found: text,
    problem: reason,
    allowed: 'cells in quotes only where both quotes stand',
    nearest: null,
  }));
  if (!header) return empty([noHeader(template), ...torn]);
  if (header.records.length === 0) return empty([...header.faults, noRows(header), ...torn]);
  const reader = new Reader(template, header, areas);
  for (const record of header.records) reader.read(record);
  const unusable = header.faults.length > 0;
  const rowsRead = header.records.length + torn.length;
  const faults = [...header.faults, ...torn, ...reader.faults];
  // Under a wrong header the cells are still looked at, so that all can be put right at once; no row is taken from it.
  return unusable ? { ...empty(faults), rowsRead } : { ...reader.finish(), rowsRead, faults, unusable };
}

class Reader {
  readonly faults: Fault[] = [];
  readonly #rows: LakeRow[] = [];
  readonly #areas = new Set<string>();
  readonly #keys = new Map<string, number>();
  readonly #only = new Map<string, { readonly value: string; readonly line: number }>();
  #kept = 0;
  readonly #template: Template;
  readonly #header: FoundHeader;
  readonly #known: Areas;

  constructor(template: Template, header: FoundHeader, known: Areas) {
    this.#template = template;
    this.#header = header;
    this.#known = known;
  }

  read(record: TextRow): void {
    const before = this.faults.length;
    const cells = this.#cells(record);
    if (this.faults.length === before && cells.size === this.#template.columns.length) {
      const found = rowFaults(this.#template, cells, this.#keys, this.#only, record.line);
      for (const { column, ...rest } of found) this.#fault(record, column, rest);
    }
    if (this.faults.length > before || cells.size < this.#template.columns.length) return;
    this.#kept += 1;
    this.#rows.push(...lakeRows(this.#template, cells, this.#known));
    this.#areas.add(String(valueOf(cells, this.#template.area)));
  }

  finish(): Pick<ReturnRead, 'rows' | 'rowsKept' | 'areas'> {
    return {
      rows: this.#rows,
      rowsKept: this.#kept,
      areas: [...this.#areas].toSorted(),
    };
  }

  #cells(record: TextRow): CellsRead {
    const cells = new Map<string, CellRead>();
    for (const column of this.#template.columns) {
      const at = this.#header.at.get(column.name);
      if (at === undefined) continue;
      const text = record.cells[at] ?? '';
      const read = readCell(column, text, this.#known);
      if (read.kind === 'fault') this.#fault(record, column.name, read);
      else cells.set(column.name, read);
    }
    const beyond = record.cells.slice(this.#header.cells.length).find((cell) => cell.trim() !== '');
    if (beyond !== undefined)
      this.#fault(record, null, {
        problem: 'a cell beyond the last heading: a comma in the row is not in quotes',
        allowed: `${this.#header.cells.length} cells`,
        nearest: null,
        found: beyond,
      });
    return cells;
  }

  #fault(
    record: TextRow,
    column: string | null,
    what: Pick<Fault, 'problem' | 'allowed' | 'nearest'> & { readonly found?: string },
  ): void {
    const at = column === null ? undefined : this.#header.at.get(column);
    this.faults.push({
      line: record.line,
      column,
      position: at === undefined ? null : at + 1,
      found: what.found ?? (at === undefined ? '' : (record.cells[at] ?? '')),
      problem: what.problem,
      allowed: what.allowed,
      nearest: what.nearest,
    });
  }
}

/** The rows of the lake that one good record becomes. */
function lakeRows(template: Template, cells: CellsRead, areas: Areas): readonly LakeRow[] {
  const area = areas.require(String(valueOf(cells, template.area)));
  const from = String(valueOf(cells, template.from)) as IsoDate;
  const last = String(valueOf(cells, template.to)) as IsoDate;
  const to = addDays(addMonths(last, 1), -1);
  const columns = TABLES[template.table].columns;
  const common: LakeRow = {
    area: area.name,
    area_type: area.type,
    ...(template.table === 'breakdown'
      ? { period_from: from, period_to: to, force: area.type === 'force' ? area.slug : null }
      : { date: to, months: monthsBetween(from, addMonths(last, 1)) }),
  };
  return template.rows.map(({ set, from: sources }) => {
    const row: Record<string, string | number | boolean | null> = { ...common, ...set };
    for (const [name, parts] of Object.entries(sources)) {
      const values = parts.map((part) => valueOf(cells, part));
      row[name] =
        values.length === 1 ? (values[0] ?? null) : values.filter((each) => each !== null).join(', ');
      const mark = parts.map((part) => cells.get(part)).find((read) => read?.kind === 'mark');
      if (name === 'value' && mark?.kind === 'mark' && 'flag' in columns) row['flag'] = mark.mark;
    }
    return row;
  });
}

function valueOf(cells: CellsRead, column: string): string | number | null {
  const read = cells.get(column);
  return read?.kind === 'value' ? read.value : null;
}

function empty(faults: readonly Fault[]): ReturnRead {
  return { rows: [], rowsRead: 0, rowsKept: 0, faults, unusable: true, areas: [] };
}

function noHeader(template: Template): Fault {
  return {
    line: null,
    column: null,
    position: null,
    found: '',
    problem: 'the file is empty',
    allowed: template.columns.map(({ name }) => name).join(', '),
    nearest: null,
  };
}

function noRows({ line }: FoundHeader): Fault {
  return {
    line,
    column: null,
    position: null,
    found: '',
    problem: 'there is no row below the header',
    allowed: 'at least one row',
    nearest: null,
  };
}
