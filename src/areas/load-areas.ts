import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import { parseIsoDate, type IsoDate } from '../foundation/iso-date.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import { AREA_TYPES, type Area, type AreaCode } from './area.ts';
import { Areas } from './areas.ts';
import { compositionSchema, expandCompositions } from './composition.ts';
import { foldName } from './fold-name.ts';
import { readRows, type Row } from './read-rows.ts';

const areaRow = z.strictObject({
  name: z.string().min(1),
  type: z.enum(AREA_TYPES),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug is small letters and digits joined by hyphens'),
});
const aliasRow = z.strictObject({ alias: z.string().min(1), name: z.string().min(1) });
const dateOrBlank = z.string().transform((text, context): IsoDate | null => {
  const date = text === '' ? null : parseIsoDate(text);
  if (text !== '' && date === null) context.addIssue(`"${text}" is not a date (YYYY-MM-DD)`);
  return date;
});
const codeRow = z.strictObject({
  name: z.string().min(1),
  code: z.string().min(1),
  from: dateOrBlank,
  to: dateOrBlank,
});

/**
 * Reads the areas of a catalogue (`areas/areas.csv`, `codes.csv`, `aliases.csv`, `compositions.yaml`).
 * @throws BadInputError naming file and line, when a line is malformed, names an unknown area, or gives a name, slug,
 *   code or alias (within a type) to two areas
 */
export function loadAreas(catalogueDir: string): Areas {
  const areasFile = join(catalogueDir, 'areas', 'areas.csv');
  const codesFile = join(catalogueDir, 'areas', 'codes.csv');
  const aliasesFile = join(catalogueDir, 'areas', 'aliases.csv');
  const compositionsFile = join(catalogueDir, 'areas', 'compositions.yaml');

  const rows = readRows(areasFile, areaRow);
  refuseRepeats(areasFile, rows, 'name', ({ name }) => foldName(name));
  refuseRepeats(areasFile, rows, 'slug', ({ slug }) => slug);
  const types = new Map(rows.map(({ value }) => [value.name, value.type]));
  const codes = readRows(codesFile, codeRow);
  refuseUnknown(codesFile, codes, types);
  refuseRepeats(codesFile, codes, 'code', ({ code }) => code);
  const aliases = readRows(aliasesFile, aliasRow);
  refuseUnknown(aliasesFile, aliases, types);
  const own = rows.map(({ line, value }) => ({ line, value: { alias: value.name, name: value.name } }));
  refuseRepeats(
    aliasesFile,
    [...own, ...aliases],
    'alias',
    ({ alias, name }) => `${types.get(name)}: ${foldName(alias)}`,
  );

  const all = rows.map(({ value }): Area => {
    const ownCodes = codes.filter((row) => row.value.name === value.name).map((row) => codeOf(row.value));
    return {
      name: value.name,
      type: value.type,
      slug: value.slug,
      codes: ownCodes,
      code: ownCodes.find(({ to }) => to === null)?.code ?? null,
      aliases: aliases.filter((row) => row.value.name === value.name).map((row) => row.value.alias),
    };
  });
  const compositions = readYaml(compositionsFile, z.array(compositionSchema));
  const named = compositions.flatMap((each) => [each.area, ...each.sum_of, ...each.members, ...each.without]);
  for (const name of named) if (!types.has(name)) throw unknownArea(name, { file: compositionsFile });
  return new Areas(all, expandCompositions(compositions, compositionsFile));
}

function codeOf({ code, from, to }: z.output<typeof codeRow>): AreaCode {
  return { code, from, to };
}

function refuseUnknown(
  file: string,
  rows: readonly Row<{ name: string }>[],
  known: ReadonlyMap<string, unknown>,
): void {
  for (const { line, value } of rows)
    if (!known.has(value.name)) throw unknownArea(value.name, { file, line });
}

function unknownArea(name: string, place: { file: string; line?: number }): BadInputError {
  return new BadInputError(
    `"${name}" is not an area of areas.csv`,
    place,
    'Write the canonical name, or add the area.',
  );
}

function refuseRepeats<Value>(
  file: string,
  rows: readonly Row<Value>[],
  column: string,
  key: (value: Value) => string,
): void {
  const seen = new Set<string>();
  for (const { line, value } of rows) {
    const text = key(value);
    if (seen.has(text)) {
      throw new BadInputError(
        `"${text}" stands here for the second time`,
        { file, line, column },
        'Remove one of the two lines.',
      );
    }
    seen.add(text);
  }
}
