import type { Cell } from '../../lake/engine.ts';
import type { Reject } from '../../lake/release.ts';
import type { FileFacts, RowsRead } from '../source.ts';
import { RowFault } from './row-fault.ts';
import type { TextRow } from './sheet.ts';

export type LakeRow = Readonly<Record<string, Cell>>;

const TEXT_LENGTH = 200;

/**
 * Keeps count while a file is read: every data row is either kept or rejected, and every repeat is counted. A row kept
 * without a place in the lake (an exact repeat of a published figure) is still a row kept: what it says is there.
 */
export class Tally {
  readonly rows: LakeRow[] = [];
  readonly rejects: Reject[] = [];
  readonly warnings: string[] = [];
  #read = 0;
  #kept = 0;
  #duplicates = 0;
  /** Key of a published figure → its value and the line that gave it first. */
  readonly #figures = new Map<string, { readonly value: Cell; readonly line: number }>();
  readonly #counts = new Map<string, number>();

  /** Reads one record. A RowFault that `read` throws rejects the whole record. */
  record(row: TextRow, read: () => readonly LakeRow[]): void {
    this.#read += 1;
    try {
      this.rows.push(...read());
      this.#kept += 1;
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.reject(row.line, error.column, error.message, row.cells.join(','));
    }
  }

  /** A piece of a file that is no record at all; counted as a row read and rejected. */
  faults(faults: readonly Reject[]): void {
    for (const { line, column, reason, text } of faults) {
      this.#read += 1;
      this.reject(line, column, reason, text);
    }
  }

  /**
   * Whether a figure is new. One that repeats an earlier key and value is counted as a duplicate (false).
   * @throws RowFault where one key has two values
   */
  isNew(key: readonly Cell[], value: Cell, line: number, column: string | null): boolean {
    const text = JSON.stringify(key);
    const earlier = this.#figures.get(text);
    if (!earlier) {
      this.#figures.set(text, { value, line });
      return true;
    }
    if (earlier.value === value) {
      this.#duplicates += 1;
      return false;
    }
    throw new RowFault(column, `line ${earlier.line} gives another value for the same key: ${earlier.value}`);
  }

  /** Counts a row that repeats another and is kept all the same, because no identifier says that they are one. */
  duplicate(): void {
    this.#duplicates += 1;
  }

  /** Counts a notice that many rows may share; `warn` says it once, with the count. */
  count(notice: string, by = 1): void {
    this.#counts.set(notice, (this.#counts.get(notice) ?? 0) + by);
  }

  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
  }

  finish(facts: FileFacts): RowsRead {
    const counted = [...this.#counts].map(([notice, count]) => `${count} ${notice}`);
    return {
      ...facts,
      warnings: [...facts.warnings, ...this.warnings, ...counted],
      rows: this.rows,
      rowsRead: this.#read,
      rowsKept: this.#kept,
      rejects: this.rejects,
      duplicates: this.#duplicates,
    };
  }

  private reject(line: number | null, column: string | null, reason: string, text: string): void {
    const cut = text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
    this.rejects.push({ line, column, reason, text: cut });
  }
}
