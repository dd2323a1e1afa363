import type { Area } from '../areas/index.ts';
import type { Feed, Measure } from './measure.ts';
import { MixedSeriesError } from './mixed-series-error.ts';
import { pointsOf, type PointsRequest } from './points-of.ts';

/**
 * Refuses a series of things that were not measured in one way: calls timed by two clocks, a survey asked in two manners. Asked by that very
 * difference, each has a series of its own.
 * @throws MixedSeriesError that names the ways and where each was met
 */
export async function requireAlike(
  context: Parameters<typeof pointsOf>[0],
  measure: Measure,
  feed: Feed,
  areas: readonly Area[],
  request: PointsRequest,
): Promise<void> {
  if (feed.kind === 'figure') return;
  for (const [name, expression] of Object.entries(feed.alike ?? {})) {
    if (request.by === name) continue;
    const { splitsOnly: _, ...whole } = feed;
    const points = await pointsOf(context, { ...whole, by: { [name]: expression } }, areas, {
      ...request,
      by: name,
    });
    const ways = Map.groupBy(points, ({ group }) => group ?? '');
    if (ways.size < 2) continue;
    const met = [...ways].map(([way, own]) => {
      const where = [...new Set(own.map(({ area }) => area))].join(', ');
      const days = own.map(({ from }) => from).toSorted();
      return `"${way}" (${where}, ${days[0]?.slice(0, 7) ?? ''} to ${days.at(-1)?.slice(0, 7) ?? ''})`;
    });
    throw new MixedSeriesError(
      `${measure.id} was not measured in one way: its ${name.replaceAll('-', ' ')} is ${met.join(' and ')}.`,
      `Figures of both are not comparable. Ask for one area or time of each, or \`--by ${name}\`.`,
    );
  }
}
