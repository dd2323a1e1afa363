import { parse as parseYaml } from 'yaml';
import { BadInputError } from '../../foundation/errors.ts';
import type { Block } from './block.ts';
import { decodeEntities } from './html-entities.ts';
import { textBlocks } from './text-blocks.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const BLOCK_TAG =
  /<\/?(?:p|div|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|br|hr|blockquote|section)\b[^>]*>/gi;
const LIST_ITEM = /<li\b[^>]*>/gi;
const STRONG_OPEN = /<(?:strong|b)\b[^>]*>|<h[1-6]\b[^>]*>/gi;
const STRONG_CLOSE = /<\/(?:strong|b|h[1-6])\s*>/gi;
const OTHER_TAG = /<\/?[a-z][^>]*>|<!--[\s\S]*?-->/gi;
/** Characters of Unicode's private use stand for "strong begins", "strong ends" and "a new element" while tags are removed. */
const STRONG_ON = '\uE001';
const STRONG_OFF = '\uE002';
const ELEMENT = '\uE003';
const STRONG_RUN = /\uE001[^\uE002]*(?:\uE002|$)/g;

/** A Markdown file: its front matter (null when there is none), the text of it, and the blocks that follow. */
export interface MarkdownDocument {
  readonly front: Readonly<Record<string, unknown>> | null;
  readonly frontText: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads Markdown, and the HTML that is often inside it, into blocks.
 * @throws BadInputError when the front matter is not YAML.
 */
export function markdownDocument(text: string, file: string): MarkdownDocument {
  const match = FRONT_MATTER.exec(text);
  const frontText = match?.[1] ?? '';
  const body = text.slice(match?.[0].length ?? 0);
  const firstLine = (match?.[0].split('\n').length ?? 1) - 1;
  return {
    front: match === null ? null : readFront(frontText, file),
    frontText,
    blocks: bodyBlocks(body, firstLine),
  };
}

function readFront(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = parseYaml(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch (error) {
    const line = 1 + lineOfYamlError(error);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new BadInputError(
      `the front matter (between the two lines "---") is not YAML: ${reason}`,
      { file, line },
      'Correct that line; quote a value that holds a colon.',
      { cause: error },
    );
  }
}

function lineOfYamlError(error: unknown): number {
  const found = error as { linePos?: readonly { readonly line: number }[] };
  return found.linePos?.[0]?.line ?? 1;
}

function bodyBlocks(body: string, firstLine: number): Block[] {
  const flat = body
    .replace(STRONG_OPEN, STRONG_ON)
    .replace(STRONG_CLOSE, STRONG_OFF)
    .replace(LIST_ITEM, `${ELEMENT}- `)
    .replace(BLOCK_TAG, ELEMENT)
    .replace(OTHER_TAG, '')
    .replace(
      /\*\*([^*\n]+)\*\*|__([^_\n]+)__/g,
      (_, a?: string, b?: string) => STRONG_ON + (a ?? b ?? '') + STRONG_OFF,
    );
  // An element begins a new block but not a new line of the file: a form feed says so to the reader of plain text.
  return textBlocks(decodeEntities(flat).replaceAll(ELEMENT, '\f')).flatMap((block) =>
    finish(block, block.line + firstLine),
  );
}

function finish(block: Block, line: number): Block[] {
  const bare = block.text.replaceAll(STRONG_ON, '').replaceAll(STRONG_OFF, '');
  const hashes = /^(?:>\s*)*(#{1,6})\s+(.*?)\s*#*$/.exec(bare);
  const text = (hashes?.[2] ?? bare.replace(/^(?:>\s*)+/, '').replace(/^(\d+)\\\./, '$1.'))
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return [];
  const strong = !block.text.replace(STRONG_RUN, '').replace(/[\s:–—-]/g, '');
  const heading = hashes !== null || (block.look === 'plain' && strong);
  return [{ text, line, gap: block.gap, look: heading ? 'heading' : block.look }];
}
