import type { Areas } from '../areas/index.ts';
import { addDays, addMonths, type IsoDate } from '../foundation/iso-date.ts';
import type { Release } from '../lake/release.ts';
import { forceOf } from './force-of.ts';
import { joinedTables } from './joined-sql.ts';
import type { TableFeed } from './measure.ts';
import type { Point } from './point.ts';

/**
 * Marks the points of a cohort that has not had its time as provisional: those that ended fewer months than it takes
 * before the last day that the releases held speak of. (Releases of other forces say nothing about one.)
 */
export function markYoung(
  points: readonly Point[],
  feed: TableFeed,
  releases: readonly Release[],
  areas: Areas,
): readonly Point[] {
  const { matures } = feed;
  if (matures === undefined) return points;
  const joined = new Set(joinedTables(feed));
  const own = releases.filter(
    ({ table, source }) => joined.has(table) || (table === feed.table && source === feed.source),
  );
  const lastOf = new Map<string, IsoDate>();
  return points.map((point) => {
    const last = lastOf.get(point.area) ?? lastDay(own, point.area, areas);
    lastOf.set(point.area, last);
    return addMonths(addDays(point.to, 1), matures) > addDays(last, 1)
      ? { ...point, flag: `${point.flag ?? ''}p` }
      : point;
  });
}

const NEVER = '0001-01-01' as IsoDate;

/** The last day that any release about the force of an area, or about no force in particular, speaks of. */
function lastDay(releases: readonly Release[], name: string, areas: Areas): IsoDate {
  const area = areas.resolve(name);
  const slug = area === null ? null : forceOf(area, areas);
  return releases.reduce<IsoDate>(
    (last, { force, to }) => ((!force || force === slug) && to !== null && to > last ? to : last),
    NEVER,
  );
}
