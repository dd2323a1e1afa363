import { UsageError } from '../../foundation/errors.ts';
import { aboutRegress } from '../../statistics/about/regress.ts';
import { regression, sampledRegression, type Regressor, type Term } from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Options } from '../options.ts';
import { placebo } from '../placebo.ts';
import type { Table } from '../table.ts';
import { termAnswer } from '../terms.ts';

/**
 * Regression of one column on others at some lags (rows in order of time). Rows with a missing value take no part. With a
 * column `standard_error`, y is a survey estimate and its sampling error is carried into the answer.
 */
export const regress: Method = {
  about: aboutRegress,
  columns: ['date', 'standard_error'],
  run(table, options) {
    const names = options.list('x');
    const response = options.text('y') ?? 'y';
    if (names.length === 0) throw new UsageError('There are no regressors.', 'Give --x A,B.');
    const lagged = laggedColumns(table, names, lagsOf(options));
    const y = table.namedNumbers(response);
    const errors = table.has('standard_error') ? table.numbersOrGaps('standard_error') : null;
    const rows = [...y.keys()].filter(
      (row) =>
        y[row] !== null && errors?.[row] !== null && lagged.every(({ values }) => values[row] !== null),
    );
    const pick = (values: readonly (number | null)[]) => Float64Array.from(rows, (row) => values[row] ?? 0);
    const intercept = { name: '(intercept)', values: new Float64Array(rows.length).fill(1) };
    const chosen: Regressor[] = lagged.map(({ name, values }) => ({ name, values: pick(values) }));
    const lag = options.number('newey-west');
    const level = options.level('level', 0.95);
    const settings = { level, ...(lag === undefined ? {} : { neweyWest: lag }) };
    const fit = (regressors: readonly Regressor[]) =>
      errors === null
        ? ordinary([intercept, ...regressors], pick(y), settings)
        : sampled([intercept, ...regressors], pick(y), pick(errors), settings);
    const found = fit(chosen);
    const tried = lagged.length;
    return {
      terms: found.terms.map((term) => ({
        ...termAnswer(term),
        p_adjusted: term.name === '(intercept)' ? null : Math.min(1, term.p * tried),
      })),
      ...found.answer,
      lags_tried: tried,
      ...(options.flag('placebo') ? { placebo: placebo(chosen, (moved) => fit(moved).terms) } : {}),
      caution:
        tried === 1
          ? 'An association, not a cause.'
          : `An association, not a cause. ${tried} terms were tried: at 5 % each, one in ${oneIn(tried)} such searches shows something where there is nothing; p_adjusted allows for it (Bonferroni).`,
    };
  },
};

interface Settings {
  readonly level: number;
  readonly neweyWest?: number;
}

interface Fitted {
  readonly terms: readonly Term[];
  readonly answer: Answer;
}

function ordinary(regressors: readonly Regressor[], y: Float64Array, settings: Settings): Fitted {
  const { terms, n, r2, durbinWatson, leftOut } = regression(regressors, y, settings);
  return { terms, answer: { n, r2, durbin_watson: durbinWatson, left_out: leftOut } };
}

function sampled(
  regressors: readonly Regressor[],
  y: Float64Array,
  standardErrors: Float64Array,
  settings: Settings,
): Fitted {
  const found = sampledRegression(regressors, y, standardErrors, settings);
  return {
    terms: found.robust ?? found.terms,
    answer: {
      ...(found.robust === null ? {} : { model_terms: found.terms.map(termAnswer) }),
      n: found.n,
      r2: found.r2,
      durbin_watson: found.durbinWatson,
      left_out: found.leftOut,
      tau2: found.tau2,
      sampling_share: found.samplingShare,
    },
  };
}

function laggedColumns(table: Table, names: readonly string[], [from, to]: readonly [number, number]) {
  return names.flatMap((name) => {
    const values = table.namedNumbers(name);
    return Array.from({ length: to - from + 1 }, (_, k) => {
      const lag = from + k;
      return {
        name: lag === 0 ? name : `${name}_lag${lag}`,
        values: values.map((_, row) => values[row - lag] ?? null),
      };
    });
  });
}

/** How many searches of so many terms it takes for one false find at 5 % each, rounded. */
function oneIn(tried: number): string {
  return (1 / (1 - 0.95 ** tried)).toFixed(1);
}

/** `--lags 0..3` or `--lags 2`; none is lag 0. */
function lagsOf(options: Options): [from: number, to: number] {
  const text = options.text('lags') ?? '0';
  const match = /^(\d{1,3})(?:\.\.(\d{1,3}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || from > to)
    throw new UsageError(`--lags cannot be '${text}'.`, 'Write --lags 0..3, or --lags 2.');
  return [from, to];
}
