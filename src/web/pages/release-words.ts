import { dateName } from '../../charts/index.ts';
import type { Release } from '../../lake/release.ts';

/** "April 2020 to March 2023" as days, or "not stated". */
export function covers({ from, to }: Pick<Release, 'from' | 'to'>): string {
  return from === null || to === null ? 'not stated' : `${dateName(from)} to ${dateName(to)}`;
}

const BASIS = { stated: '', given: ', given on import', 'not-before': ' or later' } as const;

/** The day of publication, and how it is known. */
export function published({
  published: day,
  published_basis,
}: Pick<Release, 'published' | 'published_basis'>): string {
  return day === null ? 'not stated' : `${dateName(day)}${BASIS[published_basis]}`;
}
