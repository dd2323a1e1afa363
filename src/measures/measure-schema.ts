import { z } from 'zod';
import { feedSchema } from './feed-schema.ts';

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
        people: z.record(z.string(), z.enum(['ethnicity', 'sex', 'age'])).optional(),
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
    feeds: z.array(feedSchema).default([]),
  })
  .refine((measure) => measure.feeds.length > 0 || measure.figures, {
    error: 'a measure has at least one feed',
  });

export type MeasureFile = z.output<typeof measureSchema>;
