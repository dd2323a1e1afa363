import { textWidth } from './text-width.ts';
import type { Weight } from './text-width.ts';

/**
 * Lines of text no wider than a width in pixels. A word that is too long for a line is cut; text that needs more
 * than `most` lines ends in "…" (the whole of it is in the table and the description). Empty text is no line.
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
  most = 6,
): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of pieces(text, fits)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    if (lines.length === most) return cutShort(lines, fits);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As `wrapText`, with lines of like length: no last line of one word. */
export function balancedText(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
  most = 6,
): string[] {
  const widest = wrapText(text, width, size, weight, most);
  if (widest.length < 2 || widest.at(-1)?.endsWith('…') === true) return widest;
  let best = widest;
  for (let share = 0.95; share >= 0.5; share -= 0.05) {
    const lines = wrapText(text, width * share, size, weight, most);
    if (lines.length > widest.length || lines.at(-1)?.endsWith('…') === true) break;
    best = lines;
  }
  return best;
}

/** One line, ended by "…" when it had to be cut. */
export function clipText(text: string, width: number, size: number, weight: Weight = 'regular'): string {
  return wrapText(text, width, size, weight, 1)[0] ?? '';
}

/** Words, with those too long for any line cut into parts that fit. Lazy: a hostile text is read no further than needed. */
function* pieces(text: string, fits: (line: string) => boolean): Generator<string> {
  for (const match of text.slice(0, 5000).matchAll(/\S+/g)) {
    let rest = match[0];
    while (!fits(rest)) {
      const characters = Array.from(rest);
      let take = Math.max(1, Math.floor(characters.length / 2));
      while (take > 1 && !fits(characters.slice(0, take).join(''))) take = Math.floor(take / 2);
      while (take < characters.length && fits(characters.slice(0, take + 1).join(''))) take++;
      if (take >= characters.length) break;
      yield characters.slice(0, take).join('');
      rest = characters.slice(take).join('');
    }
    yield rest;
  }
}

function cutShort(lines: string[], fits: (line: string) => boolean): string[] {
  const characters = Array.from(lines.pop() ?? '');
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return [...lines, `${characters.join('').trimEnd()}…`];
}
