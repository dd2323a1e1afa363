import { parse } from 'csv-parse/sync';
import { BadInputError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import type { Options } from './options.ts';
import { isReckonable } from './reckonable.ts';

/** Words that stand for "not there" in published tables. */
const MISSING = new Set(['', 'na', 'n/a', 'null', 'none', 'nan', '-', '..', '[x]', '[z]', '[c]']);

/** What the parser gives for each line when asked for `info`; its own types leave this out. */
interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV in memory. Columns are asked for by their role; `--role other_name` says which column plays it. */
export class Table {
  readonly #file: string;
  readonly #header: readonly string[];
  readonly #rows: readonly Row[];
  readonly #options: Options;
  readonly #roles: Set<string>;

  private constructor(
    file: string,
    header: readonly string[],
    rows: readonly Row[],
    options: Options,
    roles = new Set<string>(),
  ) {
    this.#file = file;
    this.#header = header;
    this.#rows = rows;
    this.#options = options;
    this.#roles = roles;
  }

  /**
   * Reads CSV text with a header line; commas, semicolons or tabs. Lines before the header that begin with `#` are remarks.
   * @throws BadInputError naming the line, when the text is no such table
   */
  static read(text: string, options: Options, file = 'input'): Table {
    const remarks = /^(?:\uFEFF?"?#.*\r?\n)*/.exec(text)?.[0] ?? '';
    const table = text.slice(remarks.length);
    const head = table.slice(0, table.search(/\r?\n|$/));
    const delimiter = [',', ';', '\t'].reduce((best, mark) =>
      head.split(mark).length > head.split(best).length ? mark : best,
    );
    let records: Line[];
    try {
      records = parse(text, {
        bom: true,
        delimiter,
        from_line: remarks.split('\n').length,
        info: true,
        skip_empty_lines: true,
        trim: true,
        relax_column_count: false,
      }) as unknown as Line[];
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new BadInputError(
        message,
        { file },
        'Give a CSV whose lines all have as many cells as its header.',
        { cause: error },
      );
    }
    const [header, ...rows] = records;
    if (header === undefined)
      throw new BadInputError('the table is empty.', { file }, 'Give a CSV with a header line.');
    const names = header.record;
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      throw new BadInputError(`column '${twice}' is there twice.`, { file, line: 1 }, 'Rename one of them.');
    return new Table(
      file,
      names,
      rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
      options,
    );
  }

  get rows(): number {
    return this.#rows.length;
  }

  get header(): readonly string[] {
    return this.#header;
  }

  /** Roles asked for so far: the options that may name columns. */
  get roles(): readonly string[] {
    return [...this.#roles];
  }

  line(row: number): number {
    return this.#rows[row]?.line ?? 0;
  }

  has(role: string): boolean {
    this.#roles.add(role);
    const name = this.#options.column(role);
    if (this.#header.includes(name)) return true;
    // A column that was named by the caller must be there.
    if (name !== role) this.#position(role);
    return false;
  }

  /** Name of the column that plays a role. */
  nameOf(role: string): string {
    return this.#options.column(role);
  }

  /** Cells of a column, trimmed; '' where nothing stands. */
  text(role: string): string[] {
    const position = this.#position(role);
    return this.#rows.map(({ cells }) => cells[position] ?? '');
  }

  /**
   * Numbers of a column; null where nothing, or a usual mark for "missing", stands.
   * @throws BadInputError naming the line of a cell that is neither
   */
  numbersOrGaps(role: string): (number | null)[] {
    this.#roles.add(role);
    return this.namedNumbers(this.#options.column(role), role);
  }

  /** As `numbersOrGaps`, for a column that the caller names itself: no option stands between. */
  namedNumbers(name: string, role = name): (number | null)[] {
    const position = this.#find(name, role);
    return this.#rows.map(({ cells, line }) => this.#number(cells[position] ?? '', name, line));
  }

  /** Cells of a column that the caller names itself. */
  namedText(name: string): string[] {
    const position = this.#find(name, name);
    return this.#rows.map(({ cells }) => cells[position] ?? '');
  }

  /** As `numbersOrGaps`, where every row must have its number. */
  numbers(role: string): number[] {
    return this.numbersOrGaps(role).map((value, index) => {
      if (value === null) {
        throw new BadInputError(
          `no value in column '${this.#options.column(role)}'.`,
          { file: this.#file, line: this.line(index) },
          'Fill the cell or leave the row out.',
        );
      }
      return value;
    });
  }

  /** The rows whose cell in `column` is the same, in order of first appearance. */
  groups(column: string): { readonly by: string; readonly table: Table }[] {
    const position = this.#find(column, column);
    const groups = new Map<string, Row[]>();
    for (const row of this.#rows) {
      const key = row.cells[position] ?? '';
      const rows = groups.get(key);
      if (rows === undefined) groups.set(key, [row]);
      else rows.push(row);
    }
    return [...groups].map(([by, rows]) => ({
      by,
      table: new Table(this.#file, this.#header, rows, this.#options, this.#roles),
    }));
  }

  /** An error about one row. */
  fault(row: number, message: string, advice: string): BadInputError {
    return new BadInputError(message, { file: this.#file, line: this.line(row) }, advice);
  }

  #position(role: string): number {
    this.#roles.add(role);
    return this.#find(this.#options.column(role), role);
  }

  #find(name: string, role: string): number {
    const position = this.#header.indexOf(name);
    if (position >= 0) return position;
    const near = nearest(name, this.#header);
    throw new BadInputError(
      `there is no column '${name}'.`,
      { file: this.#file, line: 1 },
      `${near === null ? '' : `Did you mean '${near}'? `}Columns: ${this.#header.join(', ')}. Name another with --${role} NAME.`,
    );
  }

  #number(cell: string, column: string, line: number): number | null {
    if (MISSING.has(cell.toLowerCase())) return null;
    // Thousands may be set apart, as in 1,234,567.8; a lone comma is refused, since it may be a decimal one.
    const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell;
    const value = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain) ? Number(plain) : NaN;
    if (isReckonable(value)) return value + 0;
    if (Number.isFinite(value) || /^[-+\d.e]+$/i.test(plain)) {
      throw new BadInputError(
        `'${cell}' is too ${Math.abs(value) < 1 ? 'small' : 'large'} to reckon with.`,
        { file: this.#file, line, column },
        'Numbers may lie between 1e-50 and 1e50, and 0: look whether the cell is a slip.',
      );
    }
    throw new BadInputError(
      `'${cell}' is not a number.`,
      { file: this.#file, line, column },
      'Write numbers as 1234.5; leave a missing one empty.',
    );
  }
}
