import {
  compareWithYearBefore,
  outlookInWords,
  turning,
  turningOutlook,
  xmr,
  type Turning,
  type YearOnYear,
} from '../statistics/index.ts';
import { attempt } from './attempt.ts';
import { comparableCounts, comparableFactor } from './comparable-counts.ts';
import { lastDayAt, monthAt, type MonthlySeries } from './monthly-series.ts';
import type { TrendAnswer } from './trend-answer.ts';
import { areaInWords, monthInWords, percentChange, valueInWords } from './words.ts';

/** Three years: long enough to know the season, short enough that an old upheaval does not pass for the present turn. */
export const WINDOW = 36;
/** A turn older than this is history, not "now". */
const RECENT = 12;
const LAST_MONTHS = 3;

/**
 * Is it turning now? One lasting change of level is looked for in the last three years (season, memory and
 * over-dispersion allowed for; 5 % false alarms), and counts as a turn when it began in the last twelve months. The last
 * three months are set beside the same months a year before, and the "plot the dots" rules are reported.
 */
export function turnNow(series: MonthlySeries): TrendAnswer {
  const start = Math.max(0, series.values.length - WINDOW);
  const window = series.values.slice(start);
  const last = series.values.length - 1;
  const found = attempt(() => turning(comparableCounts(window)));
  const yearOnYear = attempt(() => compareWithYearBefore(comparableCounts(series.values), LAST_MONTHS));
  const spc = attempt(() => xmr(window, { better: series.measure.direction }));
  const recentTurn =
    found?.since !== null && found?.since !== undefined && window.length - found.since <= RECENT
      ? found
      : null;
  // A turn of long ago stays one whatever comes next; it is no answer to "now".
  const wouldChange =
    found === null || (found.since !== null && recentTurn === null)
      ? null
      : attempt(() => whatWouldChange(series, window));
  const verdict = verdictOf(found, recentTurn);
  const since =
    recentTurn?.since === undefined || recentTurn.since === null
      ? null
      : monthAt(series, start + recentTurn.since);
  return {
    verdict,
    sentence: sentence(series, { verdict, turn: recentTurn, since, yearOnYear, last }),
    numbers: {
      value: series.values[last] ?? null,
      month: monthAt(series, last).slice(0, 7),
      turn_since: since?.slice(0, 7) ?? null,
      turn_change: recentTurn?.change ?? null,
      turn_lower: recentTurn?.lower ?? null,
      turn_upper: recentTurn?.upper ?? null,
      share_of_unchanged_series_that_show_as_much: found?.falseAlarm ?? null,
      last_three_months: yearOnYear?.recent ?? null,
      same_months_a_year_before: yearOnYear?.before ?? null,
      year_on_year_ratio: yearOnYear?.ratio ?? null,
      year_on_year_lower: yearOnYear?.lower ?? null,
      year_on_year_upper: yearOnYear?.upper ?? null,
      year_on_year: yearOnYear?.verdict ?? null,
      special_cause: spc?.points.at(-1)?.signal ?? null,
      special_cause_variation: spc?.variation ?? null,
      centre: spc?.centre ?? null,
      lower_limit: spc?.lower ?? null,
      upper_limit: spc?.upper ?? null,
      would_change: wouldChange,
      months: window.filter((value) => value !== null).length,
    },
    caveats: [
      `Judged on ${window.filter((value) => value !== null).length} months to ${monthInWords(monthAt(series, last))}; a turn is named only when so much would be seen in at most 5% of series in which nothing changed.`,
      ...(wouldChange === null ? [] : [`What would change this: ${wouldChange}`]),
      ...(found === null ? ['Too few or too even values to look for a turn.'] : []),
      'Recorded crime also changes when recording or reporting does.',
    ],
    used: series.observations.slice(-WINDOW - RECENT),
    from: monthAt(series, start),
    to: lastDayAt(series, last),
  };
}

/** What the next months would have to be for the verdict to be another, in a sentence. */
function whatWouldChange({ measure }: MonthlySeries, window: MonthlySeries['values']): string | null {
  return outlookInWords(turningOutlook(comparableCounts(window)), {
    unit: 'months',
    levelIn: (level) => valueInWords(measure, level / comparableFactor(window)),
    verdictIn: (verdict) =>
      `“${verdict === 'turned-down' ? 'falling' : verdict === 'turned-up' ? 'rising' : IN_WORDS[verdict]}”`,
  });
}

const IN_WORDS = { 'no-signal': 'no turn that can be told from chance', 'too-early': 'too early to say' };

function verdictOf(found: Turning | null, recent: Turning | null): string {
  if (!found || found.verdict === 'too-early') return 'too-early';
  if (!recent) return 'no-signal';
  return recent.verdict === 'turned-down'
    ? 'falling'
    : recent.verdict === 'turned-up'
      ? 'rising'
      : 'no-signal';
}

interface Told {
  readonly verdict: string;
  readonly turn: Turning | null;
  readonly since: string | null;
  readonly yearOnYear: YearOnYear | null;
  readonly last: number;
}

function sentence(series: MonthlySeries, { verdict, turn, since, yearOnYear, last }: Told): string {
  const { measure, area } = series;
  const value = series.values[last];
  const now =
    value === null || value === undefined
      ? ''
      : `${valueInWords(measure, value)} in ${monthInWords(monthAt(series, last))}`;
  const told = {
    falling: `it has turned down since ${since === null ? '' : monthInWords(since)} (${percentChange(1 + (turn?.change ?? 0))})`,
    rising: `it has turned up since ${since === null ? '' : monthInWords(since)} (${percentChange(1 + (turn?.change ?? 0))})`,
    'no-signal': 'no turn that can be told from chance',
    'too-early': 'it is too early to tell a turn from chance',
  }[verdict];
  const compared = yearOnYear?.ratio
    ? `; the last three months together were ${percentChange(yearOnYear.ratio)} on the same months a year before (95% interval ${percentChange(yearOnYear.lower)} to ${yearOnYear.upper === null ? 'no limit' : percentChange(yearOnYear.upper)})`
    : '';
  return `${measure.title} in ${areaInWords(area)}: ${now}; ${told ?? verdict}${compared}.`;
}
