import type { PreparedPoint, Rule } from './prepare.ts';

/** Splits points where a rule falls between two of them: nothing drawn as one is drawn across. */
export function splitAt<T extends Pick<PreparedPoint, 'middle'>>(
  points: readonly T[],
  rules: readonly Rule[],
): T[][] {
  const runs: T[][] = [];
  let run: T[] = [];
  for (const point of points) {
    const previous = run.at(-1);
    if (previous && rules.some(({ at }) => at > previous.middle && at <= point.middle)) {
      runs.push(run);
      run = [];
    }
    run.push(point);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
