import { z } from 'zod';
import { TABLE_NAMES } from '../lake/tables.ts';

const expression = z.string().min(1);

const feed = z
  .strictObject({
    table: z.enum(TABLE_NAMES, { error: 'not a table of the lake; `scrutineer query --tables` lists them' }),
    source: z.string().min(1),
    where: expression.default('true'),
    numerator: expression.optional(),
    denominator: expression.optional(),
    value: expression.optional(),
    by: z
      .record(
        z.string().regex(/^[a-z][a-z-]*$/, 'a name to split by is lower-case words joined by "-"'),
        z.union([expression, z.strictObject({ grouping: z.string().min(1) })]),
      )
      .default({}),
  })
  .refine((each) => (each.numerator === undefined) !== (each.value === undefined), {
    error: 'give either a numerator (something that can be added up) or a value (something that cannot)',
  });

/** How a file in `catalogue/measures` is written. */
export const measureSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case words joined by "-"'),
    title: z.string().min(1),
    definition: z.string().min(20, 'say exactly what is counted, in at least a sentence'),
    kind: z.enum(['count', 'rate', 'proportion', 'mean']),
    unit: z.string().min(1),
    direction: z.enum(['lower', 'higher', 'neither']),
    standing: z.string().min(1),
    per: z.number().positive().default(1),
    rate: z
      .strictObject({
        per: z.number().positive(),
        title: z.string().optional(),
        definition: z.string().optional(),
        figures: z.string().optional(),
      })
      .optional(),
    comparators: z.array(z.enum(['national', 'most-similar', 'baseline'])).default([]),
    survey: z
      .strictObject({
        question: z.string(),
        assumed_base: z.strictObject({
          borough: z.number().int().positive(),
          force: z.number().int().positive(),
          design_effect: z.number().min(1),
        }),
      })
      .optional(),
    year_starts: z.enum(['january', 'april']).default('april'),
    figures: z.boolean().default(true),
    notes: z.array(z.string()).default([]),
    feeds: z.array(feed).default([]),
  })
  .refine((measure) => measure.feeds.length > 0 || measure.figures, {
    error: 'a measure has at least one feed',
  });

export type MeasureFile = z.output<typeof measureSchema>;
