import { expect } from 'vitest';
import type { Chart } from '../chart.ts';
import { textWidth } from '../drawing/text-width.ts';

/**
 * What must hold of every chart whatever it was made from: well-formed XML with nothing in it that a caller smuggled
 * in, no number that is none, a name and a description, and a table whose rows fit its columns.
 */
export function expectSound({ svg, table, reading }: Chart): void {
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(reading).not.toMatch(/NaN|Infinity|undefined|null/);
  expect(openElements(svg)).toEqual([]);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="/);
  for (const [, ids] of svg.matchAll(/aria-labelledby="([^"]*)"/g)) {
    for (const id of (ids ?? '').split(' ')) expect(svg.split(` id="${id}"`)).toHaveLength(2);
  }
  expect(reading).toMatch(/\S/);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  for (const cell of table.rows.flat())
    if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
}

const ALLOWED = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'pattern',
  'rect',
  'line',
  'path',
  'circle',
  'g',
  'text',
]);

/** Elements left open at the end; throws at a tag that the charts never write or that closes the wrong one. */
export function openElements(svg: string): string[] {
  const open: string[] = [];
  const rest = svg.replaceAll(
    /<(\/?)([a-z]+)((?: [a-zA-Z:0-9-]+="[^"<>]*")*)(\/?)>/g,
    (_, closes: string, name: string, __, empty: string) => {
      if (!ALLOWED.has(name)) throw new Error(`unexpected element ${name}`);
      if (closes === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      } else if (empty === '') {
        open.push(name);
      }
      return '';
    },
  );
  if (/[<>]/.test(rest)) throw new Error(`stray markup: ${rest.slice(0, 200)}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)) throw new Error('unescaped ampersand');
  return open;
}

/** Pairs of texts in the body of a picture that lie over one another, by the measure that laid them out. */
export function overlappingTexts(svg: string): string[] {
  const boxes = textBoxes(svg);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** Texts in the body of a picture that run over its left or right edge. */
export function textsOutside(svg: string): string[] {
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  return textBoxes(svg)
    .filter(({ left, right }) => left < -1 || right > width + 1)
    .map(({ text }) => text);
}

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textBoxes(svg: string): TextBox[] {
  const body = svg.slice(svg.indexOf('class="sc-body"'), svg.indexOf('class="sc-foot"'));
  return [...body.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const read = (name: string): string => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const [x, y, size] = [Number(read('x')), Number(read('y')), Number(read('font-size'))];
    const weight = read('font-weight') === '600' ? 'bold' : 'regular';
    const width = textWidth(text.replaceAll(/&[a-z#0-9]+;/g, '&'), size, weight);
    const anchor = read('text-anchor');
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return { text, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.18 };
  });
}
