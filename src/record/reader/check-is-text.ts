import { BadInputError } from '../../foundation/errors.ts';

const KNOWN: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a Word, OpenDocument or ZIP file'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word file'],
  ['{\\rtf', 'a rich-text file'],
];
const SHARE_OF_NONSENSE = 0.01;

/**
 * Refuses what is not readable text before anything else looks at it.
 * @throws BadInputError when the text is empty or is a binary file's content.
 */
export function checkIsText(text: string, file: string): void {
  if (text.replace(/[\s\uFEFF]/g, '') === '') {
    throw new BadInputError('the file is empty.', { file }, 'Give the minutes as text or Markdown.');
  }
  const known = KNOWN.find(([start]) => text.startsWith(start));
  const line = 1 + (text.slice(0, Math.max(0, text.search(/[\0\uFFFD]/))).match(/\n/g)?.length ?? 0);
  if (known !== undefined || text.includes('\0') || nonsense(text) > SHARE_OF_NONSENSE) {
    const what = known === undefined ? 'not text' : `${known[1]}, not text`;
    throw new BadInputError(
      `this is ${what}.`,
      { file, line },
      'Save the minutes as plain text (UTF-8) or Markdown and read that.',
    );
  }
}

/** Share of characters that no text holds: control characters, and bytes that could not be decoded. */
function nonsense(text: string): number {
  return (text.match(/[^\P{C}\s\p{Cf}]|\uFFFD/gu)?.length ?? 0) / text.length;
}
