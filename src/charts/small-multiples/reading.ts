import { highestFirst } from '../comparison-dots/prepare.ts';
import { formatValue } from '../words/format-value.ts';
import { periodName } from '../words/period.ts';
import { sentence } from '../words/sentence.ts';
import type { SmallMultiplesInput } from './input.ts';
import { latestPeriod, type SmallGrid } from './prepare.ts';

/** Highest and lowest in the latest period, and for how many there is no figure then. */
export function multiplesReading({ subject, unit, every }: SmallMultiplesInput, grid: SmallGrid): string {
  const what = subject.trim() || 'The measure';
  const latest = latestPeriod(grid);
  const period = grid.periods[latest];
  const known = grid.lines
    .flatMap(({ name, values }) => {
      const value = values[latest];
      return value === undefined || value === null ? [] : [{ name, value }];
    })
    .toSorted(highestFirst);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || period === undefined) return sentence(`${what}: no figure is available`);
  const when = periodName(period, every).replace(/^year /, 'the year ');
  const say = (value: number): string => formatValue(value, unit);
  const ends =
    known.length === 1
      ? `${what} was ${say(first.value)} in ${first.name} in ${when}`
      : first.value === last.value
        ? `${what} was ${say(first.value)} in all ${known.length} areas in ${when}`
        : `${what} in ${when} was highest in ${first.name} (${say(first.value)}) and lowest in ${last.name} (${say(last.value)})`;
  const missing = grid.lines.length - known.length;
  const gaps =
    missing === 0 ? '' : `; for ${missing} of the ${grid.lines.length} areas no figure is held for it`;
  return sentence(`${ends}${gaps}`);
}
