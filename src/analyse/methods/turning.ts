import { aboutTurning } from '../../statistics/about/turning.ts';
import { outlookInWords, turning, turningOutlook } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import { alongAxis, periodsInYear, timeAxis, type TimeAxis } from '../time-axis.ts';

/** Has a count turned? */
export const turningMethod: Method = {
  about: aboutTurning,
  columns: ['date', 'value'],
  run(table, options) {
    const axis = timeAxis(table);
    const direction = options.has('direction') ? options.choice('direction', ['down', 'up']) : undefined;
    const counts = alongAxis(axis, table.numbersOrGaps('value'));
    const asked = {
      ...(direction === undefined ? {} : { direction }),
      falseAlarm: options.number('false-alarm', 0.05),
      period: options.whole(
        'season',
        axis.step === 'point' || axis.step === 'unknown' ? 12 : periodsInYear(axis.step),
        1,
        366,
      ),
    };
    const found = turning(counts, asked);
    const { verdict, change, lower, upper, reading, falseAlarm } = found;
    const since = found.since === null ? null : (axis.dates[found.since] ?? null);
    return {
      verdict,
      since,
      change,
      lower,
      upper,
      reading,
      false_alarm: falseAlarm,
      would_change: outlookInWords(turningOutlook(counts, asked), { unit: unitOf(axis) }),
    };
  },
};

function unitOf({ step }: TimeAxis): string {
  return step === 'unknown' ? 'points' : `${step}s`;
}
