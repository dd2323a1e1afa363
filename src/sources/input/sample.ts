import { csvRecords } from '../csv/records.ts';
import { decode, detectEncoding, looksLikeText } from './decode.ts';
import type { CsvHead, Format, InputFile, Sample } from './input-file.ts';
import { beginning } from './local-file.ts';
import { zipMemberNames } from './zip.ts';

const RECORDS_IN_SAMPLE = 50;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Reads the beginning of a file and tells its format by its bytes. */
export async function sampleOf(file: InputFile): Promise<Sample> {
  const bytes = await beginning(file);
  const binary = await binaryFormat(file, bytes);
  if (binary !== null) return { file, format: binary, head: null, encoding: null, csv: null };
  if (bytes.length === 0 || !looksLikeText(bytes))
    return { file, format: 'unknown', head: null, encoding: null, csv: null };
  const encoding = detectEncoding(bytes, true);
  const head = decode(bytes, encoding);
  const first = head.trimStart()[0];
  const format: Format = first === '{' || first === '[' ? 'json' : 'csv';
  return { file, format, head, encoding, csv: format === 'csv' ? csvHead(head) : null };
}

async function binaryFormat(file: InputFile, bytes: Uint8Array): Promise<Format | null> {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic === 'PAR1') return 'parquet';
  if (magic === '\u00d0\u00cf\u0011\u00e0') return holdsWorkbook(await file.read()) ? 'xls' : 'unknown';
  if (magic !== 'PK\u0003\u0004') return null;
  const names = await zipMemberNames(file.localPath);
  // Word and presentation files are packed the same way and hold no tables of ours.
  if (names.includes('[Content_Types].xml'))
    return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : 'unknown';
  // The first member of an OpenDocument file says, unpacked, what kind of document it is.
  if (Buffer.from(bytes.subarray(0, 120)).includes('opendocument.text')) return 'unknown';
  return names.includes('mimetype') && names.includes('content.xml') ? 'ods' : 'zip';
}

/** Old Office files are all packed alike; the name of a stream in them tells a workbook from a letter. */
function holdsWorkbook(bytes: Uint8Array): boolean {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['Workbook', 'Book'].some((name) => packed.includes(Buffer.from(`${name}\0`, 'utf16le')));
}

/** The header and first records of delimited text. Lines before the header that begin with '#' are passed over. */
export function csvHead(head: string): CsvHead | null {
  const newline = newlineOf(head);
  let start = 0;
  let headerLine = 1;
  while (head[start] === '#' || head.startsWith('"#', start)) {
    const end = head.indexOf(newline, start);
    if (end === -1) return null;
    start = end + newline.length;
    headerLine += 1;
  }
  const rest = head.slice(start);
  const delimiter = delimiterOf(rest.slice(0, 20_000).split(newline)[0] ?? '');
  const records: (readonly string[])[] = [];
  for (const item of csvRecords(rest, delimiter)) {
    if (item.kind === 'record') records.push(item.cells);
    if (records.length > RECORDS_IN_SAMPLE) break;
  }
  const [header, ...following] = records;
  return header
    ? { delimiter, newline, header: header.map((cell) => cell.trim()), records: following, headerLine }
    : null;
}

function newlineOf(head: string): CsvHead['newline'] {
  const lf = head.indexOf('\n');
  const cr = head.indexOf('\r');
  if (lf === -1) return cr === -1 ? '\n' : '\r';
  return cr !== -1 && cr === lf - 1 ? '\r\n' : '\n';
}

/** The delimiter that stands most often in the first line, outside quotes. */
function delimiterOf(line: string): CsvHead['delimiter'] {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.delimiter;
}
