import type { Block } from './block.ts';

const BULLET = /^\s*[-–—•*·▪]\s+/;
const STRAY_BEFORE_NUMBER = /^\s*[-–—•*·▪]\s+(?=(?:\d+\.\d|action\b))/i;

/** The lines of a plain text, without blank lines, page breaks, and bullets that a converter put before paragraph numbers. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const pages = raw.split('\f');
    pages.forEach((part, page) => {
      if (page > 0 || part.trim() === '') gap = true;
      if (part.trim() === '') return;
      blocks.push(toBlock(part, index + 1, gap));
      gap = false;
    });
  });
  return blocks;
}

function toBlock(raw: string, line: number, gap: boolean): Block {
  const numbered = raw.replace(STRAY_BEFORE_NUMBER, '');
  const bullet = BULLET.test(numbered);
  const text = numbered.replace(BULLET, '').replace(/\s+/g, ' ').trim();
  return { text, line, gap, look: bullet ? 'bullet' : 'plain' };
}
