import type { Breaks, SeriesBreak } from '../../../areas/index.ts';
import type { Release } from '../../../lake/release.ts';
import { splitsOf, type Measure } from '../../../measures/index.ts';
import { SOURCES } from '../../../sources/registry.ts';

/** Everything that the catalogue says of one measure. */
export interface CatalogueEntry {
  readonly measure: Measure;
  readonly theme: string;
  /** Where its figures come from, in the order in which they are asked. */
  readonly feeds: readonly CatalogueFeed[];
  readonly breaks: readonly SeriesBreak[];
  /** What it can be split by. */
  readonly splits: readonly string[];
}

/** A feed with the publication behind it. */
export type CatalogueFeed =
  | {
      readonly kind: 'table';
      readonly source: string;
      readonly title: string;
      readonly publisher: string;
      readonly address: string;
      readonly table: string;
      /** The recipe, in SQL. */
      readonly where: string;
      readonly counts: string;
      readonly over: string | null;
      /** How many releases of the source are held. */
      readonly held: number;
    }
  | {
      readonly kind: 'figure';
      /** The name that a line of figures with a citation uses. */
      readonly name: string;
    };

/** Puts a measure together with the publications and the breaks that concern it. */
export function catalogueEntry(
  measure: Measure,
  theme: string,
  breaks: Breaks,
  releases: readonly Release[],
): CatalogueEntry {
  return {
    measure,
    theme,
    feeds: measure.feeds.map((feed): CatalogueFeed => {
      if (feed.kind === 'figure') return { kind: 'figure', name: feed.measure };
      const source = SOURCES.find(({ id }) => id === feed.source);
      return {
        kind: 'table',
        source: feed.source,
        title: source?.title ?? feed.source,
        publisher: source?.publisher ?? '',
        address: source?.address ?? '',
        table: feed.table,
        where: feed.where,
        counts: feed.numerator ?? feed.value ?? '',
        over: feed.denominator,
        held: releases.filter((each) => each.source === feed.source && each.table === feed.table).length,
      };
    }),
    breaks: breaks.concerning(measure.id),
    splits: splitsOf(measure),
  };
}
