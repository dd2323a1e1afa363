import type { SheetClaim, SheetPart } from './sheet.ts';

/**
 * Cuts a paragraph into the words of its claims and the words between them; joined again they are the paragraph. Of two
 * claims about the same words the first keeps them.
 */
export function paragraphParts(text: string, claims: readonly SheetClaim[]): SheetPart[] {
  const parts: SheetPart[] = [];
  let done = 0;
  for (const claim of claims.toSorted((a, b) => a.start - b.start)) {
    if (claim.start < done || claim.end <= claim.start || claim.end > text.length) continue;
    if (claim.start > done) parts.push({ text: text.slice(done, claim.start), claim: null });
    parts.push({ text: text.slice(claim.start, claim.end), claim });
    done = claim.end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), claim: null });
  return parts;
}
