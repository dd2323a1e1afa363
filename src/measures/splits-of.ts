import type { Feed, Measure } from './measure.ts';

/** The names that a measure can be split by, in the order of its feeds. (Cited figures may know others.) */
export function splitsOf({ feeds }: Pick<Measure, 'feeds'>): readonly string[] {
  return [...new Set(feeds.flatMap(splitsOfFeed))];
}

function splitsOfFeed(feed: Feed): readonly string[] {
  if (feed.kind === 'figure') return Object.keys(feed.by ?? {});
  const over = feed.over;
  const own = [...Object.keys(feed.by), ...Object.keys(feed.parts ?? {})];
  return over === undefined ? own : own.filter((name) => name in over.by);
}
