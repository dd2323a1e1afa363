import { formatValue } from '../words/format-value.ts';
import { standing } from '../words/interval.ts';
import type { Interval } from '../words/interval.ts';
import { measurable } from '../words/measurable.ts';
import { sentence } from '../words/sentence.ts';
import type { Side } from '../words/variation.ts';
import type { RankedAreasInput } from './input.ts';

export interface RankedRow {
  readonly name: string;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly ranks: Interval | null;
  /** Told from the first average once many comparisons are allowed for. */
  readonly told: Side | null;
  readonly highlighted: boolean;
  readonly rank: number | null;
}

/** Highest, lowest, and how many areas stand clear of the first average. */
export function rankingReading(input: RankedAreasInput, rows: readonly RankedRow[]): string {
  const what = input.subject.trim() || 'The measure';
  const known = rows.filter((row): row is RankedRow & { value: number } => row.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return sentence(`${what}: no figure is available for any area`);
  const say = (value: number): string => formatValue(value, input.unit);
  const missing = rows.length - known.length;
  const clauses = [
    extremes(what, known.length, first, last, say),
    againstAverage(input, known, say),
    missing === 0 ? '' : `no figure is available for ${missing} of the ${rows.length} areas`,
  ];
  return sentence(clauses.filter((clause) => clause !== '').join('; '));
}

function extremes(
  what: string,
  count: number,
  first: RankedRow & { value: number },
  last: RankedRow & { value: number },
  say: (value: number) => string,
): string {
  if (count === 1) return `${what} was ${say(first.value)} in ${first.name}, the only area with a figure`;
  if (first.value === last.value) return `${what} was ${say(first.value)} in all ${count} areas`;
  return `${what} was highest in ${first.name} (${say(first.value)}) and lowest in ${last.name} (${say(last.value)})`;
}

function againstAverage(
  { averages = [] }: RankedAreasInput,
  known: readonly (RankedRow & { value: number })[],
  say: (value: number) => string,
): string {
  const average = averages[0];
  const level = measurable(average?.value);
  if (!average || level === null) return '';
  // Where the caller has allowed for many comparisons, that answer is read out and not the single intervals.
  const judged = known.some(({ told }) => told !== null);
  const sides = known.map(({ value, interval, told }) =>
    judged
      ? told === 'up'
        ? 'above'
        : told === 'down'
          ? 'below'
          : 'similar'
      : standing(value, interval, level),
  );
  const [above, below] = [
    sides.filter((side) => side === 'above').length,
    sides.filter((side) => side === 'below').length,
  ];
  const clearly = judged
    ? ' beyond what chance explains, the number of comparisons allowed for'
    : known.some(({ interval }) => interval !== null)
      ? ' beyond what chance explains'
      : '';
  return `of ${known.length} areas ${above} ${above === 1 ? 'is' : 'are'} above and ${below} below the figure for ${average.name} (${say(level)})${clearly}`;
}
