import { sqlText } from '../../lake/engine.ts';
import type { SqlPlan } from '../source.ts';

/** How a CSV is laid out, as far as reading it needs. */
export interface CsvShape {
  readonly path: string;
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
  /** Number of columns. */
  readonly width: number;
  readonly headerLine: number;
  readonly gzip: boolean;
  /** Whether a last column holds the line on which the record stood in the original. */
  readonly line: boolean;
  /** Columns (c0, c1, …) to be read as something else than text; a value that is not one fails the whole read. */
  readonly types?: SqlPlan['types'];
}

/** Whether the database would take a path for a pattern, and read whatever files fit it. Such a file is copied under a plain name first. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * SQL that reads a CSV as columns c0, c1, …, text unless said otherwise (blank cells are NULL). Nothing is sniffed: the shape is known,
 * which is safer, and for many small files much faster.
 */
export function readCsvSql(shape: CsvShape): string {
  const names = [
    ...Array.from({ length: shape.width }, (_, index) => `c${index}`),
    ...(shape.line ? ['line'] : []),
  ];
  const columns = names.map((name) => `'${name}': '${shape.types?.[name] ?? 'VARCHAR'}'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = true',
    `skip = ${shape.headerLine - 1}`,
    `delim = ${sqlText(shape.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    // DuckDB tells CRLF from LF by itself; a bare CR it must be told.
    ...(shape.newline === '\r' ? [`new_line = '\\r'`] : []),
    `compression = ${shape.gzip ? "'gzip'" : "'none'"}`,
    `columns = {${columns}}`,
  ];
  return `read_csv(${sqlText(shape.path)}, ${options.join(', ')})`;
}
