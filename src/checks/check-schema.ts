import { z } from 'zod';
import { TABLE_NAMES } from '../lake/tables.ts';

const text = z.string().trim().min(1);
const sql = text;
const table = z.enum(TABLE_NAMES, {
  error: 'not a table of the lake; `scrutineer query --tables` lists them',
});
const names = z.array(text).min(1);

/** Rows of the lake cut into series: the source and these columns tell one from another. */
const rows = {
  table,
  /** Only these sources; all of the table without it. */
  sources: names.optional(),
  where: sql.default('true'),
  /** Columns that part the rows into series. `force`, `area` and `borough` say where. */
  key: z.array(text).default([]),
};

/** What every check says of itself, for the reader. */
const words = {
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens only'),
  title: text,
  may_mean: text,
  do: text,
  /** leave-out: what fails is not judged (and is shown); say: it is judged, with a caveat. */
  effect: z.enum(['leave-out', 'say']),
};

const side = z.strictObject({
  table: table.optional(),
  sources: names.optional(),
  where: sql.default('true'),
  /** An aggregate that gives a number; null for a time of which not all is held. */
  value: sql,
  /** Columns of this side's table in the order of the check's `key`, where they go by other names. */
  key: names.optional(),
  /** The first day of the period of a row as SQL, where the table's own periods are shorter than those of the other side. */
  time: sql.optional(),
});

/** An entry of `catalogue/checks/*.yaml`, by kind; docs/checks.md explains the keys. */
export const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...words,
    kind: z.literal('short-month'),
    share: z.number().gt(0).lt(0.5),
    chance: z.number().gt(0).lt(0.01),
    series: z.array(z.strictObject({ ...rows, value: sql.default('count(*)') })).min(1),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('missing-months'),
    series: z.array(z.strictObject(rows)).min(1),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('copied-month'),
    chance: z.number().gt(0).lt(0.01),
    series: z.array(z.strictObject({ ...rows, cells: names, value: sql.default('count(*)') })).min(1),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('doubled-month'),
    chance: z.number().gt(0).lt(0.01),
    series: z.array(z.strictObject({ ...rows, cells: names, value: sql })).min(1),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('repeated-rows'),
    above: z.number().gt(0).lt(1),
    rows: z.number().int().positive(),
    tables: z.array(table).min(1),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('share-of-rows'),
    ...rows,
    /** An aggregate between 0 and 1. */
    share: sql,
    above: z.number().gte(0).lt(1),
    /** Months with fewer rows are passed over. */
    rows: z.number().int().positive(),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('missing-leaps'),
    ...rows,
    columns: names,
    by: z.number().gt(0).lt(1),
    rows: z.number().int().positive(),
    chance: z.number().gt(0).lt(0.01),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('renamed-label'),
    ...rows,
    columns: names,
    value: sql.default('count(*)'),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('absent-area'),
    series: z
      .array(
        z.strictObject({
          ...rows,
          /** The column that names the figure; it stands in `key` too. */
          figure: text,
          /** Ids of the measures concerned; without it, those called like the figure. */
          measures: z.array(text).optional(),
        }),
      )
      .min(1),
    /** The least share of the areas that a period must have to be taken for complete. */
    present: z.number().gt(0.5).lt(1),
    areas: z.number().int().min(5),
  }),
  z.strictObject({
    ...words,
    kind: z.literal('ratio'),
    ...rows,
    part: side,
    whole: side,
    /** The ratio of part to whole lies between these. */
    least: z.number().gte(0).default(0),
    /** Below this only a part is held of what is set against the whole, and nothing can be said. */
    held_from: z.number().gte(0).default(0),
    most: z.number().positive().optional(),
    /** Counts of their own: chance is allowed for, as far as this probability. Without it the bounds are exact. */
    chance: z.number().gt(0).lt(0.01).optional(),
    /** The whole must be at least this. */
    from: z.number().gte(0).default(1),
    /** Ids of the measures concerned, with "*" for any run of letters. */
    measures: z.array(text),
  }),
]);

export type Check = z.output<typeof checkSchema>;
export type CheckOf<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>;
