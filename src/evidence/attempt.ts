import { StatisticsError } from '../statistics/index.ts';

/** A method that says "too few points" leaves its part of the answer empty; any other fault is ours. */
export function attempt<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof StatisticsError) return null;
    throw error;
  }
}
