import { basename, dirname } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import type { CsvHead, Sample } from '../input/input-file.ts';
import type { SourceContext, SqlPlan } from '../source.ts';

/** Who publishes every data.police.uk file. */
export const POLICE_UK = {
  publisher: 'Police forces of England, Wales and Northern Ireland, through data.police.uk',
  licence: 'Open Government Licence v3.0',
} as const;

/** Whether a CSV has all of a layout's columns, whatever else stands beside them and in whatever order. */
export function hasColumns(sample: Sample, names: readonly string[]): boolean {
  const header = new Set(sample.csv?.header.map((cell) => cell.toLowerCase()));
  return names.every((name) => header.has(name.toLowerCase()));
}

/** SQL for a column of the raw file, which the importer names by position. */
export function rawColumn(head: CsvHead, name: string): string {
  const index = head.header.findIndex((cell) => cell.toLowerCase() === name.toLowerCase());
  if (index === -1)
    throw new BadInputError(
      `the column "${name}" is missing`,
      { line: head.headerLine },
      'Download the file again in its published layout.',
    );
  return `c${index}`;
}

/** Says which columns stand in the file that its layout does not have. */
export function extraColumns(head: CsvHead, known: readonly string[]): string[] {
  const names = new Set(known.map((name) => name.toLowerCase()));
  const extra = head.header.filter((cell) => !names.has(cell.toLowerCase()));
  if (extra.length === 0) return [];
  const shown = extra.map((cell) => (cell === '' ? 'a column without a name' : `"${cell}"`)).join(', ');
  return [`Not part of the published layout, and not read: ${shown}.`];
}

/**
 * The force that a stop-and-search file speaks of. No column says so; the published name of the file does
 * (`2019-02-metropolitan-stop-and-search.csv`), or a folder's name, or the person who imports.
 */
export function forceOfFile(
  sample: Pick<Sample, 'file'>,
  context: SourceContext,
): { slug: string; warning: string | null } {
  if (context.force !== null) return { slug: context.force, warning: null };
  const { path, member } = sample.file;
  const inName = slugIn(basename(member ?? path), context);
  if (inName !== null) return { slug: inName, warning: null };
  const inFolder = slugIn(dirname(member === null ? path : `${path}/${member}`), context);
  if (inFolder !== null)
    return { slug: inFolder, warning: `The force is taken from the folder's name: ${inFolder}.` };
  throw new BadInputError(
    'nothing in the file or its name says which police force it is from',
    { file: path },
    'Name it: `scrutineer import --force metropolitan …`.',
  );
}

/** The longest force slug that stands in a name as whole words, looking from its end. */
function slugIn(name: string, { areas }: SourceContext): string | null {
  const words = `-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-`;
  const found = areas
    .list('force')
    .map((area) => area.slug)
    .filter((slug) => words.includes(`-${slug}-`))
    .toSorted((a, b) => words.lastIndexOf(`-${b}-`) - words.lastIndexOf(`-${a}-`) || b.length - a.length);
  return found[0] ?? null;
}

/** Slug of the force that a street or outcomes file names in its first record. */
export function forceInRecords(sample: Sample, context: SourceContext): string {
  const head = sample.csv;
  const index = head?.header.findIndex((cell) => cell.toLowerCase() === 'reported by') ?? -1;
  const name = head?.records.find((record) => (record[index] ?? '') !== '')?.[index];
  if (name === undefined) {
    if (context.force !== null) return context.force;
    throw new BadInputError(
      'no row says which force reported it',
      { file: sample.file.path, column: 'Reported by' },
      'Name it: `scrutineer import --force metropolitan …`.',
    );
  }
  return context.areas.require(name, 'force').slug;
}

/** SQL for the first day of a month written as YYYY-MM; NULL when it is not one, or of a year that no figures can be of. */
export function monthSql(column: string): string {
  return `TRY_CAST(CASE WHEN length(${column}) = 7 AND ${column} BETWEEN '1000-01' AND '2199-12' THEN concat(${column}, '-01') END AS DATE)`;
}

/** Longitude and latitude, and the checks that go with them. */
export function coordinates(
  longitude: string,
  latitude: string,
): Pick<SqlPlan, 'columns' | 'types' | 'checks'> {
  const number = (column: string): string => `TRY_CAST(${column} AS DOUBLE)`;
  const outside = (column: string, limit: number): string =>
    `(${column} IS NOT NULL AND (${number(column)} IS NULL OR abs(${number(column)}) > ${limit}))`;
  return {
    columns: { longitude: number(longitude), latitude: number(latitude) },
    types: { [longitude]: 'DOUBLE', [latitude]: 'DOUBLE' },
    checks: [
      { column: 'Longitude', bad: outside(longitude, 180), reason: 'not a longitude in degrees' },
      { column: 'Latitude', bad: outside(latitude, 90), reason: 'not a latitude in degrees' },
    ],
  };
}

/** Counts the finished rows whose place lies outside the force, where the force's authorities are known. */
export function outsideForce(slug: string, { areas }: SourceContext): SqlPlan['notices'] {
  const force = areas.bySlug(slug);
  if (!force) return [];
  const inside = authoritiesOf(force.name, areas);
  if (inside.length === 0) return [];
  const list = inside.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
  return [
    {
      count: `count(*) FILTER (WHERE lsoa_name IS NOT NULL AND left(lsoa_name, length(lsoa_name) - 5) NOT IN (${list}))`,
      say: (count) =>
        `${count} rows lie outside the area of ${force.name} by the name of their LSOA; they are kept.`,
    },
  ];
}

function authoritiesOf(force: string, areas: SourceContext['areas']): string[] {
  const members = areas.membersOf(force, 'borough').map((area) => area.name);
  return members;
}
