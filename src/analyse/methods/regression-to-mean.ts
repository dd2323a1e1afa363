import { aboutRegressionToMean } from '../../statistics/about/regression-to-mean.ts';
import { regressionToMean } from '../../statistics/index.ts';
import type { Method } from '../method.ts';

const YES = new Set(['1', 'true', 'yes']);

/** What places picked for being high lose by themselves; with `after`, whether they lost more. */
export const regressionToMeanMethod: Method = {
  about: aboutRegressionToMean,
  columns: ['before', 'picked', 'after'],
  run(table, options) {
    const before = Float64Array.from(table.numbers('before'));
    const picked = table.text('picked').map((cell) => YES.has(cell.toLowerCase()));
    const found = regressionToMean(before, picked, options.level('level', 0.95));
    const answer = {
      picked: found.picked,
      places: before.length,
      before: found.before,
      expected_by_itself: found.expected,
      expected_lower: found.lower,
      expected_upper: found.upper,
      fall_by_itself: found.fallByItself,
      lasting: found.lasting,
    };
    if (!table.has('after')) return answer;
    const after = table.numbers('after');
    const sum = (values: ArrayLike<number>, of: boolean) =>
      Array.from(values).reduce((total, value, row) => total + (picked[row] === of ? value : 0), 0);
    // The places not picked were low as a whole and rise by themselves: their change is taken from what they were to have.
    const whole = before.reduce((total, value) => total + value, 0);
    const restExpected = whole - found.expected;
    const change = restExpected > 0 ? sum(after, false) / restExpected : null;
    const observed = sum(after, true);
    return Object.assign(answer, {
      change_elsewhere: change,
      observed_after: observed,
      expected_after: change === null ? null : found.expected * change,
      beyond_chance:
        change === null ? null : observed < found.lower * change || observed > found.upper * change,
    });
  },
};
