import type { Measure } from '../../../measures/index.ts';
import { SOURCES } from '../../../sources/registry.ts';

/** A publication that would bring missing figures of a measure. */
export interface Filler {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
}

/** The sources that feed a measure, in its own order. */
export function fillers({ feeds }: Pick<Measure, 'feeds'>): Filler[] {
  const ids = new Set(feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : [])));
  return SOURCES.filter(({ id }) => ids.has(id)).map(({ id, title, publisher, address }) => ({
    id,
    title,
    publisher,
    address,
  }));
}
