import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { FEWEST_EACH_SIDE } from './change/change-model.ts';
import { prepareChangeScan, type ChangeFound } from './change/change-scan.ts';
import { falseAlarmShare, plainDrift } from './change/false-alarms.ts';
import { toCounts, type Series } from './series.ts';
import { StatisticsError } from './statistics-error.ts';

export type TurningVerdict = 'turned-down' | 'turned-up' | 'no-signal' | 'too-early';

export interface TurningOptions {
  /** Which way is asked about; both when left out. A turn the other way is then no signal. */
  readonly direction?: 'down' | 'up';
  /** Share of unchanged series in which a turn may be reported. */
  readonly falseAlarm?: number;
  /** Periods in a season: 12 for months. 1 means that there is none. */
  readonly period?: number;
}

export interface Turning {
  readonly verdict: TurningVerdict;
  /** Index of the first value at the new level; null without a turn. */
  readonly since: number | null;
  /** Change of the level as a fraction of the level before: −0.15 is a fall by 15 %. Null without a turn. */
  readonly change: number | null;
  /** Limits of the change at 95 %. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Share of unchanged series that would show as much. */
  readonly falseAlarm: number;
  /** One sentence, in words, without dates: `since` is counted in points. */
  readonly reading: string;
}

/** Two years: below this no season can be told from a change. */
const FEWEST_YEARS = 2;

/**
 * Is a count turning down (or up)? Looks for one lasting change of level at an unknown time, with the season, the
 * memory from month to month and the over-dispersion of the series taken into account, and says *turned* only when so
 * much would be seen in no more than `falseAlarm` of series in which nothing changed.
 *
 * Counts are put on the scale 2√(y + ⅜), on which Poisson noise has the same size at every level, however many times
 * it is multiplied (Anscombe 1948). The statistic is the evidence for one change of level against none or a steady drift,
 * averaged over seasons and memories (`prepareChangeScan`); how often an unchanged series scores as high comes from a
 * table made by simulation. A steady drift is not a turn: a drift that describes the series better than a change gives
 * *no-signal*.
 * 'too-early' is said with less than two seasons of values, or when the latest months lean the way asked about, but no
 * further than chance would carry many an unchanged series. The size of a change that was picked as the largest of
 * many is, on average, a little overstated.
 *
 * @throws StatisticsError for negative counts, a constant series, or a bad option
 */
export function turning(counts: Series, options: TurningOptions = {}): Turning {
  const { floats, times, asked } = checkedTurning(counts, options);
  return prepareTurning(times, asked)(Float64Array.from(times, (time) => floats[time] ?? 0));
}

/** Counts and options as `turning` needs them. */
export function checkedTurning(counts: Series, options: TurningOptions) {
  const { direction, falseAlarm = 0.05, period = 12 } = options;
  if (!(falseAlarm > 0 && falseAlarm <= 0.5)) {
    throw new StatisticsError(
      'bad-option',
      `A false-alarm rate of ${falseAlarm} is of no use.`,
      'Give 0.05, or up to 0.5.',
    );
  }
  if (!(Number.isInteger(period) && period >= 1 && period <= 366)) {
    throw new StatisticsError(
      'bad-option',
      `A season cannot have ${period} periods.`,
      'Give 12 for months, 1 for none.',
    );
  }
  const floats = toCounts(counts);
  const times = Int32Array.from(floats.keys().filter((index) => !Number.isNaN(floats[index])));
  return { floats, times, asked: { direction, falseAlarm, period } satisfies Asked };
}

/** How many points `turning` needs before it judges. */
export function fewestForTurning(period: number): number {
  return Math.max(12, FEWEST_YEARS * period);
}

/** The question made ready for counts seen at `times` (whole periods, rising), whatever they are. Options are not checked. */
export function prepareTurning(times: Int32Array, asked: Asked): (counts: Float64Array) => Turning {
  const { period } = asked;
  const needed = fewestForTurning(period);
  if (times.length < needed) return () => tooShort(times.length, needed);
  const scan = prepareChangeScan(times, period);
  return (counts) => {
    const values = counts.map((count) => 2 * Math.sqrt(count + 0.375));
    if (values.every((value) => value === values[0]))
      return unchanged(1, 'Every value is the same: there is no turn.');
    const found = scan.run(values);
    return judge(found, falseAlarmShare(found.score, times.length, period), { ...asked, values, times });
  };
}

interface Asked {
  readonly direction: 'down' | 'up' | undefined;
  readonly falseAlarm: number;
  readonly period: number;
}

interface Seen extends Asked {
  readonly values: Float64Array;
  readonly times: Int32Array;
}

function judge(found: ChangeFound, rate: number, asked: Seen): Turning {
  const { values, times, direction, falseAlarm, period } = asked;
  const way = found.shift < 0 ? 'down' : 'up';
  const since = times[found.at] ?? 0;
  const size = relativeChange(found, values);
  const after = values.length - found.at;
  const chance = `so much is seen in ${percent(rate)} of series in which nothing changed`;
  if (rate <= falseAlarm && (direction === undefined || direction === way)) {
    const reading = `Turned ${way} ${after} points before the end, by ${percent(Math.abs(size.change))} (${chance}).`;
    return { verdict: `turned-${way}`, since, ...size, falseAlarm: rate, reading };
  }
  if (rate > falseAlarm && found.driftScore > plainDrift(values.length, period)) {
    return unchanged(rate, 'A steady drift describes the series better than a turn does.');
  }
  const leans = Math.abs(found.shift) > 1.96 * found.standardError && after <= 2 * FEWEST_EACH_SIDE;
  if (leans && rate <= 0.5 && rate > falseAlarm && (direction === undefined || direction === way)) {
    const reading = `The last ${after} points lean ${way}, but ${chance}: too early to say.`;
    return { ...unchanged(rate, reading), verdict: 'too-early' };
  }
  return unchanged(
    rate,
    `No turn ${direction === undefined ? '' : `${direction} `}can be told from chance (${chance}).`,
  );
}

/** The change on the scale of counts: levels are squares on the working scale. */
function relativeChange({ shift, standardError, at }: ChangeFound, values: Float64Array) {
  const before = values.subarray(0, at).reduce((sum, value) => sum + value, 0) / at;
  const reach = tQuantile(0.975, Math.max(1, values.length - 2)) * standardError;
  const ratio = (height: number) => (Math.max(0, before + height) / before) ** 2 - 1;
  return { change: ratio(shift), lower: ratio(shift - reach), upper: ratio(shift + reach) };
}

function tooShort(have: number, needed: number): Turning {
  return {
    ...unchanged(1, `Only ${have} points; ${needed} are needed to tell a turn from the season.`),
    verdict: 'too-early',
  };
}

function unchanged(falseAlarm: number, reading: string): Turning {
  return { verdict: 'no-signal', since: null, change: null, lower: null, upper: null, falseAlarm, reading };
}

function percent(share: number): string {
  const value = 100 * share;
  return `${value < 1 ? value.toFixed(1) : Math.round(value)} %`;
}
