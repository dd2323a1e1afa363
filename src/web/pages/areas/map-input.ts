import type { BoroughMapInput, MapOutline } from '../../../charts/index.ts';
import { spanInWords, type EvidenceContext } from '../../../evidence/index.ts';
import { addMonths, startOfMonth, type IsoDate } from '../../../foundation/iso-date.ts';
import { seriesOf, type Measure, type Observation } from '../../../measures/index.ts';
import { unitOf } from '../measures/words.ts';

/** London, as the boroughs of the Metropolitan Police add up to it: without the City. */
export const WHOLE = 'Metropolitan Police';
const REFERENCE = 'London';

type Input = Omit<BoroughMapInput, 'id' | 'width'>;

/**
 * A map of a measure by borough over its latest year: twelve months together for monthly figures. Null where fewer than three boroughs have
 * a figure.
 */
export async function boroughMapInput(
  context: EvidenceContext,
  measure: Measure,
  outlines: readonly MapOutline[],
  marked: string | null,
  illustrative: boolean,
): Promise<Input | null> {
  const names = context.areas.list('borough').map(({ name }) => name);
  const latest = await latestOf(context, measure, [...names, WHOLE]);
  const boroughs = latest.filter(({ area }) => area !== WHOLE);
  if (boroughs.length < 3) return null;
  const whole = latest.find(({ area }) => area === WHOLE);
  const known = boroughs.filter((each) => each.value !== null);
  const order = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [top, bottom, any] = [order[0], order.at(-1), latest[0]];
  const mark = known.find(({ area }) => area === marked);
  const rank = mark ? order.indexOf(mark) + 1 : null;
  return {
    title:
      rank === null
        ? `Highest in ${top?.area ?? ''}, lowest in ${bottom?.area ?? ''}`
        : `${mark?.area ?? ''} is ${placeInWords(rank, order.length)} of ${order.length} boroughs`,
    subtitle: [
      measure.title,
      measure.kind === 'proportion' ? `per cent ${measure.unit}` : '',
      any ? spanInWords(any.from, any.to) : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    subject: measure.title,
    unit: unitOf(measure),
    // One centre of town far above all others would leave every other area in one class.
    classes: measure.kind === 'proportion' ? 'equal' : 'quantile',
    areas: boroughs.map(({ area, value, lower, upper }) => ({
      name: area,
      value,
      lower,
      upper,
      highlighted: area === marked,
    })),
    ...(outlines.length === 0 ? {} : { outlines }),
    ...(whole?.value === null || whole === undefined || measure.kind === 'count'
      ? {}
      : { reference: { name: REFERENCE, value: whole.value } }),
    illustrative,
    notes: [
      ...(measure.kind === 'count' ? ['Counts, not rates: boroughs differ in size.'] : []),
      ...(measure.kind === 'rate'
        ? ['Per resident; in the centre many more people are there by day than live there.']
        : []),
    ],
  };
}

async function latestOf(
  context: EvidenceContext,
  measure: Measure,
  areas: readonly string[],
): Promise<readonly Observation[]> {
  const monthly = await seriesOf(context, { measure: measure.id, areas, every: 'rolling-12' });
  const usable = monthly.observations.filter(({ value, group }) => value !== null && group === undefined);
  const given =
    usable.length > 0
      ? usable
      : (await seriesOf(context, { measure: measure.id, areas })).observations.filter(
          ({ value, group }) => value !== null && group === undefined,
        );
  const recent = given.filter(({ to }) => to >= addMonths(startOfMonth(lastOf(given) as IsoDate), -24));
  // The latest period that most boroughs have.
  const periods = Map.groupBy(recent, ({ from, to }) => `${to} ${from}`);
  const most = Math.max(0, ...[...periods.values()].map((own) => own.length));
  const [best] = [...periods]
    .filter(([, own]) => own.length >= most * 0.9)
    .toSorted(([a], [b]) => (a < b ? 1 : -1));
  return best?.[1] ?? [];
}

function lastOf(observations: readonly Observation[]): string {
  return observations.reduce((last, { to }) => (to > last ? to : last), '1900-01-31');
}

/** "highest", "2nd highest" … "lowest". */
function placeInWords(rank: number, of: number): string {
  if (rank === 1) return 'highest';
  if (rank === of) return 'lowest';
  const fromBelow = of - rank + 1;
  return rank <= of / 2 ? `${ordinal(rank)} highest` : `${ordinal(fromBelow)} lowest`;
}

function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${count}th`;
  return `${count}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}
