import type { Regressor, Term } from '../statistics/index.ts';

/** At most so many shifts are tried, spread evenly over all. */
const MOST_SHIFTS = 199;

/**
 * Would regressors that have nothing to do with y look as strong? They are moved along in time, all together and round the end,
 * which keeps their own memory and breaks their tie to y; the strongest term of each fit is held against that of the
 * true one. `p` counts the true fit among them.
 */
export function placebo(
  regressors: readonly Regressor[],
  fit: (moved: readonly Regressor[]) => readonly Term[],
): { readonly shifts: number; readonly as_strong: number; readonly p: number } {
  const n = regressors[0]?.values.length ?? 0;
  const strength = (terms: readonly Term[]) =>
    Math.max(...terms.map(({ name, p }) => (name === '(intercept)' ? -1 : 1 - p)));
  const seen = strength(fit(regressors));
  const shifts = Math.min(MOST_SHIFTS, Math.max(0, n - 1));
  let asStrong = 0;
  for (let k = 1; k <= shifts; k++) {
    const by = Math.round((k * n) / (shifts + 1));
    const moved = regressors.map(({ name, values }) => ({
      name,
      values: values.map((_, row) => values[(row + by) % n] ?? 0),
    }));
    if (strength(fit(moved)) >= seen) asStrong++;
  }
  return { shifts, as_strong: asStrong, p: (1 + asStrong) / (1 + shifts) };
}
