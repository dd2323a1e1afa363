import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.ts';

function texts(paragraph: string): string[] {
  return sentences(paragraph).map(({ text }) => text);
}

describe('splitting a paragraph into sentences', () => {
  it('splits after a full stop, a question mark, and a closing quotation mark', () => {
    expect(texts('It fell. Did it? He said "yes." Then it rose')).toEqual([
      'It fell.',
      'Did it?',
      'He said "yes."',
      'Then it rose',
    ]);
  });

  it('does not split at abbreviations, initials or decimal points', () => {
    expect(texts('Dr. Byrne of No. 10 saw J. Reed. It was 4.5 times, e.g. Hackney.')).toEqual([
      'Dr. Byrne of No. 10 saw J. Reed.',
      'It was 4.5 times, e.g. Hackney.',
    ]);
  });

  it('splits lists that stand on lines of their own', () => {
    expect(texts('The forces were:\n- Kent\n- Essex')).toEqual(['The forces were:', '- Kent', '- Essex']);
  });

  it('loses nothing but blanks, and says where each sentence stands', () => {
    const piece = fc.constantFrom('A', 'b.', ' ', 'C?', '4.5', '"D."', '\n', 'Mr.', '…');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const paragraph = pieces.join('');
        const found = sentences(paragraph);
        expect(
          found
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(paragraph.replace(/\s/g, ''));
        for (const { text, start, end } of found) expect(paragraph.slice(start, end)).toBe(text);
      }),
    );
  });
});
