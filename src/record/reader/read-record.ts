import { createHash } from 'node:crypto';
import { BadInputError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import type { ReadItem, ReadRecord, RecordFormat } from '../read-record-types.ts';
import { checkIsText } from './check-is-text.ts';
import { findCommitments } from './commitments.ts';
import { markdownDocument, type MarkdownDocument } from './markdown-blocks.ts';
import { readBody } from './minutes-body.ts';
import { publishedHead, restatedHead } from './record-head.ts';
import { isRestatedFront } from './restated-front.ts';
import { findDates } from './spoken-date.ts';
import { textBlocks } from './text-blocks.ts';
import { markHeadings, whereBodyStarts } from './where-body-starts.ts';

/** What is being read: the format of the text, and the file's name for messages. */
export interface ReadOptions {
  readonly format: RecordFormat;
  readonly file: string;
}

/**
 * Reads minutes into the JSON of `scrutineer record read`. Every word of the text is in exactly one place: a field, or
 * `unplaced` (fields that are derived from others, such as dates, owners and commitments, repeat words).
 * @throws BadInputError when the text is empty, is not text, has no meeting date, or does not look like minutes.
 */
export function readRecord(text: string, { format, file }: ReadOptions): ReadRecord {
  checkIsText(text, file);
  const document = format === 'md' ? markdownDocument(text, file) : plainDocument(text);
  const start = whereBodyStarts(document.blocks);
  if (start === null) throw notMinutes(file);
  const opening = document.blocks.slice(0, start.at);
  const { front } = document;
  const head = isRestatedFront(front)
    ? restatedHead(front, opening, file)
    : publishedHead(document, opening, file);
  const rest = document.blocks.slice(start.at);
  const body = readBody(start.numbering.items ? rest : markHeadings(rest), start.numbering);
  if (body.items.every((item) => item.paragraphs.length === 0)) throw notMinutes(file);
  return {
    ...head,
    previous_meeting: previousMeeting(body.items),
    items: body.items,
    actions: body.actions,
    commitments: findCommitments(body.items, body.actions),
    unplaced: [...head.unplaced, ...body.unplaced],
    source: { file, format, sha256: createHash('sha256').update(text).digest('hex') },
  };
}

function plainDocument(text: string): MarkdownDocument {
  return { front: null, frontText: '', blocks: textBlocks(text.replace(/^\uFEFF/, '')) };
}

/** The meeting whose minutes were agreed: boards that alternate agree the last one of the same series, so only the text knows. */
function previousMeeting(items: readonly ReadItem[]): IsoDate | null {
  for (const { text } of items.flatMap((item) => item.paragraphs)) {
    if (
      !/\b(?:minutes|record|notes?)\b/i.test(text) ||
      !/\b(?:agreed|approved|accepted|confirmed)\b/i.test(text)
    )
      continue;
    const date = findDates(text)[0]?.date;
    if (date !== undefined && date !== null) return date;
  }
  return null;
}

function notMinutes(file: string): BadInputError {
  return new BadInputError(
    'this does not look like minutes: no items with paragraphs were found.',
    { file },
    'Number the items ("1. Minutes") and their paragraphs ("1.1. …"), or put each item under a heading.',
  );
}
