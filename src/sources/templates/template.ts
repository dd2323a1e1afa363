import { z } from 'zod';
import { AREA_TYPES } from '../../areas/index.ts';
import { TABLES } from '../../lake/tables.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name is lower-case words joined by "-"');
const heading = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a heading is lower-case words joined by "_"');
const definition = z
  .string()
  .min(10, 'say what belongs in the cell')
  .transform((text) => text.trim());
const common = {
  name: heading,
  definition,
  example: z.union([z.string(), z.number()]).transform(String),
};
const figure = { ...common, required: z.boolean().default(true) };

const column = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('area'), of: z.array(z.enum(AREA_TYPES)).min(1) }),
  z.strictObject({ ...common, type: z.literal('month') }),
  z.strictObject({
    ...common,
    type: z.literal('word'),
    /** Each allowed word and what it means. */
    words: z.record(z.string().min(1), z.string().min(1)),
    /** The word that stands for all together; the lake holds it as no value. */
    all: z.string().optional(),
    /** One word for the whole file: figures of two kinds are two returns. */
    one_in_file: z.boolean().default(false),
  }),
  z.strictObject({ ...common, type: z.literal('text'), longest: z.number().int().positive().default(200) }),
  z.strictObject({ ...figure, type: z.literal('count') }),
  z.strictObject({ ...figure, type: z.literal('share') }),
  z.strictObject({
    ...figure,
    type: z.literal('number'),
    least: z.number().default(0),
    most: z.number(),
  }),
]);

/** A column of a template: what belongs in its cells. */
export type TemplateColumn = z.output<typeof column>;

const row = z.strictObject({
  /** Columns of the table that hold the same in every row. */
  set: z.record(z.string(), z.string()).default({}),
  /** Column of the table ← column of the template, or several that are joined by a comma. */
  from: z.record(z.string(), z.union([heading.transform((one) => [one]), z.array(heading).min(1)])),
});

/** How a file in `catalogue/templates` is written. */
export const templateSchema = z
  .strictObject({
    name,
    title: z.string().min(1),
    purpose: z
      .string()
      .min(20)
      .transform((text) => text.trim()),
    /** Who can fill it in. */
    filled_by: z.string().min(1),
    notes: z.array(z.string().transform((text) => text.trim())).default([]),
    table: z.enum(['breakdown', 'survey_estimate']),
    columns: z.array(column).min(2),
    area: heading,
    /** First and last month of a row; one column for both where a row is one month. */
    from: heading,
    to: heading,
    /** Columns that tell one row from another. */
    unique: z.array(heading).min(1),
    /** Parts that make a whole. */
    sums: z.array(z.strictObject({ parts: z.array(heading).min(2), whole: heading })).default([]),
    /** Parts that may not exceed a whole. */
    within: z.array(z.strictObject({ part: heading, whole: heading })).default([]),
    rows: z.array(row).min(1),
  })
  .superRefine((template, context) => {
    const known = new Set(template.columns.map((each) => each.name));
    const named = [
      template.area,
      template.from,
      template.to,
      ...template.unique,
      ...template.sums.flatMap(({ parts, whole }) => [...parts, whole]),
      ...template.within.flatMap(({ part, whole }) => [part, whole]),
      ...template.rows.flatMap(({ from }) => Object.values(from).flat()),
    ];
    for (const each of named)
      if (!known.has(each)) context.addIssue({ code: 'custom', message: `there is no column "${each}"` });
    for (const { set, from } of template.rows)
      for (const each of [...Object.keys(set), ...Object.keys(from)])
        if (!(each in TABLES[template.table].columns))
          context.addIssue({ code: 'custom', message: `${template.table} has no column "${each}"` });
  });

/** A form for figures that nobody publishes: its columns, its rules, and the rows of the lake that it becomes. */
export type Template = z.output<typeof templateSchema>;
