import { LineCounter, parseDocument, type Document } from 'yaml';
import { BadInputError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import type { ReadRecord } from '../read-record-types.ts';
import { sentences } from '../reader/sentences.ts';
import { catalogueSchema } from './claim-schema.ts';
import type { Claim, ClaimCatalogue } from './claim-types.ts';

/**
 * Reads a catalogue of claims (`records/DATE.claims.yaml`) and binds each to its place in the record it is about.
 * @throws BadInputError naming the line: a key that is wrong, an id given twice, a paragraph that the record does not
 *   have, a text that does not stand in its paragraph exactly once, or a sentence of the record that no claim covers.
 */
export function readClaims(text: string, file: string, record: ReadRecord): ClaimCatalogue {
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
  const at = (path: readonly PropertyKey[]): { file: string; line: number } => ({
    file,
    line: lineOf(document, lines, path),
  });
  const result = catalogueSchema.safeParse(document.toJS());
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new BadInputError(
      `${where}: ${issue?.message ?? 'wrong'}.`,
      at(issue?.path ?? []),
      'See the notes at the head of records/2023-08-31.claims.yaml.',
    );
  }
  if (result.data.record !== record.date) {
    throw new BadInputError(
      `these are claims of the record of ${result.data.record}, not of ${record.date}.`,
      at(['record']),
      'Give the catalogue that belongs to the record.',
    );
  }
  const paragraphs = new Map(
    record.items.flatMap((item) => item.paragraphs).map(({ ref, text }) => [ref, text]),
  );
  const claims = result.data.claims.map((entry, index): Claim => {
    const place = (key: string): { file: string; line: number } => at(['claims', index, key]);
    if (result.data.claims.findIndex(({ id }) => id === entry.id) !== index) {
      throw new BadInputError(
        `the id "${entry.id}" is given twice.`,
        place('id'),
        'Give each claim a name of its own.',
      );
    }
    const paragraph = paragraphs.get(entry.paragraph);
    if (paragraph === undefined) {
      const near = nearest(entry.paragraph, paragraphs.keys());
      throw new BadInputError(
        `the record has no paragraph ${entry.paragraph}.`,
        place('paragraph'),
        near === null ? 'Correct the number.' : `Did you mean ${near}?`,
      );
    }
    const start = paragraph.indexOf(entry.text);
    if (start === -1) {
      throw new BadInputError(
        `this text does not stand in paragraph ${entry.paragraph}: "${entry.text}".`,
        place('text'),
        `Copy it word for word from the paragraph: "${paragraph}".`,
      );
    }
    if (paragraph.includes(entry.text, start + 1)) {
      throw new BadInputError(
        `this text stands twice in paragraph ${entry.paragraph}: "${entry.text}".`,
        place('text'),
        'Give more of the sentence.',
      );
    }
    const { id, kind, question, needs = null, note = null } = entry;
    return {
      id,
      paragraph: entry.paragraph,
      text: entry.text,
      start,
      end: start + entry.text.length,
      kind,
      question,
      needs,
      note,
    };
  });
  refuseUncovered(claims, paragraphs, file);
  return { record: record.date, claims };
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
