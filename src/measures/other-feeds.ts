import type { Area, Areas } from '../areas/index.ts';
import { addDays, type IsoDate } from '../foundation/iso-date.ts';
import type { Lake } from '../lake/lake.ts';
import { NEWEST, spansInForce, type Vintage } from '../lake/vintages.ts';
import { notedNow } from '../lake/watch.ts';
import { forceOf } from './force-of.ts';
import type { Feed, Measure } from './measure.ts';
import type { Point } from './point.ts';

interface Asked {
  readonly areas: readonly Area[];
  readonly to?: string | undefined;
  readonly vintage?: Vintage | undefined;
}

/**
 * Tells that another source of a measure holds months after those of the one that answered. The two are never joined: the
 * reader is told where to find the rest.
 */
export function otherFeeds(
  context: { readonly lake: Lake; readonly areas: Areas },
  measure: Measure,
  found: { readonly feed: Feed; readonly points: readonly Point[] },
  asked: Asked,
): string[] {
  const last = found.points.reduce<IsoDate>(
    (latest, { to }) => (to > latest ? to : latest),
    found.points[0]?.to ?? ('0000-01-01' as IsoDate),
  );
  const own = found.feed.kind === 'table' ? found.feed.source : null;
  const names = asked.areas.map(({ name }) => name);
  const question = JSON.stringify(['other feeds', measure.feeds, own, last, names, asked.to, asked.vintage]);
  return notedNow(question, () => laterElsewhere(context, measure, own, last, asked));
}

function laterElsewhere(
  { lake, areas }: { readonly lake: Lake; readonly areas: Areas },
  measure: Measure,
  own: string | null,
  last: IsoDate,
  asked: Asked,
): string[] {
  const forces = new Set(asked.areas.map((area) => forceOf(area, areas)));
  const notes = measure.feeds.flatMap((feed) => {
    if (feed.kind !== 'table' || feed.source === own) return [];
    const held = lake
      .releases()
      .filter((each) => each.table === feed.table && each.source === feed.source)
      .filter(({ force }) => !force || forces.has(force));
    const later = spansInForce(held, asked.vintage ?? NEWEST).flatMap(({ from, to }) => {
      if (from === null || to === null || to <= last) return [];
      const begins = from > last ? from : addDays(last, 1);
      return asked.to !== undefined && begins > asked.to ? [] : [{ from: begins, to }];
    });
    const first = later.map(({ from }) => from).toSorted()[0];
    const end = later
      .map(({ to }) => to)
      .toSorted()
      .at(-1);
    if (first === undefined || end === undefined) return [];
    return [
      `Another source, ${feed.source}, holds ${first.slice(0, 7)} to ${end.slice(0, 7)}. It is not joined to this one: ask for that time by itself.`,
    ];
  });
  return [...new Set(notes)];
}
