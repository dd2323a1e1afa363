import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import { binomial } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { csv, REMARK } from '../output/mark.ts';
import type { CrimeCounts } from '../world/crime-counts.ts';
import type { Offence } from '../world/offences.ts';
import type { Place } from '../world/places.ts';
import { indexOf, type Planted } from '../world/planted.ts';

/** Each edition comes in two files: the last 24 months, and those before. */
const RECENT = 24;

interface World {
  readonly plan: DemoPlan;
  readonly planted: Planted;
  readonly counts: CrimeCounts;
  readonly offences: readonly Offence[];
  readonly boroughs: readonly Place[];
}

/** An edition of the Metropolitan Police's table of recorded crime: which layout it has, and the last month that it holds. */
export interface Edition {
  readonly folder: string;
  readonly layout: 'older' | 'newer';
  readonly last: string;
}

/**
 * Recorded crime by borough, wide, a column for each month. The older layout writes labels with small letters and counts
 * stalking within violence without injury; the newer has capitals, and stalking by itself. The latest months of an edition may
 * lack crimes that are recorded late, where that is planted.
 */
export function writeBoroughTables(files: FileSet, { folder, layout, last }: Edition, world: World): void {
  const end = indexOf(last) + 1;
  const start = Math.max(0, end - RECENT);
  const names =
    layout === 'older'
      ? (['borough-historical.csv', 'borough-recent.csv'] as const)
      : (['mps_borough_historical.csv', 'mps_borough_recent.csv'] as const);
  for (const [name, from, to] of [
    [names[0], 0, start],
    [names[1], start, end],
  ] as const) {
    const months = ALL_MONTHS.slice(from, to).map((month) => month.slice(0, 7).replace('-', ''));
    const header = [
      'MajorText',
      'MinorText',
      layout === 'older' ? 'LookUp_BoroughName' : 'BoroughName',
      ...months,
    ];
    const lines = world.boroughs.flatMap((borough) =>
      rowsOf(world, layout).map(({ labels, parts }) => {
        const cells = ALL_MONTHS.slice(from, to).map((_, index) =>
          parts.reduce((sum, at) => sum + published(world, borough, at, from + index, end), 0),
        );
        return [...labels.map(csv), borough.name, ...cells].join(',');
      }),
    );
    files.write(`${folder}/${name}`, `${REMARK}\n${header.join(',')}`, lines);
  }
}

/** The rows of a layout: their labels, and the places of the offences that they add up. */
function rowsOf(
  { offences }: World,
  layout: Edition['layout'],
): readonly { readonly labels: readonly string[]; readonly parts: readonly number[] }[] {
  return offences.flatMap(({ id, major, minor, later, within }, at) => {
    if (major === undefined || minor === undefined) return [];
    if (layout === 'newer')
      return [{ labels: [major.toUpperCase(), (later ?? minor).toUpperCase()], parts: [at] }];
    if (within !== undefined) return [];
    const inside = offences.flatMap((each, index) => (each.within === id ? [index] : []));
    return [{ labels: [major, minor], parts: [at, ...inside] }];
  });
}

/** A count as an edition has it, that holds months up to `end`. */
function published(
  { plan, planted: { revision }, counts, offences }: World,
  borough: Place,
  offence: number,
  month: number,
  end: number,
): number {
  const count = counts.of(borough, month)[offence] ?? 0;
  const late =
    plan.planted &&
    offences[offence]?.id === revision.offence &&
    month >= end - revision.months &&
    end < ALL_MONTHS.length;
  if (!late) return count;
  const random = streamFor(plan.seed, `late/${borough.name}/${month}/${end}`);
  return count - binomial(random, count, revision.missing_at_first);
}
