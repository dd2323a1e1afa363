import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../foundation/read-yaml.ts';

const schema = z.array(
  z.strictObject({
    title: z.string().trim().min(1),
    measures: z.array(
      z.string().regex(/^[a-z0-9*-]+$/, 'an id of a measure, in which "*" stands for anything'),
    ),
  }),
);

/** A heading of a table of measures, with the ids (or patterns of ids) that stand under it. */
export type Theme = z.output<typeof schema>[number];

/** Things of one theme, in the order in which they came. */
export interface Themed<Thing> {
  readonly title: string;
  readonly things: readonly Thing[];
}

/**
 * Reads `catalogue/themes.yaml`.
 * @throws BadInputError naming the line and the key that is wrong
 */
export function loadThemes(catalogueDir: string): readonly Theme[] {
  return readYaml(join(catalogueDir, 'themes.yaml'), schema);
}

/** Puts things under the first theme that names their measure, and what no theme names under "Other". Empty themes are left out. */
export function byTheme<Thing>(
  themes: readonly Theme[],
  things: readonly Thing[],
  idOf: (thing: Thing) => string,
): readonly Themed<Thing>[] {
  const rules = themes.map(({ title, measures }) => ({
    title,
    names: new RegExp(`^(?:${measures.map((pattern) => pattern.replaceAll('*', '.*')).join('|')})$`),
  }));
  const titleOf = (thing: Thing): string =>
    rules.find(({ names }) => names.test(idOf(thing)))?.title ?? OTHER;
  const found = Map.groupBy(things, titleOf);
  return [...rules.map(({ title }) => title), OTHER].flatMap((title) => {
    const own = found.get(title) ?? [];
    return own.length === 0 ? [] : [{ title, things: own }];
  });
}

const OTHER = 'Other';
