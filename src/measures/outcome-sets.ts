import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../foundation/read-yaml.ts';
import { sqlText } from '../lake/engine.ts';

const text = z.string().trim().min(1);
const labels = z.array(text).default([]);

const schema = z
  .strictObject({
    outcomes: z.array(
      z.strictObject({ code: z.number().int(), title: text, decisions: labels, later: labels }),
    ),
    open: labels,
    unpublished: labels,
    sets: z.array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z-]*$/, 'lower-case words joined by "-"'),
        version: z.number().int().positive(),
        title: text,
        words: text,
        codes: z.array(z.number().int()).min(1),
        lacking: text.optional(),
      }),
    ),
  })
  .refine(
    ({ outcomes, sets }) =>
      sets.every(({ codes }) => codes.every((code) => outcomes.some((each) => each.code === code))),
    {
      path: ['sets'],
      error: 'a set names an outcome type that has no labels above',
    },
  );

/** Outcomes and the named sets of them: the head of `catalogue/outcome-sets.yaml` explains the keys. */
export type OutcomeSets = z.output<typeof schema>;

/**
 * Reads `catalogue/outcome-sets.yaml`.
 * @throws BadInputError naming the line and the key that is wrong
 */
export function loadOutcomeSets(catalogueDir: string): OutcomeSets {
  return readYaml(join(catalogueDir, 'outcome-sets.yaml'), schema);
}

/** What stands for outcomes in SQL of the catalogue: `{outcomes of solved}`, `{decisions of solved}`, `{open outcomes}`, `{unpublished outcomes}`. */
const NAMED = /\{(?:(outcomes|decisions) of ([a-z-]+)|(open|unpublished) outcomes)\}/g;

/**
 * Puts the labels of sets in the place of their names, as a list for SQL's IN. `outcomes of` a set are all labels by which a
 * crime is known to have had one of its outcomes; `decisions of` it only those of the decision, each of which stands once.
 * @returns null for a name that is no set
 */
export function withOutcomes(sql: string, sets: OutcomeSets): string | null {
  let known = true;
  const written = sql.replaceAll(
    NAMED,
    (_, what: string | undefined, id: string | undefined, state: string | undefined) => {
      if (state === 'open' || state === 'unpublished') return listOf(sets[state]);
      const set = sets.sets.find((each) => each.id === id);
      if (!set) known = false;
      const own = sets.outcomes.filter(({ code }) => set?.codes.includes(code));
      return listOf(
        own.flatMap(({ decisions, later }) => (what === 'decisions' ? decisions : [...decisions, ...later])),
      );
    },
  );
  return known ? written : null;
}

function listOf(words: readonly string[]): string {
  return `(${words.map(sqlText).join(', ')})`;
}
