import type { CatalogueEntry } from './entry.ts';

/** The entries that hold every word asked for, in any order and case, anywhere in what they say. No words: all of them. */
export function matching(entries: readonly CatalogueEntry[], asked: string): readonly CatalogueEntry[] {
  const words = fold(asked)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ measure, theme, feeds, breaks, splits }: CatalogueEntry): string {
  return fold(
    [
      measure.id,
      measure.title,
      measure.definition,
      measure.unit,
      measure.standing,
      measure.version,
      theme,
      ...measure.notes,
      ...splits,
      ...breaks.map(({ reason }) => reason),
      ...feeds.flatMap((feed) =>
        feed.kind === 'table' ? [feed.source, feed.title, feed.publisher, feed.table] : [],
      ),
    ].join(' '),
  );
}

/** Small letters without marks, and hyphens as blanks: "stop-and-search" is found by "stop and search". */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('-', ' ');
}
