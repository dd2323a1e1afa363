import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../foundation/errors.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import { measureSchema, type MeasureFile } from './measure-schema.ts';
import type { OutcomeSets } from './outcome-sets.ts';

const words = z.record(z.string(), z.string());

const familySchema = z.strictObject({
  for_each: z.union([z.literal('outcome-set'), z.array(words).min(1)], {
    error: 'either outcome-set, or a list of the words of each measure',
  }),
  measure: z.record(z.string(), z.unknown()),
});

/** A measure of a family, with the file that declares it. */
interface Member {
  readonly measure: MeasureFile;
  readonly file: string;
}

/**
 * Reads `catalogue/families/*.yaml`: measures that are alike, declared once. In the texts of the declaration a name in
 * braces (`{id}`, `{title}`, `{words}` …) stands for the word of each member: those of an outcome set, or those that the
 * file lists. A note whose word a member lacks is left out; so is the direction, which is "lower" unless a member says otherwise.
 * @throws BadInputError naming the file and the key that is wrong
 */
export function familyMembers(catalogueDir: string, outcomeSets: OutcomeSets): readonly Member[] {
  const dir = join(catalogueDir, 'families');
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => join(dir, name));
  return files.flatMap((file) => {
    const { for_each: each, measure } = readYaml(file, familySchema);
    const members = each === 'outcome-set' ? wordsOfSets(outcomeSets) : each;
    return members.map((own) => ({ measure: memberOf(measure, own, file), file }));
  });
}

function wordsOfSets({ sets }: OutcomeSets): readonly Readonly<Record<string, string>>[] {
  return sets.map(({ id, title, words: said, version, lacking }) => ({
    id,
    title,
    words: said,
    version: String(version),
    ...(lacking === undefined ? {} : { note: lacking }),
  }));
}

function memberOf(
  measure: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, string>>,
  file: string,
): MeasureFile {
  const notes = [measure['notes'] ?? []]
    .flat()
    .filter((note) => note !== '{note}' || own['note'] !== undefined);
  const result = measureSchema.safeParse(filledIn({ ...measure, notes }, { direction: 'lower', ...own }));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadInputError(
    `"measure.${issue?.path.join('.') ?? ''}" of ${own['id'] ?? 'a member'}: ${issue?.message ?? 'not as expected'}`,
    { file },
    'Correct that key; the neighbouring files show the shape.',
    { cause: result.error },
  );
}

/** The same with every name in braces replaced, in all its texts; names that are none of the words are left alone. */
function filledIn(value: unknown, own: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\{([a-z]+)\}/g, (text, name: string) => own[name] ?? text);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, own));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledIn(each, own)]));
}
