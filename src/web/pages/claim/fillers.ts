import type { Measure } from '../../../measures/index.ts';
import { SOURCES } from '../../../sources/registry.ts';

/** A publication that would bring missing figures of a measure. */
export interface Filler {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly address: string;
}

/**
 * Where missing figures would come from: later releases of the publications that answered for the other side, or, where
 * nothing is held at all, the sources that feed the measure and those that publish figures of whole forces.
 */
export function fillers(
  { feeds }: Pick<Measure, 'feeds'>,
  known: readonly Omit<Filler, 'id'>[],
  comparing: boolean,
): Filler[] {
  if (known.length > 0) {
    const once = new Map(known.map((each) => [`${each.publisher} ${each.title}`, each]));
    return [...once].map(([id, { title, publisher, address }]) => ({ id, title, publisher, address }));
  }
  const fed = new Set(feeds.flatMap((feed) => (feed.kind === 'table' ? [feed.source] : [])));
  return SOURCES.filter(
    ({ id, table }) => fed.has(id) || (comparing && table === 'published_figure' && id !== 'figures'),
  ).map(({ id, title, publisher, address }) => ({ id, title, publisher, address }));
}
