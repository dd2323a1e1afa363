import type { CatalogueEntry } from './entry.ts';

/** An entry as JSON, with keys that scripts may rely on. */
export function publicEntry({ measure, theme, feeds, breaks, splits }: CatalogueEntry): object {
  return {
    id: measure.id,
    title: measure.title,
    definition: measure.definition,
    definition_version: measure.version,
    theme,
    kind: measure.kind,
    unit: measure.unit,
    per: measure.per,
    direction: measure.direction,
    standing: measure.standing,
    rate: measure.rate,
    rate_of: measure.rateOf,
    comparators: measure.comparators,
    year_starts: measure.yearStarts === 1 ? 'january' : 'april',
    splits,
    notes: measure.notes.map((note) => note.trim()),
    feeds: feeds.map((feed) =>
      feed.kind === 'figure'
        ? { kind: 'figure', measure: feed.name }
        : {
            kind: 'table',
            source: feed.source,
            title: feed.title,
            publisher: feed.publisher,
            address: feed.address,
            table: feed.table,
            where: feed.where.trim(),
            counts: feed.counts.trim(),
            over: feed.over?.trim() ?? null,
            releases_held: feed.held,
          },
    ),
    breaks: breaks.map(({ id, date, until, comparable, status, areas, reason, source }) => ({
      id,
      date,
      until,
      comparable,
      status,
      areas,
      reason: reason.trim(),
      source,
    })),
  };
}
