import type { Area, Areas } from '../areas/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import type { Lake } from '../lake/lake.ts';
import { NEWEST, type Vintage } from '../lake/vintages.ts';
import { sumOfParts } from './aggregate.ts';
import type { Feed } from './measure.ts';
import type { Point } from './point.ts';
import { readFeed } from './read-feed.ts';

/** How points are asked for: one split, the days to be covered, and what was known when. */
export interface PointsRequest {
  readonly by?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly vintage?: Vintage | undefined;
}

/** What a feed holds of some areas; an area that it does not name is summed from its parts, if all of them are known. */
export async function pointsOf(
  { lake, areas }: { readonly lake: Lake; readonly areas: Areas },
  feed: Feed,
  asked: readonly Area[],
  request: PointsRequest,
): Promise<Point[]> {
  const question = {
    by: request.by ?? null,
    from: request.from ?? null,
    to: request.to ?? null,
    vintage: request.vintage ?? NEWEST,
  };
  const points = await readFeed(lake, areas, feed, { ...question, areas: asked });
  const known = new Set(points.map((point) => point.area));
  for (const area of asked) {
    if (known.has(area.name)) continue;
    const parts = areas.membersOf(area.name);
    if (parts.length === 0) continue;
    points.push(
      ...sumOfParts(
        area.name,
        await readFeed(lake, areas, feed, { ...question, areas: parts }),
        parts.length,
      ),
    );
  }
  return points;
}
