import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUpClaim } from '../testing/made-up-sheet.ts';
import { paragraphParts } from './paragraph-parts.ts';

const spans = fc.array(
  fc.record({ start: fc.integer({ min: -2, max: 40 }), end: fc.integer({ min: -2, max: 45 }) }),
  {
    maxLength: 6,
  },
);

test('the parts joined are the paragraph, whatever spans the claims name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), spans, (text, given) => {
      const claims = given.map((span, index) => madeUpClaim(`c${index}`, '', span));
      const parts = paragraphParts(text, claims);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { text: words, claim } of parts)
        if (claim) expect(words).toBe(text.slice(claim.start, claim.end));
    }),
  );
});

test('of two claims about the same words the first keeps them', () => {
  const claims = [
    madeUpClaim('late', '', { start: 3, end: 9 }),
    madeUpClaim('first', '', { start: 0, end: 5 }),
  ];
  expect(paragraphParts('abcdefghij', claims).map(({ text, claim }) => [text, claim?.id])).toEqual([
    ['abcde', 'first'],
    ['fghij', undefined],
  ]);
});
