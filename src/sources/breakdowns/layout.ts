import { z } from 'zod';
import { AREA_TYPES } from '../../areas/index.ts';

const columns = z.array(z.string()).min(1);

/** A layout of `catalogue/layouts/breakdowns.yaml`; its head says what the keys mean. */
export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  address: z.url(),
  columns: z.array(z.string()).min(3),
  /** The header must be these columns and nothing else. */
  exactly: z.boolean().optional(),
  /** Columns among those of `columns` that are groups of a wide table and so hold figures. */
  groups: columns.optional(),
  force: z.string().optional(),
  area: z
    .union([
      z.strictObject({
        column: z.string(),
        types: z.array(z.enum(AREA_TYPES)).min(1),
        otherwise: z.string().optional(),
      }),
      z.strictObject({ column: z.string(), code: z.string().optional(), as: z.string() }),
      z.strictObject({ always: z.string(), type: z.enum(AREA_TYPES) }),
    ])
    .optional(),
  period: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['year-ending', 'calendar-year', 'month', 'month-name']), columns }),
    z.strictObject({ kind: z.literal('day'), day: z.iso.date() }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  measures: z.array(z.strictObject({ column: z.string(), name: z.string(), unit: z.string() })).optional(),
  wide: z
    .strictObject({
      as: z.enum(['detail', 'ethnicity', 'ethnicity_detail']),
      name: z.string(),
      unit: z.string(),
      heading: z.string().optional(),
    })
    .optional(),
  measure_by: z.strictObject({ column: z.string(), names: z.record(z.string(), z.string()) }).optional(),
  category: columns.optional(),
  detail: columns.optional(),
  sex: columns.optional(),
  age_group: columns.optional(),
  ethnicity: columns.optional(),
  ethnicity_detail: columns.optional(),
  fold: columns.optional(),
  ignored: columns.optional(),
});

export type Layout = z.output<typeof layoutSchema>;

/** Columns of `breakdown` that a layout fills from columns of the file. */
export const CHARACTERISTICS = [
  'category',
  'detail',
  'sex',
  'age_group',
  'ethnicity',
  'ethnicity_detail',
] as const;
