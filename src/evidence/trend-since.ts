import { monthsBetween, type IsoDate } from '../foundation/iso-date.ts';
import { levelSince } from '../statistics/index.ts';
import { attempt } from './attempt.ts';
import { lastDayAt, monthAt, type MonthlySeries } from './monthly-series.ts';
import type { TrendAnswer } from './trend-answer.ts';
import { areaInWords, bareValue, monthInWords, percentChange, spanInWords } from './words.ts';

/** Has it changed since a month? All months since are set against the same months of the year before that month. */
export function changeSince(series: MonthlySeries, since: IsoDate): TrendAnswer {
  const { measure, area, values } = series;
  const index = monthsBetween(series.first, since);
  const last = values.length - 1;
  if (index > last) return { missing: `No months since ${monthInWords(since)} are held.` };
  const found = attempt(() =>
    levelSince(
      values.map((value) => (value === null ? null : Math.round(value))),
      index,
    ),
  );
  if (!found)
    return { missing: `There is no full year of figures before ${monthInWords(since)} to compare with.` };
  const verdict = { lower: 'falling', higher: 'rising', similar: 'no-signal' }[found.verdict];
  const word = { lower: 'lower than', higher: 'higher than', similar: 'no clearly different from' }[
    found.verdict
  ];
  const mean = (total: number): string => bareValue(measure, total / found.months);
  return {
    verdict,
    sentence: `${measure.title} in ${areaInWords(area)}: a mean of ${mean(found.recent)} a month in ${spanInWords(since, lastDayAt(series, last))}, ${word} the same months in the year before (${mean(found.before)}; ${percentChange(found.ratio)}, 95% interval ${percentChange(found.lower)} to ${percentChange(found.upper)}).`,
    numbers: {
      since: since.slice(0, 7),
      months: found.months,
      mean_since: found.recent / found.months,
      mean_before: found.before / found.months,
      ratio: found.ratio,
      lower: found.lower,
      upper: found.upper,
      dispersion: found.dispersion,
      value: values[last] ?? null,
      month: monthAt(series, last).slice(0, 7),
    },
    caveats: [
      `Every month since ${monthInWords(since)} is set against the same calendar month of the year before it, so season plays no part.`,
      'It says whether the level changed, not why.',
    ],
    used: series.observations.filter((each) => monthsBetween(each.from as IsoDate, since) <= 12),
    from: since,
    to: lastDayAt(series, last),
  };
}
