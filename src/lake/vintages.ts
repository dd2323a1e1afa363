import type { IsoDate } from '../foundation/iso-date.ts';
import { addDays } from '../foundation/iso-date.ts';
import type { Release } from './release.ts';

/** Which release answers for a span of time: `from` and `to` are days, both included; null means no limit. */
export interface Span {
  readonly release: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Newest: what we know now. Earliest: what was said first. Known-on: the newest of those published by a day. */
export type Vintage =
  | { readonly kind: 'newest' }
  | { readonly kind: 'earliest' }
  | { readonly kind: 'known-on'; readonly date: IsoDate };

export const NEWEST: Vintage = { kind: 'newest' };

/**
 * Chooses, scope by scope and day by day, the release that is in force. Releases of one scope that overlap
 * in time are vintages of the same publication: the one published last wins (or first, for `earliest`), and
 * among equals the one imported last. A release that covers no stated time answers for its whole scope.
 */
export function spansInForce(releases: readonly Release[], vintage: Vintage = NEWEST): Span[] {
  const scopes = Map.groupBy(
    releases.filter((release) => isKnown(release, vintage)),
    (release) => release.scope,
  );
  return [...scopes.values()].flatMap((members) => spansOfScope(members, vintage));
}

function isKnown(release: Release, vintage: Vintage): boolean {
  if (vintage.kind !== 'known-on') return true;
  return release.published !== null && release.published <= vintage.date;
}

function spansOfScope(members: readonly Release[], vintage: Vintage): Span[] {
  const ranked = members.toSorted(byPublication);
  if (vintage.kind === 'earliest') ranked.reverse();
  const dated = ranked.filter((release) => release.from !== null && release.to !== null);
  const undated = ranked.filter((release) => release.from === null || release.to === null);
  const timeless = undated.slice(0, 1).map((release) => ({ release: release.release, from: null, to: null }));

  // Walk the days on which coverage changes; on each stretch the best-ranked release that covers it wins.
  const edges = [
    ...new Set(dated.flatMap(({ from, to }) => (from && to ? [from, addDays(to, 1)] : []))),
  ].toSorted();
  const spans: Span[] = [];
  for (const [index, start] of edges.entries()) {
    const next = edges[index + 1];
    if (next === undefined) break;
    const winner = dated.find(({ from, to }) => from !== null && to !== null && from <= start && start <= to);
    if (!winner) continue;
    const last = spans.at(-1);
    const end = addDays(next, -1);
    if (last && last.release === winner.release && last.to !== null && addDays(last.to, 1) === start) {
      spans[spans.length - 1] = { ...last, to: end };
    } else {
      spans.push({ release: winner.release, from: start, to: end });
    }
  }
  return [...timeless, ...spans];
}

/** Best first: published last, then imported last. */
export function byPublication(a: Release, b: Release): number {
  return (
    (b.published ?? '').localeCompare(a.published ?? '') ||
    b.imported_at.localeCompare(a.imported_at) ||
    b.release.localeCompare(a.release)
  );
}

/**
 * The release that a new one replaces: of the same scope, covering any of the same days, and not published later; the
 * newest of those.
 */
export function superseded(
  releases: readonly Release[],
  { scope, from, to, published }: Pick<Release, 'scope' | 'from' | 'to' | 'published'>,
): string | null {
  const overlaps = (release: Release): boolean =>
    from === null ||
    to === null ||
    release.from === null ||
    release.to === null ||
    (release.from <= to && from <= release.to);
  const earlier = releases.filter(
    (release) =>
      release.scope === scope && overlaps(release) && (release.published ?? '') <= (published ?? ''),
  );
  return earlier.toSorted(byPublication)[0]?.release ?? null;
}
