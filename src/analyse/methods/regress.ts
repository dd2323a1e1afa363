import { UsageError } from '../../foundation/errors.ts';
import { aboutRegress } from '../../statistics/about/regress.ts';
import { regression, type Regressor } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import type { Options } from '../options.ts';
import { termAnswer } from '../terms.ts';

/** Regression of one column on others at some lags (rows in order of time). Rows with a missing value take no part. */
export const regress: Method = {
  about: aboutRegress,
  columns: ['date'],
  run(table, options) {
    const names = options.list('x');
    const response = options.text('y') ?? 'y';
    if (names.length === 0) throw new UsageError('There are no regressors.', 'Give --x A,B.');
    const [from, to] = lagsOf(options);
    const lagged = names.flatMap((name) => {
      const values = table.namedNumbers(name);
      return Array.from({ length: to - from + 1 }, (_, k) => {
        const lag = from + k;
        return {
          name: lag === 0 ? name : `${name}_lag${lag}`,
          values: values.map((_, row) => values[row - lag] ?? null),
        };
      });
    });
    const y = table.namedNumbers(response);
    const rows = [...y.keys()].filter(
      (row) => y[row] !== null && lagged.every(({ values }) => values[row] !== null),
    );
    const pick = (values: readonly (number | null)[]) => Float64Array.from(rows, (row) => values[row] ?? 0);
    const regressors: Regressor[] = [
      { name: '(intercept)', values: new Float64Array(rows.length).fill(1) },
      ...lagged.map(({ name, values }) => ({ name, values: pick(values) })),
    ];
    const lag = options.number('newey-west');
    const level = options.level('level', 0.95);
    const found = regression(regressors, pick(y), {
      level,
      ...(lag === undefined ? {} : { neweyWest: lag }),
    });
    return {
      terms: found.terms.map(termAnswer),
      n: found.n,
      r2: found.r2,
      durbin_watson: found.durbinWatson,
      left_out: found.leftOut,
      lags_tried: lagged.length,
      caution: 'An association, not a cause.',
    };
  },
};

/** `--lags 0..3` or `--lags 2`; none is lag 0. */
function lagsOf(options: Options): [from: number, to: number] {
  const text = options.text('lags') ?? '0';
  const match = /^(\d{1,3})(?:\.\.(\d{1,3}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || from > to)
    throw new UsageError(`--lags cannot be '${text}'.`, 'Write --lags 0..3, or --lags 2.');
  return [from, to];
}
