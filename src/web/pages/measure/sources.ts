import { spanInWords } from '../../../evidence/index.ts';
import type { Release } from '../../../lake/release.ts';
import type { Observation } from '../../../measures/index.ts';

/** A period whose figure has changed since it was first published. */
export interface Revision {
  readonly period: string;
  readonly first: number;
  readonly now: number;
}

/** The releases behind some observations, latest published first. */
export function releasesOf(
  observations: readonly Observation[],
  all: readonly Release[],
): readonly Release[] {
  const used = new Set(observations.flatMap(({ release }) => release.split(' ')));
  return all
    .filter(({ release }) => used.has(release))
    .toSorted(
      (a, b) =>
        (b.published ?? '').localeCompare(a.published ?? '') || (b.to ?? '').localeCompare(a.to ?? ''),
    );
}

/** Releases of one publication, which may be many: a file a month. */
export interface Publication {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Latest published first. */
  readonly releases: readonly [Release, ...Release[]];
}

/** Releases put together by publication. */
export function publicationsOf(releases: readonly Release[]): readonly Publication[] {
  const groups = Map.groupBy(
    releases,
    ({ title, publisher, licence }) => `${title}\u0000${publisher}\u0000${licence}`,
  );
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            title: first.title,
            publisher: first.publisher,
            licence: first.licence,
            releases: [first, ...rest] as const,
          },
        ],
  );
}

/** Periods that two publications give different figures for, latest first. */
export function revisionsOf(now: readonly Observation[], first: readonly Observation[]): readonly Revision[] {
  const before = new Map(first.map((each) => [`${each.from}/${each.to}`, each.value]));
  return now
    .flatMap(({ from, to, value }) => {
      const then = before.get(`${from}/${to}`);
      return typeof then === 'number' && value !== null && then !== value
        ? [{ period: spanInWords(from, to), first: then, now: value }]
        : [];
    })
    .toReversed();
}
