import type { Area, Areas } from '../areas/index.ts';

/** Slug of the force that polices an area, which is how rows and releases name it; null for a region or nation. */
export function forceOf(area: Area, areas: Areas): string | null {
  if (area.type === 'force') return area.slug;
  return areas.list('force').find((force) => areas.membersOf(force.name).includes(area))?.slug ?? null;
}
