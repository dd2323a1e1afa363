import { BadInputError } from '../../foundation/errors.ts';
import { isIsoDate, type IsoDate } from '../../foundation/iso-date.ts';

/** Who published the figures of a file, and when: the lines at its head. */
export interface Citation {
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
  readonly address: string;
  readonly published: IsoDate;
  /** `not-before`: the publisher states no day, and `published` is the earliest that it can have been. */
  readonly basis: 'stated' | 'not-before';
  /** Where the figures were taken from, when not from the publisher directly. */
  readonly sources: readonly string[];
  /** What a reader must know before using them. */
  readonly notes: readonly string[];
}

const NEEDED = ['publisher', 'title', 'licence', 'address', 'published'] as const;
const BASIS = 'published-basis';
const ADVICE =
  'Begin the file with the lines "# publisher: …", "# title: …", "# licence: …", "# address: …" and "# published: YYYY-MM-DD".';

/**
 * Reads the lines of citation at the head of a file of figures.
 * @param lines the lines before the header, `#` included
 * @throws BadInputError naming the line that is missing, repeated or wrong
 */
export function readCitation(lines: readonly string[], file: string): Citation {
  const found = new Map<string, string>();
  const more: Record<'source' | 'note', string[]> = { source: [], note: [] };
  for (const [index, line] of lines.entries()) {
    const match = /^#\s*([a-z]+(?:-[a-z]+)*)\s*:\s*(.*)$/i.exec(bare(line));
    const key = match?.[1]?.toLowerCase();
    const text = match?.[2]?.trim() ?? '';
    // Other lines that begin with "#" are remarks.
    if (key === undefined || text === '') continue;
    if (key === 'source' || key === 'note') more[key].push(text);
    else if (found.has(key))
      throw new BadInputError(`"# ${key}:" stands there twice`, { file, line: index + 1 }, 'Leave one out.');
    else found.set(key, text);
  }
  const missing = NEEDED.filter((key) => !found.has(key));
  if (missing.length > 0) {
    const names = missing.map((key) => `"# ${key}:"`).join(', ');
    throw new BadInputError(
      `the citation is not whole: ${names} ${missing.length === 1 ? 'is' : 'are'} missing`,
      { file, line: lines.length + 1 },
      ADVICE,
    );
  }
  const published = found.get('published') ?? '';
  if (!isIsoDate(published))
    throw new BadInputError(`"# published: ${published}" is not a date`, { file }, 'Write it as YYYY-MM-DD.');
  const basis = found.get(BASIS) ?? 'stated';
  if (basis !== 'stated' && basis !== 'not-before') {
    throw new BadInputError(
      `"# ${BASIS}: ${basis}" is neither "stated" nor "not-before"`,
      { file },
      'Leave the line out where the publisher states the day.',
    );
  }
  const text = (key: (typeof NEEDED)[number]): string => found.get(key) ?? '';
  return {
    publisher: text('publisher'),
    title: text('title'),
    licence: text('licence'),
    address: text('address'),
    published,
    basis,
    sources: more.source,
    notes: more.note,
  };
}

/** The lines of a citation, as `readCitation` reads them. */
export function citationLines(citation: Citation): string[] {
  const line = (key: string, text: string): string => `# ${key}: ${text.replaceAll(/\s+/g, ' ').trim()}`;
  return [
    ...NEEDED.map((key) => line(key, citation[key])),
    ...(citation.basis === 'stated' ? [] : [line(BASIS, citation.basis)]),
    ...citation.sources.map((text) => line('source', text)),
    ...citation.notes.map((text) => line('note', text)),
  ];
}

/** A spreadsheet that saves the file hangs commas on these lines and puts quotes around them. */
function bare(line: string): string {
  const cut = line.trim().replace(/[,;\t]+$/, '');
  return /^".*"$/.test(cut) ? cut.slice(1, -1).replaceAll('""', '"') : cut;
}
