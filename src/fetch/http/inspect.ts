import { isScrutineerError } from '../../foundation/errors.ts';
import { localFile } from '../../sources/input/local-file.ts';
import { sampleOf } from '../../sources/input/sample.ts';
import { zipMemberNames } from '../../sources/input/zip.ts';
import type { Format } from '../../sources/input/input-file.ts';
import { FetchError, hostOf } from './http-error.ts';

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text',
  json: 'JSON',
  zip: 'a ZIP',
  xlsx: 'an XLSX workbook',
  xls: 'an XLS workbook',
  ods: 'an ODS workbook',
  parquet: 'Parquet',
  unknown: 'nothing that Scrutineer reads',
};

/**
 * Looks at what came before it is taken for what was asked for: publishers answer errors with a page and a friendly 200.
 * @throws FetchError that names what came
 */
export async function inspect(path: string, address: string, expected: readonly Format[]): Promise<void> {
  const file = await localFile(path);
  if (file.size === 0) throw wrong(address, 'an empty file');
  const sample = await sampleOf(file).catch((error: unknown) => {
    throw isScrutineerError(error) ? wrong(address, `a damaged file (${error.message})`) : error;
  });
  const page = sample.head === null ? null : pageIn(sample.head);
  if (page !== null) throw wrong(address, page);
  if (!expected.includes(sample.format))
    throw wrong(
      address,
      `${FORMATS[sample.format] ?? sample.format} where ${expected.map((format) => FORMATS[format] ?? format).join(' or ')} was expected`,
    );
  if (sample.format === 'zip') await zipMemberNames(path);
}

/** What a page of HTML or an XML message calls itself; null for text that is neither. */
export function pageIn(text: string): string | null {
  const start = text.trimStart().slice(0, 20_000);
  if (!start.startsWith('<')) return null;
  const title = /<(?:title|h1|Message)[^>]*>\s*([^<]{1,200}?)\s*</i.exec(start)?.[1];
  const kind = /^<(?:!doctype html|html)/i.test(start) ? 'a web page' : 'a message';
  return title === undefined ? kind : `${kind} titled "${title.replaceAll(/\s+/g, ' ')}"`;
}

function wrong(address: string, what: string): FetchError {
  return new FetchError(
    `${hostOf(address)} sent ${what} for ${address}.`,
    'Nothing was imported. Open the address in a browser and see what the publisher says.',
  );
}
