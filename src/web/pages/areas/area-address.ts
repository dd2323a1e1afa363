import type { Area } from '../../../areas/index.ts';

/** The address of an area's page. */
export function areaHref({ slug }: Pick<Area, 'slug'>): string {
  return `/areas/${slug}`;
}
