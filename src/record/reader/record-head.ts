import type { ReadRecord } from '../read-record-types.ts';
import type { Block } from './block.ts';
import { decodeEntities } from './html-entities.ts';
import type { MarkdownDocument } from './markdown-blocks.ts';
import { meetingDate } from './meeting-date.ts';
import { readPreamble } from './preamble.ts';
import { readRestatedFront } from './restated-front.ts';
import { seriesFromTitle } from './series-from-title.ts';

/** What a record says of itself before its first item, and what of that found no field. */
export type RecordHead = Pick<
  ReadRecord,
  | 'title'
  | 'date'
  | 'series'
  | 'body'
  | 'attendance'
  | 'apologies'
  | 'restated'
  | 'notice'
  | 'original'
  | 'licence'
  | 'unplaced'
>;

/** The head of minutes as published: read from their first lines, and from the title in front matter where there is one. */
export function publishedHead(document: MarkdownDocument, head: readonly Block[], file: string): RecordHead {
  const { titleText, otherLines } = splitFront(document);
  const found = readPreamble(head, titleText);
  const title = found.title ?? found.series ?? '';
  return {
    title,
    date: meetingDate(title, head, file),
    series: found.series ?? seriesFromTitle(title),
    body: null,
    attendance: found.attendance,
    apologies: found.apologies,
    restated: false,
    notice: null,
    original: null,
    licence: null,
    unplaced: [...otherLines, ...found.unplaced],
  };
}

/** The head of one of our own `records/*.md`: its front matter, and the notice that stands before the first item. */
export function restatedHead(
  front: Readonly<Record<string, unknown>>,
  head: readonly Block[],
  file: string,
): RecordHead {
  const notice = head.map((block) => block.text).join(' ');
  return {
    ...readRestatedFront(front, file),
    apologies: [],
    restated: true,
    notice: notice === '' ? null : notice,
    unplaced: [],
  };
}

/** Front matter of somebody else's site: its title is the title; its other lines belong to no field. */
function splitFront({ front, frontText }: MarkdownDocument): {
  titleText: string | null;
  otherLines: string[];
} {
  const title = front?.['title'];
  const lines = frontText.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (typeof title !== 'string' || title.trim() === '') return { titleText: null, otherLines: lines };
  const at = lines.findIndex((line) => line.startsWith('title:'));
  const titleLine = lines[at] ?? title;
  return {
    titleText: decodeEntities(titleLine.replace(/^title:\s*/, '').replace(/^(["'])(.*)\1\s*$/, '$2')).trim(),
    otherLines: lines.filter((_, index) => index !== at),
  };
}
