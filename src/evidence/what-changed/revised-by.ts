import type { Release } from '../../lake/release.ts';
import type { Observation } from '../../measures/index.ts';
import type { StagedFigure } from './figures.ts';

/** Figures that one publication gave, and that another gives now. */
export interface RevisedBy {
  /** Releases that answered then and do not now; blank-separated. */
  readonly releases_then: string;
  readonly releases_now: string;
  readonly published_then: string | null;
  readonly published_now: string | null;
  readonly figures: number;
  readonly figures_changed: number;
  /** First and last day of the figures that it changed. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null where figures cannot be added up (rates, shares). */
  readonly data_revised: number | null;
}

/** What each publication that took the place of another did to the figures, the biggest first. */
export function revisedBy(
  figures: readonly StagedFigure[],
  releases: readonly Release[],
  addsUp: boolean,
): RevisedBy[] {
  const byId = new Map(releases.map((release) => [release.release, release]));
  const pairs = Map.groupBy(
    figures.flatMap((figure) => {
      const pair = replaced(figure.observations.redefined, figure.observations.revised);
      return figure.split === null || pair === null ? [] : [{ figure, ...pair, split: figure.split }];
    }),
    ({ gone, come }) => `${gone.join(' ')} → ${come.join(' ')}`,
  );
  return [...pairs.values()]
    .flatMap((members): RevisedBy[] => {
      const [first] = members;
      if (!first) return [];
      const changed = members.filter(({ split }) => split.data !== 0);
      return [
        {
          releases_then: first.gone.join(' '),
          releases_now: first.come.join(' '),
          published_then: lastPublished(first.gone, byId),
          published_now: lastPublished(first.come, byId),
          figures: members.length,
          figures_changed: changed.length,
          from: changed[0]?.figure.from ?? null,
          to: changed.at(-1)?.figure.to ?? null,
          data_revised: addsUp ? members.reduce((sum, { split }) => sum + split.data, 0) : null,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.data_revised ?? 0) - Math.abs(a.data_revised ?? 0) ||
        b.figures_changed - a.figures_changed,
    );
}

/** The releases that a figure no longer rests on, and those that it rests on now; null where they are the same. */
function replaced(
  before: Observation | null,
  after: Observation | null,
): { readonly gone: readonly string[]; readonly come: readonly string[] } | null {
  if (!before || !after) return null;
  const [old, fresh] = [new Set(before.release.split(' ')), new Set(after.release.split(' '))];
  const gone = [...old].filter((release) => !fresh.has(release)).toSorted();
  const come = [...fresh].filter((release) => !old.has(release)).toSorted();
  return gone.length === 0 && come.length === 0 ? null : { gone, come };
}

function lastPublished(ids: readonly string[], byId: ReadonlyMap<string, Release>): string | null {
  return (
    ids
      .map((id) => byId.get(id)?.published ?? null)
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
