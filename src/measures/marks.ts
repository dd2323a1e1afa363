import type { Flag } from './observation.ts';

const LETTERS = 'cxprbue';

/**
 * Marks that stand in published tables where a figure would, as status flags. "#" and "!" are those of Nomis: withheld as unreliable, and
 * as disclosive. What a programme left as NA is not available, whatever the reason was.
 */
const MARKS: Readonly<Record<string, Flag>> = {
  '#': 'u',
  '!': 'c',
  '*': 'c',
  '-': 'x',
  ':': 'x',
  '..': 'x',
  '[x]': 'x',
  NA: 'x',
  'N/A': 'x',
  z: 'x',
};

/** The flags of a published mark or of our own letters ("pr", or "u1" with the number of a note). */
export function flagsOf(mark: string | null): readonly Flag[] {
  if (mark === null) return [];
  const known = MARKS[mark.trim()];
  if (known !== undefined) return [known];
  return mark.split('').filter((letter) => LETTERS.includes(letter)) as Flag[];
}
