import { gzipSync } from 'node:zlib';
import type { Random } from '../../src/statistics/random.ts';
import { csvRecords } from '../../src/sources/csv/records.ts';
import { GRID_CHANGES, hostileCell, type Grid } from './mutate-table.ts';

type TextChange = (text: string, random: Random) => Buffer;

/** What happens to the text of a table on its way: another encoding, other line ends, another program's quotes. */
const TEXT_CHANGES: Readonly<Record<string, TextChange>> = {
  'UTF-16, little end first': (text) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  'UTF-16, big end first': (text) =>
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
  'UTF-16, cut in a character': (text, random) => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    return bytes.subarray(0, 2 * random.below(bytes.length / 2) + 1);
  },
  'byte-order mark': (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
  'Windows-1252': (text, random) => Buffer.from(insert(text, random, '\u00a3\u00e9\u0092'), 'latin1'),
  'no valid UTF-8': (text, random) => {
    const bytes = Buffer.from(text);
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc3, 0x28, 0xff]), bytes.subarray(at)]);
  },
  'line ends of a Mac': (text) => Buffer.from(text.replaceAll(/\r?\n/g, '\r')),
  'line ends of Windows': (text) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')),
  'line ends mixed': (text, random) =>
    Buffer.from(text.replaceAll(/\r?\n/g, () => ['\n', '\r\n', '\r', '\n\n'][random.below(4)] ?? '\n')),
  'no line end at the end': (text) => Buffer.from(text.trimEnd()),
  'quote never closed': (text, random) => Buffer.from(insert(text, random, '"')),
  'quotes strewn': (text, random) => {
    let strewn = text;
    for (let times = 1 + random.below(6); times > 0; times--) strewn = insert(strewn, random, '"');
    return Buffer.from(strewn);
  },
  'separators strewn': (text, random) => Buffer.from(insert(insert(text, random, ','), random, '\n')),
  'zero bytes strewn': (text, random) =>
    Buffer.from(insert(insert(text, random, '\u0000'), random, '\u0000')),
  'comment first': (text, random) =>
    Buffer.from(
      `# ${hostileCell(random)
        .slice(0, 200)
        .replaceAll(/[\r\n]/g, ' ')}\n${text}`,
    ),
  'page of the web': (text) =>
    Buffer.from(`<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1>${text}</body></html>`),
  'packed twice': (text) => gzipSync(gzipSync(Buffer.from(text))),
  'packed and cut': (text, random) => {
    const packed = gzipSync(Buffer.from(text));
    return packed.subarray(0, random.below(packed.length));
  },
  'packed and flipped': (text, random) => {
    const packed = gzipSync(Buffer.from(text));
    const at = random.below(packed.length);
    packed[at] = (packed[at] ?? 0) ^ (1 << random.below(8));
    return packed;
  },
  'text after the packing': (text) =>
    Buffer.concat([gzipSync(Buffer.from(text)), Buffer.from('trailing words')]),
};

const DELIMITERS = [',', ';', '\t', '|'];

/** A changed copy of delimited text, and what was done to it. */
export function mutateText(
  bytes: Buffer,
  random: Random,
): { readonly change: string; readonly bytes: Buffer } {
  const text = bytes.toString('utf8');
  const names = [...Object.keys(TEXT_CHANGES), ...Object.keys(GRID_CHANGES), ...Object.keys(GRID_CHANGES)];
  const name = names[random.below(names.length)] ?? '';
  const change = TEXT_CHANGES[name];
  if (change) return { change: name, bytes: change(text, random) };
  const grid = gridOf(text);
  const changed = (GRID_CHANGES[name] ?? ((same: Grid) => same))(grid, random);
  const delimiter = random.below(6) === 0 ? (DELIMITERS[random.below(4)] ?? ',') : delimiterOf(text);
  return { change: name, bytes: Buffer.from(writeGrid(changed, delimiter, random.below(8) === 0)) };
}

function gridOf(text: string): Grid {
  return [...csvRecords(text, delimiterOf(text))].flatMap((item) =>
    item.kind === 'record' ? [item.cells] : [],
  );
}

function delimiterOf(text: string): string {
  const first = text.split('\n').find((line) => !line.startsWith('#')) ?? '';
  return DELIMITERS.reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
}

function writeGrid(grid: Grid, delimiter: string, allQuoted: boolean): string {
  const cell = (text: string): string =>
    allQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return grid.map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}

function insert(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}
