import type { DuckDBConnection } from '@duckdb/node-api';
import { read, utils, write, type BookType } from '@e965/xlsx';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sqlText } from '../../src/lake/engine.ts';
import type { Sample } from '../../src/sources/input/input-file.ts';
import type { SampleFile } from './sample-file.ts';

/** Smallest first: a small sample is changed and read a hundred times faster than a whole file. */
const ROWS = [12, 40, 200, 1500];

/** Ever larger pieces of a published file, the whole of it last. What can be read is found by reading. */
export async function* cutSample(
  connection: DuckDBConnection,
  source: string,
  sample: Sample,
  scratch: string,
): AsyncGenerator<SampleFile> {
  const { file, format, csv } = sample;
  const name = basename(file.member ?? file.path).replace(/\.gz$/, '');
  const whole = Buffer.from(await file.read());
  if (format === 'csv') {
    const lines = whole.toString('utf8').split(/(?<=\n)/);
    for (const rows of ROWS) {
      const piece = lines.slice(0, (csv?.headerLine ?? 1) + rows).join('');
      yield { source, name, form: 'text', bytes: Buffer.from(piece) };
    }
    yield { source, name, form: 'text', bytes: whole };
  } else if (format === 'json') {
    const document = JSON.parse(whole.toString('utf8')) as unknown;
    for (const items of [4, 12, 40])
      yield { source, name, form: 'json', bytes: Buffer.from(JSON.stringify(shortened(document, items))) };
    yield { source, name, form: 'json', bytes: whole };
  } else if (format === 'xlsx' || format === 'ods' || format === 'xls') {
    const bookType: BookType = format === 'xls' ? 'biff8' : format;
    for (const rows of [25, 60, 400]) {
      const book = read(whole, { cellDates: true });
      for (const [sheet, cells] of Object.entries(book.Sheets)) {
        const { s, e } = utils.decode_range(cells['!ref'] ?? 'A1');
        const to = { r: Math.min(e.r, s.r + rows), c: Math.min(e.c, 60) };
        const range = utils.encode_range({ s, e: to });
        const grid = utils.sheet_to_json<unknown[]>(cells, { header: 1, raw: true, blankrows: true, range });
        book.Sheets[sheet] = utils.aoa_to_sheet([...Array.from({ length: s.r }, () => []), ...grid]);
      }
      yield {
        source,
        name,
        form: 'workbook',
        bytes: Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array),
      };
    }
    yield { source, name, form: 'workbook', bytes: whole };
  } else if (format === 'parquet') {
    for (const rows of ROWS) {
      const path = join(scratch, `${crypto.randomUUID()}.parquet`);
      await connection.run(
        `COPY (SELECT * FROM read_parquet(${sqlText(file.localPath)}) LIMIT ${rows}) TO ${sqlText(path)} (FORMAT parquet)`,
      );
      yield { source, name, form: 'parquet', bytes: await readFile(path) };
      await rm(path);
    }
    yield { source, name, form: 'parquet', bytes: whole };
  } else yield { source, name, form: 'other', bytes: whole };
}

/** The first items of a list, or of the features of a map; long outlines lose most of their corners. */
function shortened(document: unknown, items: number): unknown {
  if (Array.isArray(document)) return document.slice(0, items);
  if (typeof document !== 'object' || document === null) return document;
  if ('features' in document && Array.isArray(document.features))
    return { ...document, features: document.features.slice(0, items).map(simplified) };
  return document;
}

function simplified(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isRing =
      value.length > 40 && value.every((point) => Array.isArray(point) && typeof point[0] === 'number');
    return isRing ? [...value.slice(0, 8), value[0]] : value.map(simplified);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, simplified(each)]));
}
