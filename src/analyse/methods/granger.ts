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
    return { forward: grangerTest(a, b, order), backward: grangerTest(b, a, order), n: a.length };
  },
};
