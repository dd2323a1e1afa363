import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { BadInputError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { sentences } from '../reader/sentences.ts';
import { catalogueSchema, type claimSchema } from './claim-schema.ts';
import type { Claim, ClaimCatalogue } from './claim-types.ts';

/** Where in the catalogue a path of keys is. */
type Locate = (path: readonly PropertyKey[]) => { readonly file: string; readonly line: number };

/**
 * Reads a catalogue of claims (`records/DATE.claims.yaml`) and binds each to its place in the record it is about.
 * @throws BadInputError naming the line: a key that is wrong, an id given twice, a paragraph that the record does not
 *   have, a text that does not stand in its paragraph exactly once, or a sentence of the record that no claim covers.
 */
export function readClaims(text: string, file: string, record: ReadRecord): ClaimCatalogue {
  const { value, locate } = parse(text, file);
  const result = catalogueSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new BadInputError(
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}.`,
      locate(issue?.path ?? []),
      'See the notes at the head of records/2023-08-31.claims.yaml.',
    );
  }
  if (result.data.record !== record.date) {
    throw new BadInputError(
      `these are claims of the record of ${result.data.record}, not of ${record.date}.`,
      locate(['record']),
      'Give the catalogue that belongs to the record.',
    );
  }
  const paragraphs = new Map(
    record.items.flatMap((item) => item.paragraphs).map((one) => [one.ref, one.text]),
  );
  const claims = result.data.claims.map((entry, at) =>
    bind(entry, paragraphs, (key) => locate(['claims', at, key])),
  );
  claims.forEach(({ id }, at) => {
    if (claims.findIndex((other) => other.id === id) === at) return;
    throw new BadInputError(
      `the id "${id}" is given twice.`,
      locate(['claims', at, 'id']),
      'Give each claim a name of its own.',
    );
  });
  refuseUncovered(claims, paragraphs, file);
  return { record: record.date, claims };
}

function parse(text: string, file: string): { value: unknown; locate: Locate } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    throw new BadInputError(
      `not YAML: ${fault.message.split('\n')[0] ?? ''}`,
      { file, line },
      'Correct that line.',
    );
  }
  return { value: document.toJS(), locate: (path) => ({ file, line: lineOf(document, lines, path) }) };
}

function bind(
  entry: z.infer<typeof claimSchema>,
  paragraphs: ReadonlyMap<string, string>,
  locate: (key: string) => ReturnType<Locate>,
): Claim {
  const { id, paragraph: ref, text, kind, question, needs = null, note = null } = entry;
  const paragraph = paragraphs.get(ref);
  if (paragraph === undefined) {
    const near = nearest(ref, paragraphs.keys());
    const advice = near === null ? 'Correct the number.' : `Did you mean ${near}?`;
    throw new BadInputError(`the record has no paragraph ${ref}.`, locate('paragraph'), advice);
  }
  const start = paragraph.indexOf(text);
  if (start === -1) {
    const advice = `Copy it word for word from the paragraph: "${paragraph}".`;
    throw new BadInputError(
      `this text does not stand in paragraph ${ref}: "${text}".`,
      locate('text'),
      advice,
    );
  }
  if (paragraph.includes(text, start + 1)) {
    throw new BadInputError(
      `this text stands twice in paragraph ${ref}: "${text}".`,
      locate('text'),
      'Give more of the sentence.',
    );
  }
  return { id, paragraph: ref, text, start, end: start + text.length, kind, question, needs, note };
}

/** A sentence without a claim would look checked when nobody looked at it. */
function refuseUncovered(
  claims: readonly Claim[],
  paragraphs: ReadonlyMap<string, string>,
  file: string,
): void {
  for (const [ref, text] of paragraphs) {
    const own = claims.filter((claim) => claim.paragraph === ref);
    const bare = sentences(text).find(
      ({ start, end }) => !own.some((claim) => claim.start < end && claim.end > start),
    );
    if (bare !== undefined) {
      throw new BadInputError(
        `no claim covers this sentence of paragraph ${ref}: "${bare.text}".`,
        { file },
        'Add a claim for it; one that cannot be checked says so under "needs".',
      );
    }
  }
}

/** The line of the deepest part of a path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as
      { range?: readonly number[] | null } | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}
