import { join } from 'node:path';
import { z } from 'zod';
import { isoDateSchema } from '../foundation/iso-date-schema.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import { TABLE_NAMES } from '../lake/tables.ts';

const expression = z.string().min(1);
const split = z.string().regex(/^[a-z][a-z-]*$/, 'a name to split by is lower-case words joined by "-"');

/** What a fragment may say, and a feed too: all of it, or the rest of what the fragment that it extends says. */
const fragment = z.strictObject({
  table: z
    .enum(TABLE_NAMES, { error: 'not a table of the lake; `scrutineer query --tables` lists them' })
    .optional(),
  source: z.string().min(1).optional(),
  sources: z
    .array(
      z.union([
        z.string().min(1),
        z.strictObject({ source: z.string().min(1), note: z.string().min(1).optional() }),
      ]),
    )
    .min(1)
    .optional(),
  where: expression.optional(),
  join: expression.optional(),
  numerator: expression.optional(),
  denominator: expression.optional(),
  value: expression.optional(),
  by: z.record(split, z.union([expression, z.strictObject({ grouping: z.string().min(1) })])).optional(),
  parts: z.record(split, z.record(z.string().min(1), expression)).optional(),
  splits_only: z.literal(true).optional(),
  alike: z.record(split, expression).optional(),
  since: isoDateSchema.optional(),
  matures: z.number().int().positive().optional(),
  note: z.string().min(1).optional(),
});

const rows = z.strictObject({ extends: z.string().min(1).optional(), ...fragment.shape });

/**
 * How a feed is written in a measure's file: rows of a table, or (`figures`) cited figures that stand under another name than the
 * measure's own.
 */
export const feedSchema = z
  .strictObject({ ...rows.shape, over: rows.optional(), figures: z.string().min(1).optional() })
  .refine(
    (feed) =>
      feed.figures === undefined ||
      Object.entries(feed).every(([key, each]) => ['figures', 'by'].includes(key) || each === undefined),
    { error: 'a feed of figures has no other key than "by"' },
  );

export type FeedFile = z.output<typeof feedSchema>;
export type RowsFile = z.output<typeof rows>;
export type Fragment = z.output<typeof fragment>;

/**
 * Reads `catalogue/fragments.yaml`: parts of feeds that several measures share.
 * @throws BadInputError naming the line and the key that is wrong
 */
export function loadFragments(catalogueDir: string): Readonly<Record<string, Fragment>> {
  return readYaml(join(catalogueDir, 'fragments.yaml'), z.record(split, fragment));
}
