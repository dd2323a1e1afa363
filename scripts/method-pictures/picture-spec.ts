import { z } from 'zod';
import data from './method-pictures.json' with { type: 'json' };

const options = z.record(z.string(), z.union([z.string(), z.number()]));

const schema = z.strictObject({
  /** Options that the example is run with. */
  options,
  /** Another run on the same example, where the answer of the method itself is a single test. */
  run: z.strictObject({ method: z.string(), options }).optional(),
  draw: z.enum(['line', 'rows', 'ranked']),
  title: z.string(),
  unit: z.enum(['count', 'proportion', 'number', 'per-1000']),
  /** Keys of the answer: the list drawn, and what a row is named by and shows. Without a list each answer is a row. */
  path: z.string().optional(),
  name: z.string().optional(),
  nameOf: z.array(z.string()).optional(),
  nameWords: z.string().optional(),
  namesFrom: z.string().optional(),
  value: z.string().optional(),
  /** Rows from single keys: words, value, lower, upper. */
  scalars: z.array(z.array(z.string())).optional(),
  intervalName: z.string().optional(),
  skip: z.string().optional(),
  top: z.number().optional(),
  times: z.number().optional(),
  average: z.string().optional(),
  /** Lines: the key of points with limits, of forecasts, and of the dates to mark. */
  points: z.string().optional(),
  forecasts: z.string().optional(),
  mark: z.string().optional(),
  markFrom: z.string().optional(),
  markReason: z.string().optional(),
});

export type PictureSpec = z.infer<typeof schema>;

/** What is drawn for each method. */
export const PICTURES: ReadonlyMap<string, PictureSpec> = new Map(
  Object.entries(z.record(z.string(), schema).parse(data)),
);
