import { z } from 'zod';

const DATE_KINDS = ['financial-year', 'calendar-year', 'month', 'day', 'year-ending-month', 'span'] as const;

const date = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.enum(DATE_KINDS), column: z.string() }),
]);

/** A layout of `catalogue/layouts/outside-series.yaml`; its head says what the keys mean. */
export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  address: z.url(),
  header: z.array(z.string()).min(2),
  area: z.string().optional(),
  area_column: z.string().optional(),
  date: date.optional(),
  series: z.array(z.strictObject({ column: z.string(), name: z.string(), unit: z.string() })).optional(),
  name: z.string().optional(),
  value: z.strictObject({ column: z.string(), unit: z.string() }).optional(),
  years: z.strictObject({ unit: z.string() }).optional(),
});

export type Layout = z.output<typeof layoutSchema>;
export type DateKind = (typeof DATE_KINDS)[number];
