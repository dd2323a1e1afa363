import { formatFigure, formatValue } from '../words/format-value.ts';
import { monthName, monthsApart, periodName, periodsWord } from '../words/period.ts';
import { parts } from '../../foundation/iso-date.ts';
import { sentence } from '../words/sentence.ts';
import { signalWords } from '../words/variation.ts';
import type { SpcLineInput } from './input.ts';
import type { PreparedPoint, PreparedSeries } from './prepare.ts';

type Known = PreparedPoint & { readonly value: number };

/** How many periods back "recent" goes. */
const RECENT = 12;

/** What the picture shows, in a sentence or two, from the same points. */
export function spcReading(input: SpcLineInput, series: PreparedSeries): string {
  const subject = input.subject.trim() || 'The measure';
  const known = series.points.filter((point): point is Known => point.value !== null);
  const last = known.at(-1);
  if (!last) return sentence(`${subject}: no figure is available for the period shown`);
  const say = (value: number): string => formatValue(value, input.unit);
  const clauses = [
    `${subject} ${input.plural === true ? 'were' : 'was'} ${say(last.value)}${interval(last, input)} in ${inPeriod(last, input)}${last.provisional ? ' (provisional)' : ''}`,
    target(last.value, series, say),
    ...(last.limits
      ? [specialCause(known, last, input), expectedRange(last, input, say)]
      : [extremes(known, input, say)]),
  ];
  const sentences = [
    sentence(clauses.filter((clause) => clause !== '').join('; ')),
    missingSince(series.points, last, input),
    ...series.breaks.map(({ date, text }) =>
      sentence(
        `The series breaks at ${monthName(date)} ${parts(date)[0]}${text.trim() === '' ? '' : ` (${text.trim()})`}: figures on either side do not compare`,
      ),
    ),
  ];
  return sentences.filter((text) => text !== '').join(' ');
}

function inPeriod({ date }: PreparedPoint, { every }: SpcLineInput): string {
  const name = periodName(date, every);
  return name.startsWith('year to') ? `the ${name}` : name;
}

function interval({ interval: range }: Known, { intervalName, unit }: SpcLineInput): string {
  return range === null
    ? ''
    : ` (${intervalName ?? 'interval'} ${formatFigure(range.lower, unit)} to ${formatValue(range.upper, unit)})`;
}

function target(value: number, { target: aim }: PreparedSeries, say: (value: number) => string): string {
  if (aim === null) return '';
  const side = value > aim.value ? 'above' : value < aim.value ? 'below' : 'equal to';
  return aim.label === 'target'
    ? `${side} the target of ${say(aim.value)}`
    : `${side} ${say(aim.value)} (${aim.label})`;
}

function specialCause(known: readonly Known[], last: Known, input: SpcLineInput): string {
  const recent = known.filter(({ middle }) => middle > last.middle - RECENT * monthsApart(input.every));
  const latest = recent.findLast(({ signal }) => signal !== null);
  const span =
    recent.length === 1
      ? `the last ${periodsWord(input.every, 1)}`
      : `the last ${recent.length} ${periodsWord(input.every)}`;
  if (!latest || latest.signal === null) return `no special cause in ${span}`;
  const kind = latest.variation === 'high' || latest.variation === 'low' ? '' : ` (${latest.variation})`;
  const words = signalWords(latest.signal, latest.side);
  return latest === last
    ? `a special cause${kind}: ${words}`
    : `the latest special cause${kind} was in ${inPeriod(latest, input)}: ${words}`;
}

function expectedRange(
  { limits }: Known,
  { every, unit }: SpcLineInput,
  say: (value: number) => string,
): string {
  if (limits === null) return '';
  if (limits.lower === limits.upper) return `the expected range is a single value, ${say(limits.lower)}`;
  const period = periodsWord(every, 1);
  return `the range expected from ${period} to ${period} is ${formatFigure(limits.lower, unit)} to ${say(limits.upper)}`;
}

function extremes(known: readonly Known[], input: SpcLineInput, say: (value: number) => string): string {
  if (known.length < 2) return 'it is the only figure available';
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a));
  if (lowest.value === highest.value)
    return `it was the same in all ${known.length} ${periodsWord(input.every)} available`;
  return `of the ${known.length} ${periodsWord(input.every)} available the lowest was ${say(lowest.value)} (${periodName(lowest.date, input.every)}) and the highest ${say(highest.value)} (${periodName(highest.date, input.every)})`;
}

function missingSince(points: readonly PreparedPoint[], last: Known, { every }: SpcLineInput): string {
  const since = points.filter(({ middle }) => middle > last.middle).length;
  if (since === 1) return `No figure is available for the ${periodsWord(every, 1)} since.`;
  if (since > 0) return `No figure is available for the ${since} ${periodsWord(every, since)} since.`;
  const gaps = points.filter(({ value }) => value === null).length;
  if (gaps === 0) return '';
  return `${gaps} of the ${points.length} ${periodsWord(every)} ${gaps === 1 ? 'has' : 'have'} no figure.`;
}
