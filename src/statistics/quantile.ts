/** The value below which a fraction `p` of sorted values lies, by straight lines between them (R's type 7). */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const value = sorted[low] ?? NaN;
  return value + (place - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN) - value);
}
