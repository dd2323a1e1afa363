import { join } from 'node:path';
import { z } from 'zod';
import { BadInputError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import { sqlText } from '../../lake/engine.ts';

const label = z.string().min(1);

const schema = z.record(
  z.string().regex(/^[a-z][a-z-]*$/, 'a grouping is named by lower-case words joined by "-"'),
  z.strictObject({
    title: z.string().min(1),
    column: z.string().regex(/^[a-z_]+$/, 'the name of a column'),
    groups: z.record(label, z.array(label).min(1)),
    otherwise: label.optional(),
  }),
);

/** Labels of a column put into groups: the head of `catalogue/groupings.yaml` explains the keys. */
export type Grouping = z.output<typeof schema>[string];

export type Groupings = Readonly<Record<string, Grouping>>;

/**
 * Reads `catalogue/groupings.yaml`.
 * @throws BadInputError naming the line and the key that is wrong
 */
export function loadGroupings(catalogueDir: string): Groupings {
  return readYaml(join(catalogueDir, 'groupings.yaml'), schema);
}

/**
 * The grouping that a file of the catalogue names.
 * @throws BadInputError naming the file, with the nearest known name
 */
export function requireGrouping(groupings: Groupings, name: string, file: string): Grouping {
  const grouping = groupings[name];
  if (grouping) return grouping;
  const near = nearest(name, Object.keys(groupings));
  throw new BadInputError(
    `no grouping is called "${name}"`,
    { file },
    near === null ? 'Groupings stand in catalogue/groupings.yaml.' : `Did you mean "${near}"?`,
  );
}

/** The group of a label as SQL that DuckDB and Trino both speak; NULL for a blank. */
export function groupingSql({ column, groups, otherwise }: Grouping): string {
  const cases = Object.entries(groups).map(
    ([group, labels]) =>
      `WHEN ${labels.map((each) => fits(column, each)).join(' OR ')} THEN ${sqlText(group)}`,
  );
  const rest = otherwise === undefined ? '' : ` WHEN ${column} IS NOT NULL THEN ${sqlText(otherwise)}`;
  return `CASE ${cases.join(' ')}${rest} END`;
}

function fits(column: string, published: string): string {
  return `${column} ${published.includes('%') ? 'LIKE' : '='} ${sqlText(published)}`;
}
