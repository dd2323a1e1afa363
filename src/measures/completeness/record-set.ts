import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { TABLE_NAMES } from '../../lake/tables.ts';

const name = z.string().regex(/^[a-z][a-z-]*$/, 'lower-case words joined by "-"');
const text = z.string().trim().min(1);
const words = z.array(text).default([]);

const field = z.strictObject({
  id: name,
  title: text,
  column: z.string().regex(/^[a-z_]+$/, 'the name of a column'),
  where: text.default('true'),
  'not-stated': words,
  refused: words,
  unknown: words,
  missing: words,
  conflicts_with: z.strictObject({ column: text, grouping: name, among: z.array(text).min(2) }).optional(),
});

const schema = z.array(
  z.strictObject({
    id: name,
    title: text,
    records: text,
    table: z.enum(TABLE_NAMES),
    sources: z.array(name).min(1),
    where: text.default('true'),
    weight: text.default('count(*)'),
    standing: text,
    by: z.record(name, z.union([text, z.strictObject({ grouping: name })])).default({}),
    notes: z.array(text).default([]),
    fields: z.array(field).min(1),
  }),
);

/** A set of records whose fields may be left blank: the head of `catalogue/completeness.yaml` explains the keys. */
export type RecordSet = z.output<typeof schema>[number];

export type RecordField = RecordSet['fields'][number];

/**
 * Reads `catalogue/completeness.yaml`.
 * @throws BadInputError naming the line and the key that is wrong
 */
export function loadRecordSets(catalogueDir: string): readonly RecordSet[] {
  return readYaml(join(catalogueDir, 'completeness.yaml'), schema);
}
