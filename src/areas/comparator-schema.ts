import { z } from 'zod';
import { isoDateSchema } from '../foundation/iso-date-schema.ts';
import { AREA_TYPES } from './area.ts';

const weighting = z.enum(['unweighted', 'population']);
const status = z.enum(['confirmed', 'unconfirmed']);
const text = z.string().trim().min(1);

/** Entries of `catalogue/comparators/national.yaml`. */
export const nationalSchema = z.array(
  z.strictObject({
    label: text,
    for_types: z.array(z.enum(AREA_TYPES)).min(1),
    members_of: text,
    includes_self: z.boolean(),
    weighting,
    status,
    published_as: text.nullable().default(null),
    source: text,
    note: text,
  }),
);
export type NationalEntry = z.output<typeof nationalSchema>[number];

const groupSchema = z
  .strictObject({
    area: text,
    as_of: isoDateSchema.nullable(),
    members: z.array(text).min(1),
    includes_self: z.boolean(),
    weighting,
    status,
    source: text,
    note: text.default(''),
  })
  .refine((group) => group.status === 'unconfirmed' || group.as_of !== null, {
    path: ['as_of'],
    error: 'a confirmed group needs the date of the list that confirms it',
  })
  .refine((group) => !group.members.includes(group.area), {
    path: ['members'],
    error: 'the force itself is not listed; includes_self says whether it counts',
  });
/** The whole of `catalogue/comparators/most-similar.yaml`. */
export const mostSimilarSchema = z.strictObject({
  groups: z.array(groupSchema),
  none: z.array(z.strictObject({ area: text, reason: text })).default([]),
});
export type MostSimilarEntries = z.output<typeof mostSimilarSchema>;

/** Entries of `catalogue/comparators/baseline.yaml`. */
export const baselineSchema = z.array(
  z.strictObject({
    id: text,
    label: text,
    years: z
      .array(
        z
          .strictObject({ from: isoDateSchema, to: isoDateSchema })
          .refine(({ from, to }) => from < to, 'ends before it begins'),
      )
      .min(1),
    status,
    source: text,
    note: text,
  }),
);
export type BaselineEntry = z.output<typeof baselineSchema>[number];
