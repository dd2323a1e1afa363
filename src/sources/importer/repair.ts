import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Reject } from '../../lake/release.ts';
import { csvRecords } from '../csv/records.ts';
import { decode, detectEncoding } from '../input/decode.ts';
import type { CsvHead, InputFile } from '../input/input-file.ts';

export interface Repaired {
  /** A CSV in UTF-8 with the good records only, each followed by the line on which it stood. */
  readonly path: string;
  readonly records: number;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
}

/** Rewrites a CSV so that DuckDB can read it without a fault, and lists the records that could not be saved. */
export async function repair(file: InputFile, head: CsvHead, scratch: string): Promise<Repaired> {
  const bytes = await file.read();
  const encoding = detectEncoding(bytes, false);
  const text = decode(bytes, encoding).replaceAll('\u0000', '');
  const path = join(scratch, `${crypto.randomUUID()}.csv`);
  const out = createWriteStream(path);
  const width = head.header.length;
  const rejects: Reject[] = [];
  let records = 0;
  out.write(`${[...head.header, 'line'].map(quote).join(',')}\n`);
  for (const item of csvRecords(text, head.delimiter)) {
    if (item.line <= head.headerLine) continue;
    if (item.kind === 'fault') {
      rejects.push({
        line: item.line,
        column: head.header[item.column - 1] ?? null,
        reason: item.reason,
        text: item.text.slice(0, 500),
      });
    } else if (item.cells.length !== width) {
      const reason = `${item.cells.length} cells where the header has ${width}`;
      rejects.push({
        line: item.line,
        column: null,
        reason,
        text: item.cells.join(head.delimiter).slice(0, 500),
      });
    } else {
      records += 1;
      if (!out.write(`${item.cells.map(quote).join(',')},${item.line}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await finished(out);
  const warnings = encoding === 'utf-8' ? [] : [`Read as ${encoding}: the file is not UTF-8.`];
  return { path, records, rejects, warnings };
}

function quote(cell: string): string {
  return cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`;
}
