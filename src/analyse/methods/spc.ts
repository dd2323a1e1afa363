import { UsageError } from '../../foundation/errors.ts';
import { aboutSpc } from '../../statistics/about/spc.ts';
import { isRatio, spcAuto, spcChart, type ChartOptions } from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Options } from '../options.ts';
import type { Table } from '../table.ts';
import { alongAxis, periodsInYear, placeOf, timeAxis, type TimeAxis } from '../time-axis.ts';

const CHARTS = ['xmr', 'run', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't'] as const;

/** A control chart of one series. */
export const spc: Method = {
  about: aboutSpc,
  columns: ['date', 'value', 'denominator'],
  run(table, options) {
    const chart = options.choice('chart', CHARTS);
    const axis = timeAxis(table);
    const values = alongAxis(axis, table.numbersOrGaps('value'));
    const denominators = denominatorsOf(table, axis, isRatio(chart));
    const shown =
      denominators === null || isRatio(chart)
        ? values
        : values.map((value, i) => over(value, denominators[i] ?? null));
    if (options.choice('adjust', ['none', 'auto']) === 'auto')
      return adjusted(axis, shown, denominators, isRatio(chart), options);
    const found = spcChart(shown, isRatio(chart) ? denominators : null, chartOptions(chart, axis, options));
    const points = found.points.map(({ index, value, centre, lower, upper, signal }) => {
      return { date: axis.dates[index], value, centre, lower, upper, signal };
    });
    const {
      n,
      centre,
      lower,
      upper,
      nearLower,
      nearUpper,
      variation,
      assurance,
      trialLimits,
      rules,
      anhoej,
    } = found;
    return {
      n,
      centre,
      lower,
      upper,
      near_lower: nearLower,
      near_upper: nearUpper,
      points,
      variation,
      assurance,
      chart,
      rules,
      trial_limits: trialLimits,
      longest_run: anhoej.longestRun,
      longest_run_max: anhoej.longestRunMost,
      crossings: anhoej.crossings,
      crossings_min: anhoej.crossingsLeast,
      runs_signal: anhoej.signal,
    };
  },
};

/** Season, drift, memory and small counts are allowed for before anything is judged; no rule set applies. */
function adjusted(
  axis: TimeAxis,
  values: readonly (number | null)[],
  denominators: readonly (number | null)[] | null,
  divide: boolean,
  options: Options,
): Answer {
  const target = options.number('target');
  const series = divide ? values.map((value, i) => over(value, denominators?.[i] ?? null)) : values;
  const found = spcAuto(series, {
    period: options.whole('season', periodsInYear(axis.step), 1, 366),
    better: options.choice('better', ['lower', 'higher', 'neither'], 'neither'),
    falseAlarm: options.level('false-alarm', 0.05),
    ...(target === undefined ? {} : { target }),
  });
  const {
    n,
    centre,
    lower,
    upper,
    variation,
    assurance,
    trialLimits,
    counts,
    season,
    drift,
    memory,
    proposal,
  } = found;
  const near = (limit: number | null) =>
    limit === null || centre === null ? null : centre + ((limit - centre) * 2) / 3;
  return {
    n,
    centre,
    lower,
    upper,
    near_lower: near(lower),
    near_upper: near(upper),
    points: found.points.map(({ index, ...point }) => Object.assign({ date: axis.dates[index] }, point)),
    variation,
    assurance,
    trial_limits: trialLimits,
    adjusted: { counts, season, drift, memory },
    proposal:
      proposal === null
        ? null
        : { rebase: axis.dates[proposal.index], shift: proposal.shift, false_alarm: proposal.falseAlarm },
  };
}

function chartOptions(chart: (typeof CHARTS)[number], axis: TimeAxis, options: Options): ChartOptions {
  const target = options.number('target');
  const fixAfter = options.number('fix-after');
  return {
    chart,
    rules: options.choice('rules', ['nhs', 'western-electric', 'anhoej'], chart === 'run' ? 'anhoej' : 'nhs'),
    screen: !options.flag('no-screen'),
    better: options.choice('better', ['lower', 'higher', 'neither'], 'neither'),
    rebaseAt: options.list('rebase').map((date) => rebasePlace(axis, date)),
    ...(target === undefined ? {} : { target }),
    ...(fixAfter === undefined ? {} : { fixAfter }),
  };
}

function rebasePlace(axis: TimeAxis, date: string): number {
  const place = placeOf(axis, date);
  if (place === null) {
    throw new UsageError(
      `--rebase ${date} is no date on the chart, nor before its last point.`,
      `The chart runs from ${axis.dates[0] ?? ''} to ${axis.dates.at(-1) ?? ''}.`,
    );
  }
  return place;
}

function denominatorsOf(table: Table, axis: TimeAxis, needed: boolean): (number | null)[] | null {
  if (!needed && !table.has('denominator')) return null;
  return alongAxis(axis, table.numbersOrGaps('denominator'));
}

function over(value: number | null, denominator: number | null): number | null {
  return value === null || denominator === null || denominator === 0 ? null : value / denominator;
}
