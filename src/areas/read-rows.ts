import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';

/** A row of a catalogue table, and the line of the file that it stands on. */
export interface Row<Value> {
  readonly line: number;
  readonly value: Value;
}

/**
 * Reads a CSV file of the catalogue: UTF-8, a header row, lines that begin with "#" left out.
 * @throws BadInputError naming the file, the line and the column that is wrong
 */
export function readRows<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): readonly Row<z.output<Schema>>[] {
  return parseRows(file).map(({ info, record }) => {
    const result = schema.safeParse(record);
    if (result.success) return { line: info.lines, value: result.data };
    const [issue] = result.error.issues;
    const column = issue?.path[0];
    throw new BadInputError(
      issue?.message ?? 'not as expected',
      { file, line: info.lines, ...(column === undefined ? {} : { column: String(column) }) },
      'Correct that line; the lines around it show the shape.',
    );
  });
}

interface ParsedRow {
  readonly info: { readonly lines: number };
  readonly record: unknown;
}

function parseRows(file: string): readonly ParsedRow[] {
  const options = { columns: true, comment: '#', comment_no_infix: true, info: true, bom: true, trim: true };
  try {
    return parse(readFileSync(file), options) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof Error) || !('lines' in error)) throw error;
    const line = Number(error.lines);
    throw new BadInputError(error.message, { file, line }, 'Correct the CSV at that line.', { cause: error });
  }
}
