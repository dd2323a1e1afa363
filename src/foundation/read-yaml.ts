import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BadInputError } from './errors.ts';

/**
 * Reads a YAML file that an analyst edits and checks it against a schema.
 * @throws BadInputError naming the file, the line and the key that is wrong, and what was expected there.
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    const what = fault.message.split('\n', 1)[0] ?? fault.code;
    throw new BadInputError(what, { file, line }, 'Correct the YAML at that line.', { cause: fault });
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const offset = nearestNodeOffset(document, path);
  throw new BadInputError(
    `${path.length === 0 ? 'the whole' : `"${path.join('.')}"`}: ${issue?.message ?? 'not as expected'}`,
    { file, ...(offset === null ? {} : { line: lines.linePos(offset).line }) },
    'Correct that key; the neighbouring entries show the shape.',
    { cause: result.error },
  );
}

/** Where in the text the deepest node on a path stands: a missing key is reported at the entry that lacks it. */
function nearestNodeOffset(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start] = node.range as readonly number[];
      if (start !== undefined) return start;
    }
  }
  return null;
}
