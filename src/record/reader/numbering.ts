import { findDates } from './spoken-date.ts';

/** What the number at the head of a block says it is. */
export type Numbered =
  | { readonly kind: 'paragraph'; readonly ref: string; readonly text: string }
  | { readonly kind: 'item'; readonly ref: string; readonly text: string; readonly labelled: boolean }
  | { readonly kind: 'action'; readonly label: string; readonly numbered: boolean; readonly text: string };

const PARAGRAPH = /^(\d{1,2}(?:\.\d{1,3}){1,2})[.:)]?\s+(\S[\s\S]*)$/;
const ITEM = /^((?:agenda\s+)?item\s+)?(\d{1,2})(?:[.:)]\s*|\s+[–—-]\s+|\s+)((?:\p{L}|\d{4})[\s\S]*)$/iu;
const ACTION =
  /^(actions?(?:\s+(?:point\s+)?(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})?[a-z]?))?)(?:\s*[:.]+|\s+[–—-](?=\s)|(?=\s*$))\s*([\s\S]*)$/i;
/** "Action 3 MPS to share …": a number and a capital are enough. */
const BARE_ACTION = /^((?:Action|ACTION)\s+(\d{1,3}))\s+(\p{Lu}[\s\S]*)$/u;
const LONGEST_TITLE = 120;

/** Reads "2.1. Text", "Action 3: text" and "2. Title"; null when the block begins with none of these. */
export function readNumber(text: string): Numbered | null {
  const paragraph = PARAGRAPH.exec(text);
  if (paragraph) return { kind: 'paragraph', ref: paragraph[1] ?? '', text: paragraph[2] ?? '' };
  const action = ACTION.exec(text) ?? BARE_ACTION.exec(text);
  if (action) {
    const label = (action[1] ?? '').replace(/^action/i, 'Action').replace(/S(?=\s|$)/, 's');
    return { kind: 'action', label, numbered: action[2] !== undefined, text: action[3] ?? '' };
  }
  const item = ITEM.exec(text);
  const title = item?.[3] ?? '';
  // "1 September 2023" on a line of its own is a date, not item 1.
  if (findDates(text)[0]?.start === 0) return null;
  if (item && title.length <= LONGEST_TITLE && !/[.;,]$/.test(title)) {
    // "Item 2: Title" stays whole: the word belongs to the title's line, and no other field has a place for it.
    const labelled = item[1] !== undefined;
    return { kind: 'item', ref: item[2] ?? '', text: labelled ? text : title, labelled };
  }
  return null;
}

/** Page numbers and the like, which a converter leaves in the middle of a paragraph. */
export function isPageFurniture(text: string): boolean {
  return (
    /^(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$/i.test(text) || /^[-–—]\s*\d{1,3}\s*[-–—]$/.test(text)
  );
}
