import { attendanceLabel, isNameWithMore } from './attendance.ts';
import type { Block } from './block.ts';
import type { Numbering } from './minutes-body.ts';
import { readNumber } from './numbering.ts';

/** Where the items begin among the blocks, and which numbers the document prints. Null when nothing looks like minutes. */
export function whereBodyStarts(blocks: readonly Block[]): { at: number; numbering: Numbering } | null {
  const numbers = blocks.map((block) => readNumber(block.text));
  // One number with a point may be a figure at the head of a line; paragraphs begin again at .1 under each item.
  const paragraphs = numbers.some((number) => number?.kind === 'paragraph' && number.ref.endsWith('.1'));
  const firstItem = numbers.findIndex(
    (number, at) => number?.kind === 'item' && startsList(blocks, numbers, at),
  );
  const firstParagraph = paragraphs ? numbers.findIndex((number) => number?.kind === 'paragraph') : -1;
  if (firstItem !== -1 || firstParagraph !== -1) {
    const at = Math.min(...[firstItem, firstParagraph].filter((index) => index !== -1));
    return { at, numbering: { items: firstItem !== -1 || paragraphs, paragraphs } };
  }
  const firstHeading = blocks.findIndex((_, at) => opensProse(blocks, at));
  return firstHeading === -1 ? null : { at: firstHeading, numbering: { items: false, paragraphs: false } };
}

/** Marks short lines that stand over sentences as headings, for a document whose headings have no look of their own. */
export function markHeadings(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.look === 'heading')) return blocks;
  return blocks.map((block, at) =>
    opensProse(blocks, at) ? Object.assign({}, block, { look: 'heading' }) : block,
  );
}

/** A first item is number 1, or is followed by a paragraph of its own number ("4. Title", "4.1. Text"), and stands apart. */
function startsList(
  blocks: readonly Block[],
  numbers: readonly ReturnType<typeof readNumber>[],
  at: number,
): boolean {
  const [number, next] = [numbers[at], numbers[at + 1]];
  if (number?.kind !== 'item') return false;
  const leads = next?.kind === 'paragraph' && next.ref.startsWith(`${number.ref}.`);
  return leads || (number.ref === '1' && blocks[at]?.gap === true);
}

/** A short heading that stands over sentences rather than over names. */
function opensProse(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block === undefined || next === undefined || next.look === 'heading') return false;
  if (block.look === 'bullet' || !block.gap || attendanceLabel(block.text) !== null) return false;
  const short = block.text.split(' ').length <= 12 && !/[.;,:]$/.test(block.text);
  return short && /^\p{Lu}/u.test(block.text) && isSentence(next.text) && !isNameWithMore(block.text);
}

function isSentence(text: string): boolean {
  const isTitle = /^(?:minutes|record|notes?) of\b/i.test(text) && !/\b(?:was|were)\b/.test(text);
  return text.split(' ').length >= 6 && /[.:]$/.test(text) && !isTitle;
}
