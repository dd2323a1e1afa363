import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  StatementType,
} from '@duckdb/node-api';
import { ScrutineerError } from '../foundation/errors.ts';
import type { Cell, ColumnDescription, Engine, Result, Row } from './engine.ts';
import { sqlText } from './engine.ts';

export interface DuckDbOptions {
  readonly threads?: number;
  readonly memory?: string;
  /** Where DuckDB may spill; without it queries that outgrow the memory limit fail. */
  readonly spillDir?: string;
}

/** DuckDB with nothing that reaches the network: no extension is ever installed or loaded on demand. */
const OFFLINE = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/** Starts an in-memory DuckDB. */
export async function startDuckDb(options: DuckDbOptions = {}): Promise<DuckDBInstance> {
  return DuckDBInstance.create(':memory:', {
    ...OFFLINE,
    threads: String(options.threads ?? 2),
    memory_limit: options.memory ?? '4GB',
    preserve_insertion_order: 'true',
    temp_directory: options.spillDir ?? '',
  });
}

/** The engine that runs in this process. Statements run one after another on its one connection. */
export class DuckDbEngine implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async start(options: DuckDbOptions = {}): Promise<DuckDbEngine> {
    const instance = await startDuckDb(options);
    return new DuckDbEngine(instance, await instance.connect());
  }

  async query(sql: string): Promise<Result> {
    return readResult(this.#connection, sql);
  }

  async describe(sql: string): Promise<readonly ColumnDescription[]> {
    const prepared = await this.#connection.prepare(sql);
    return Array.from({ length: prepared.columnCount }, (_, index) => ({
      name: prepared.columnName(index),
      type: prepared.columnType(index).toString(),
    }));
  }

  /** Runs statements that give no rows (CREATE VIEW, SET …). */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /**
   * Shuts everything but the named files out of reach, for SQL that a user wrote. Cannot be undone:
   * the configuration is locked with it.
   */
  async sandbox(readable: readonly string[]): Promise<void> {
    await this.run(`SET allowed_paths = [${readable.map(sqlText).join(', ')}]`);
    await this.run('SET enable_external_access = false');
    await this.run('SET lock_configuration = true');
  }

  /** Runs one SELECT that a user wrote, for at most some milliseconds. Anything but a SELECT is refused. */
  async queryUntrusted(sql: string, limitMs: number): Promise<Result> {
    const statements = await this.#connection.extractStatements(sql);
    if (statements.count !== 1) {
      throw new ScrutineerError('Give one SELECT statement.', 'Run several queries one after another.');
    }
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT) {
      throw new ScrutineerError(
        'Only SELECT is allowed: the lake is read-only.',
        'Begin the statement with SELECT or WITH.',
      );
    }
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      this.cancel();
    }, limitMs);
    try {
      return await readResult(this.#connection, sql);
    } catch (error) {
      if (!timedOut) throw error;
      throw new ScrutineerError(
        `The query was stopped after ${limitMs / 1000} seconds.`,
        'Ask for fewer rows, or narrow it with WHERE.',
      );
    } finally {
      clearTimeout(timer);
    }
  }

  cancel(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

async function readResult(connection: DuckDBConnection, sql: string): Promise<Result> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.deduplicatedColumnNames();
  const types = reader.columnTypes();
  const columns = names.map((name, index) => ({ name, type: String(types[index]) }));
  const rows = reader.getRows().map((values) => toRow(names, values));
  return { columns, rows };
}

function toRow(names: readonly string[], values: readonly DuckDBValue[]): Row {
  const row: Record<string, Cell> = {};
  for (const [index, name] of names.entries()) row[name] = toCell(values[index] ?? null);
  return row;
}

function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return finite(value);
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return value.toString().replace(' ', 'T');
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return String(value);
}

/** JSON has no NaN and no Infinity, and neither has an answer: an undefined quotient is missing. */
function finite(value: string | number | boolean | null): Cell {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
