import {
  checkedTurning,
  fewestForTurning,
  prepareTurning,
  type TurningOptions,
  type TurningVerdict,
} from './turning.ts';
import type { Series } from './series.ts';

/** Values to come that would give another verdict. */
export interface TurningOutlook {
  /** How many more points. */
  readonly points: number;
  /** Every one of them at or below, or at or above, the level. */
  readonly side: 'below' | 'above';
  readonly level: number;
  readonly verdict: TurningVerdict;
}

/** How many more points are tried, in turn. */
const AHEAD = [3, 6, 12];
/** Levels beyond half and double the present one are not thought plausible. */
const FARTHEST = 2;
const HALVINGS = 8;
/** Levels between the one found and the farthest at which the verdict must be the same before "or below" is said. */
const CHECKED = 4;

/**
 * What would change the answer of `turning`: the series is carried on at a steady level and judged again, for levels
 * between half and double the median of the last twelve points. Of the levels that give another verdict the nearest is
 * told, for the fewest of 3, 6 and 12 more points; so is each way when nothing has turned. Empty when no such level is
 * found, or the series is too short to be judged.
 *
 * @throws StatisticsError as `turning` does
 */
export function turningOutlook(counts: Series, options: TurningOptions = {}): TurningOutlook[] {
  const { floats, times, asked } = checkedTurning(counts, options);
  if (times.length < fewestForTurning(asked.period)) return [];
  const there = Float64Array.from(times, (time) => floats[time] ?? 0);
  const now = prepareTurning(times, asked)(there);
  const level = median(there.slice(-12));
  if (!(level > 0)) return [];
  const verdictWith = (points: number): ((level: number) => TurningVerdict) => {
    const later = Int32Array.from({ length: points }, (_, i) => floats.length + i);
    const judge = prepareTurning(Int32Array.from([...times, ...later]), asked);
    const longer = new Float64Array(there.length + points);
    longer.set(there);
    return (value) => judge(longer.fill(value, there.length)).verdict;
  };
  const nearest = (
    side: 'below' | 'above',
    isOther: (verdict: TurningVerdict) => boolean,
  ): TurningOutlook[] => {
    for (const points of AHEAD) {
      const verdictAt = verdictWith(points);
      const at = nearestLevel(level, side, (value) => isOther(verdictAt(value)));
      if (at !== null) return [{ points, side, level: at, verdict: verdictAt(at) }];
    }
    return [];
  };
  if (now.verdict === 'turned-down') return nearest('above', (verdict) => verdict !== 'turned-down');
  if (now.verdict === 'turned-up') return nearest('below', (verdict) => verdict !== 'turned-up');
  return [
    ...(asked.direction === 'up' ? [] : nearest('below', (verdict) => verdict === 'turned-down')),
    ...(asked.direction === 'down' ? [] : nearest('above', (verdict) => verdict === 'turned-up')),
  ];
}

/** The level nearest to the present one from which on, up to the farthest, all levels that are tried give the answer. */
function nearestLevel(
  present: number,
  side: 'below' | 'above',
  answers: (level: number) => boolean,
): number | null {
  const whole = side === 'below' ? Math.floor : Math.ceil;
  const farthest = whole(side === 'below' ? present / FARTHEST : present * FARTHEST);
  if (!answers(farthest)) return null;
  let [yes, no] = [farthest, present];
  for (let halving = 0; halving < HALVINGS && Math.abs(yes - no) > 1; halving++) {
    const middle = (yes + no) / 2;
    if (answers(middle)) yes = middle;
    else no = middle;
  }
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, present))) - 2);
  const level = whole(yes / unit) * unit;
  for (let i = 0; i <= CHECKED; i++) if (!answers(level + ((farthest - level) * i) / CHECKED)) return null;
  return level;
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export interface OutlookWords {
  /** What a point is, in the plural. */
  readonly unit?: string;
  readonly levelIn?: (level: number) => string;
  readonly verdictIn?: (verdict: TurningVerdict) => string;
}

const NUMBERS: Readonly<Record<number, string>> = { 3: 'three', 6: 'six', 12: 'twelve' };

/**
 * The outlook in a sentence: "Three more months at or below 1,910 would turn this into 'turned-down'." Null for none.
 */
export function outlookInWords(outlook: readonly TurningOutlook[], words: OutlookWords = {}): string | null {
  const { unit = 'points', levelIn = (level) => level.toLocaleString('en-GB'), verdictIn = quoted } = words;
  if (outlook.length === 0) return null;
  const parts = outlook.map(({ points, side, level, verdict }, i) => {
    const many = NUMBERS[points] ?? String(points);
    const would = i === 0 ? 'would turn this into ' : 'into ';
    return `${many} more ${unit} at or ${side} ${levelIn(level)} ${would}${verdictIn(verdict)}`;
  });
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function quoted(verdict: TurningVerdict): string {
  return `'${verdict}'`;
}
