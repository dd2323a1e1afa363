import { rankedAreas, type RankedArea } from '../../charts/index.ts';
import { listOf } from '../../foundation/list-of.ts';
import { spanInWords } from '../../evidence/words.ts';
import { chartUnit } from './chart-unit.ts';
import type { Picture, Pictured } from './picture.ts';
import { sourceLine } from './source-line.ts';

/** All areas in their order, with the ranks that chance leaves open and the areas named in the question made to stand out. */
export async function rankPicture({
  context,
  question,
  finding,
  illustrative,
}: Pictured): Promise<Picture | null> {
  const asked = context.measures.require(question.measure);
  const measure = asked.rate === null ? asked : context.measures.require(asked.rate);
  const order = finding.numbers['order'];
  if (!Array.isArray(order) || finding.from === null || finding.to === null) return null;
  const lowFirst = question.highest.length === 0;
  const named = new Set(
    [...question.lowest, ...question.highest].map(
      (name) => context.areas.require(name, question.areaType).name,
    ),
  );
  const areas = (order as readonly Ranked[]).map((each) => ranked(each, order.length, lowFirst, named));
  const count = Math.max(1, named.size);
  const ends = (order as readonly Ranked[]).slice(0, count).map(({ area }) => area);
  const end = lowFirst ? 'lowest' : 'highest';
  const span = spanInWords(finding.from, finding.to);
  return ({ id, width }) =>
    rankedAreas({
      id,
      width,
      illustrative,
      subject: measure.title,
      unit: chartUnit(measure),
      title: `${listOf(ends, 4)} ${ends.length === 1 ? 'was' : 'were'} ${end} in ${span}`,
      subtitle: `${measure.title}, by ${question.areaType}, ${span}`,
      source: sourceLine(context, finding.inputs),
      intervalName: finding.caveats.some((caveat) => caveat.includes('planned sample'))
        ? '95% interval, planned sample assumed'
        : '95% interval',
      zero: measure.kind !== 'proportion',
      areas,
    });
}

/** An area in the order of a finding; ranks count from the end that was asked about. */
interface Ranked {
  readonly area: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rank_lower: number | null;
  readonly rank_upper: number | null;
}

/** The chart counts ranks from the highest, whichever end was asked about. */
function ranked(each: Ranked, all: number, lowFirst: boolean, named: ReadonlySet<string>): RankedArea {
  const { area, value, lower, upper, rank_lower: first, rank_upper: last } = each;
  const fromTop = (rank: number | null): number | null =>
    rank === null ? null : lowFirst ? all + 1 - rank : rank;
  return {
    name: area,
    value,
    lower,
    upper,
    rankLower: fromTop(lowFirst ? last : first),
    rankUpper: fromTop(lowFirst ? first : last),
    highlighted: named.has(area),
  };
}
