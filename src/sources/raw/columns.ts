import { BadInputError } from '../../foundation/errors.ts';
import type { Sample } from '../input/input-file.ts';
import type { RawTable } from '../source.ts';
import { foldHeader, hasColumns } from '../table/heads.ts';
import type { Columns } from '../table/find-table.ts';

/**
 * Positions of a layout's columns in a raw table, by any of the headings that each goes by.
 * @param optional columns that may be absent; their position is then -1
 * @throws BadInputError naming the columns that are missing
 */
export function rawColumns<Key extends string>(
  table: RawTable,
  columns: Columns<Key>,
  optional: readonly NoInfer<Key>[] = [],
): Readonly<Record<Key, number>> {
  const folded = table.header.map(foldHeader);
  const entries = (Object.entries(columns) as [Key, readonly string[]][]).map(([key, names]) => {
    const found = names.map((name) => folded.indexOf(foldHeader(name))).find((at) => at !== -1);
    return [key, found ?? -1] as const;
  });
  const missing = entries.filter(([key, at]) => at === -1 && !optional.includes(key));
  if (missing.length > 0) {
    const names = missing.map(([key]) => `"${columns[key][0] ?? key}"`).join(', ');
    throw new BadInputError(
      `the ${missing.length === 1 ? 'column' : 'columns'} ${names} ${missing.length === 1 ? 'is' : 'are'} missing`,
      { file: table.file.path, line: table.headerLine },
      'Download the file again, or name its layout with --as.',
    );
  }
  return Object.fromEntries(entries) as Record<Key, number>;
}

/** Header cells that a layout does not know (blank ones left out), with their positions. */
export function otherColumns(
  table: RawTable,
  known: Readonly<Record<string, number>>,
): readonly { readonly name: string; readonly at: number }[] {
  const positions = new Set(Object.values(known));
  return table.header
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) => name !== '' && !positions.has(at));
}

/** Whether a file that can be laid into the database, delimited text or Parquet, has all of some columns. */
export function hasRawColumns(sample: Sample, columns: readonly string[]): boolean {
  return (sample.csv !== null || sample.format === 'parquet') && hasColumns(sample, columns);
}
