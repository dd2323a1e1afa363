/** A sentence and where it stands in its paragraph (`end` is one past its last character). */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A full stop after one of these does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|Nos|vs|e\.g|i\.e|etc|cf|approx|Cllr|Supt|Insp|Sgt|[A-Z])\.$/;
const BOUNDARY = /[.!?…]+["”’')\]]*(?=\s+["“‘'([]?[\p{Lu}\p{N}])|\n+/gu;

/** Splits a paragraph into sentences. Together they hold every word of it; the blanks between them belong to none. */
export function sentences(paragraph: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(paragraph.slice(from, end))) continue;
    push(found, paragraph, from, end);
    from = end;
  }
  push(found, paragraph, from, paragraph.length);
  return found;
}

function push(found: Sentence[], paragraph: string, from: number, to: number): void {
  const raw = paragraph.slice(from, to);
  const text = raw.trim();
  if (text === '') return;
  const start = from + raw.indexOf(text);
  found.push({ text, start, end: start + text.length });
}
