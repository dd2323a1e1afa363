/**
 * Values as whole numbers for methods made for counts. Counts stay as they are. Shares and rates are multiplied up so
 * far that rounding takes nothing from them: their noise is then judged by how much they vary, not by their size.
 */
export function comparableCounts(values: readonly (number | null)[]): (number | null)[] {
  const factor = comparableFactor(values);
  return values.map((value) => (value === null ? null : Math.round(value * factor)));
}

/** What `comparableCounts` multiplies by. */
export function comparableFactor(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  const whole = known.every((value) => Number.isInteger(value));
  const mean = known.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, known.length);
  return whole || mean === 0 ? 1 : mean <= 1 ? 10_000 : mean <= 100 ? 100 : 1;
}
