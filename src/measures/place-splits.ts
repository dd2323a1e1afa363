import { TABLES } from '../lake/tables.ts';
import type { Measure } from './measure.ts';

/** What stands for a ward where a row is placed in none: no coordinates, outside every ward held, or no outlines of wards held. */
const NOT_PLACED = 'Not placed';

/**
 * Lets a measure over rows that carry coordinates be split by ward. Where it happened is no part of what is counted, so the version of the
 * definition does not hang on it; a feed that gives the split itself keeps its own.
 */
export function withPlaceSplits(measure: Measure): Measure {
  return {
    ...measure,
    feeds: measure.feeds.map((feed) =>
      feed.kind === 'table' && 'ward' in TABLES[feed.table].columns && feed.value === null
        ? { ...feed, by: { ...feed.by, ward: feed.by['ward'] ?? `coalesce(ward, '${NOT_PLACED}')` } }
        : feed,
    ),
  };
}
