import { aboutGranger } from '../../statistics/about/granger.ts';
import { grangerTest } from '../../statistics/index.ts';
import type { Method } from '../method.ts';

/** Does a help to tell b (forward), and b to tell a (backward)? Rows in order of time. */
export const granger: Method = {
  about: aboutGranger,
  columns: ['a', 'b'],
  run(table, options) {
    const order = options.whole('order', 3, 1, 60);
    const [a, b] = [Float64Array.from(table.numbers('a')), Float64Array.from(table.numbers('b'))];
    const test = (cause: Float64Array, effect: Float64Array) => {
      const found = grangerTest(cause, effect, order);
      return { ...found, p_adjusted: found.p === null ? null : Math.min(1, 2 * found.p) };
    };
    return { forward: test(a, b), backward: test(b, a), n: a.length, lags_tried: order };
  },
};
