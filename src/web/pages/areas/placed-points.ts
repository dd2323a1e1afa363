import type { Release } from '../../../lake/release.ts';
import { spansInForce } from '../../../lake/vintages.ts';

/** How the searches of a force were placed, in a sentence; null where none are held. */
export function placedInWords(releases: readonly Release[], force: string): string | null {
  const searches = releases.filter(({ table, force: of }) => table === 'stop_search' && of === force);
  const inForce = new Set(spansInForce(searches).map(({ release }) => release));
  const used = searches.filter(({ release }) => inForce.has(release));
  if (used.length === 0) return null;
  const rows = used.reduce((total, release) => total + release.rows, 0);
  const placed = used.flatMap(({ places }) => places ?? []);
  const sum = (of: (each: (typeof placed)[number]) => number): number =>
    placed.reduce((total, each) => total + of(each), 0);
  if (placed.length === 0)
    return `${rows.toLocaleString('en-GB')} searches are held, and no outlines to place them by: import boundaries of boroughs or wards.`;
  const share = (count: number): string => `${((count / rows) * 100).toFixed(1)}%`;
  return `Of ${rows.toLocaleString('en-GB')} searches held for the force ${share(sum(({ in_borough }) => in_borough))} are placed in a borough; ${share(sum(({ blank }) => blank))} carry no coordinates and ${share(sum(({ outside }) => outside))} lie outside every outline. Searches without a place are in no borough's figures, so these are too low.`;
}
