import type { Format } from '../../sources/input/input-file.ts';

/** Endings of names, and what may lie in such files. Workbooks are often of another kind than their name says. */
const BY_ENDING: Readonly<Record<string, readonly Format[]>> = {
  csv: ['csv'],
  txt: ['csv'],
  xlsx: ['xlsx', 'xls', 'ods'],
  xls: ['xls', 'xlsx', 'ods'],
  ods: ['ods', 'xlsx', 'xls'],
  json: ['json'],
  geojson: ['json'],
  parquet: ['parquet'],
  zip: ['zip'],
};

/** The last part of an address as a name that is safe in any folder. */
export function fileNameOf(address: string): string {
  const { pathname, searchParams } = new URL(address);
  const last = (searchParams.get('uri') ?? pathname).split('/').findLast((part) => part !== '') ?? '';
  return safeName(decoded(last));
}

/** A name without anything that could lead out of a folder or hide in it. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}._ ()+-]/gu, '-')
    .replace(/^[. ]+/, '')
    .slice(-120);
  return plain === '' ? 'file' : plain;
}

/** What kind a file is by the ending of its name; null for kinds that Scrutineer does not read. */
export function endingOf(name: string): string | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_ENDING, ending) ? ending : null;
}

/** What may lie in a file of an ending. */
export function formatsOf(ending: string): readonly Format[] {
  return BY_ENDING[ending] ?? [];
}

/** Gives files of one name numbers, so that none takes the place of another. */
export function withUniqueNames<Item extends { readonly file: string }>(
  items: readonly Item[],
): readonly Item[] {
  const used = new Set<string>();
  return items.map((item) => {
    const dot = item.file.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [item.file.slice(0, dot), item.file.slice(dot)] : [item.file, ''];
    let file = item.file;
    for (let number = 2; used.has(file.toLowerCase()); number += 1) file = `${stem}-${number}${ending}`;
    used.add(file.toLowerCase());
    return { ...item, file };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
