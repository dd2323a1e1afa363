import { z } from 'zod';
import { isoDateSchema } from '../foundation/iso-date-schema.ts';
import type { IsoDate } from '../foundation/iso-date.ts';

export const BREAK_KINDS = ['definition', 'method', 'publication', 'context'] as const;

/** `definition`: what is counted; `method`: how; `publication`: what is published; `context`: the world itself changed. */
export type BreakKind = (typeof BREAK_KINDS)[number];

const text = z.string().trim().min(1);

/** An entry of `catalogue/breaks.yaml`, whose head explains the keys. */
export const breakSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens only'),
    date: isoDateSchema,
    until: isoDateSchema.nullable().default(null),
    kind: z.enum(BREAK_KINDS),
    comparable: z.boolean(),
    measures: z
      .array(z.string().regex(/^[a-z0-9*-]+$/, 'an id of a measure, in which "*" stands for anything'))
      .min(1),
    areas: z.array(text).min(1),
    totals: z.array(text).default([]),
    reaches: z.enum(['all', 'parts']).default('all'),
    reason: text,
    status: z.enum(['confirmed', 'unconfirmed']),
    source: text,
  })
  .refine(({ date, until }) => until === null || until >= date, {
    path: ['until'],
    error: 'ends before it begins',
  });

/** A point, or a passing event, across which figures must not be drawn or compared without saying so. */
export interface SeriesBreak {
  readonly id: string;
  /** First day of the new way of things, or of the event. */
  readonly date: IsoDate;
  /** Last day of a passing event; null for a lasting change. */
  readonly until: IsoDate | null;
  readonly kind: BreakKind;
  /** False: figures before and after do not measure the same thing. */
  readonly comparable: boolean;
  /** Ids of measures, with "*" for any run of letters. */
  readonly measures: readonly string[];
  /** Canonical names, or "all"; what lies within them is broken too. */
  readonly areas: readonly string[];
  /** Canonical names of areas that hold the broken ones: their totals are broken, their other parts are not. */
  readonly totals: readonly string[];
  readonly reaches: 'all' | 'parts';
  /** In plain words, for the reader of a chart. */
  readonly reason: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly source: string;
}
