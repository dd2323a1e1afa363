import { formatFigure, formatValue } from '../words/format-value.ts';
import { standing } from '../words/interval.ts';
import { listOf } from '../../foundation/list-of.ts';
import { sentence } from '../words/sentence.ts';
import type { ComparisonDotsInput } from './input.ts';
import type { ComparedRow } from './prepare.ts';

/** Where the subject stands to each average and area, with its interval where one is given. */
export function comparisonReading(input: ComparisonDotsInput, rows: readonly ComparedRow[]): string {
  const what = input.subject.trim() || 'The measure';
  const subject = rows.find(({ role }) => role === 'subject');
  if (!subject)
    return sentence(`${what}: ${rows.length === 0 ? 'there is nothing to compare' : highest(rows, input)}`);
  const { value } = subject;
  if (value === null) return sentence(`${what}: no figure is available for ${subject.name}`);
  const others = rows.filter((row) => row !== subject && row.value !== null);
  const phrases = others
    .filter(({ isAverage }) => isAverage)
    .map((average) => against(subject, value, average, input));
  const areas = others.filter(({ isAverage }) => !isAverage);
  const higher = areas.filter((area) => (area.value ?? value) > value).map(({ name }) => name);
  const lower = areas.filter((area) => (area.value ?? value) < value).map(({ name }) => name);
  const interval =
    subject.interval === null
      ? ''
      : ` (${input.intervalName ?? 'interval'} ${formatFigure(subject.interval.lower, input.unit)} to ${formatFigure(subject.interval.upper, input.unit)})`;
  const clauses = [
    `${what} in ${subject.name} was ${formatValue(value, input.unit)}${interval}${phrases.length === 0 ? '' : `: ${listOf(phrases, 6)}`}`,
    stand(higher, 'higher'),
    stand(lower, 'lower'),
  ];
  return sentence(clauses.filter((clause) => clause !== '').join('; '));
}

function stand(names: readonly string[], side: 'higher' | 'lower'): string {
  return names.length === 0 ? '' : `${listOf(names, 4)} ${names.length === 1 ? 'is' : 'are'} ${side}`;
}

function against(
  { interval }: ComparedRow,
  value: number,
  average: ComparedRow,
  { unit }: ComparisonDotsInput,
): string {
  const words = {
    above: 'above',
    below: 'below',
    similar: interval === null ? 'equal to' : 'not told apart from',
  };
  const level = average.value ?? value;
  return `${words[standing(value, interval, level)]} ${average.name}${average.unconfirmed ? ' (unconfirmed)' : ''} at ${formatFigure(level, unit)}`;
}

function highest(rows: readonly ComparedRow[], { unit }: ComparisonDotsInput): string {
  const first = rows.find(({ value }) => value !== null);
  return first
    ? `the highest is ${first.name} at ${formatValue(first.value, unit)}`
    : 'no figure is available';
}
