import { ScrutineerError } from '../foundation/errors.ts';

/** Why a method could not answer. Stable words that callers may test for. */
export type StatisticsProblem =
  | 'bad-level'
  | 'bad-option'
  | 'no-data'
  | 'no-trials'
  | 'no-exposure'
  | 'negative-count'
  | 'not-a-number'
  | 'not-whole'
  | 'more-events-than-trials'
  | 'too-few-points'
  | 'too-many-cells'
  | 'too-large'
  | 'constant-series'
  | 'one-group'
  | 'unknown-reference'
  | 'lengths-differ'
  | 'collinear'
  | 'no-convergence'
  | 'duplicate';

/** A method was asked something that its numbers cannot answer. Says which, and what to do instead. */
export class StatisticsError extends ScrutineerError {
  override readonly name = 'StatisticsError';
  readonly problem: StatisticsProblem;

  constructor(problem: StatisticsProblem, message: string, advice: string) {
    super(message, advice);
    this.problem = problem;
  }
}
