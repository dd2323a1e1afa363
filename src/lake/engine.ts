/** What a cell may be once it has crossed the engine's edge: no bigint, no driver types. Dates are ISO text. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface ColumnDescription {
  readonly name: string;
  readonly type: string;
}

export interface Result {
  readonly columns: readonly ColumnDescription[];
  readonly rows: readonly Row[];
}

/**
 * The one interface to whatever computes: DuckDB in this process, or a Trino cluster over the same files.
 * SQL handed to it keeps to what both speak (no GROUP BY ALL, no unsigned types).
 */
export interface Engine {
  /** Runs a SELECT. Dates come back as ISO text, BIGINT and DECIMAL as number, timestamps as ISO text. */
  query(sql: string): Promise<Result>;
  /** The columns that a SELECT would give, without running it. */
  describe(sql: string): Promise<readonly ColumnDescription[]>;
  /** Stops the statement that is running, if any. */
  cancel(): void;
  close(): void;
}

/** A text literal for SQL: quotes doubled. A character NUL, at which the engine would end the statement, becomes the mark of damage. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''").replaceAll('\u0000', '\uFFFD')}'`;
}

/** A quoted identifier. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\u0000', '\uFFFD')}"`;
}
