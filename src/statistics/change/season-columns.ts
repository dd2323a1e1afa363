/**
 * Columns of a design that describe a yearly season over times counted in whole periods (gaps leave times out).
 * With three full years or more every month has a level of its own; with two, one yearly wave and its first overtone;
 * with less, no season can be told from change and there are no columns. The constant is not among them.
 */
export function seasonColumns(times: Int32Array, period: number): Float64Array[] {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0) + 1;
  if (period < 2 || span < 2 * period) return [];
  if (span < 3 * period || times.length < 3 * period - period / 2)
    return waves(times, period, Math.min(2, Math.floor(period / 2)));
  return waves(times, period, Math.floor(period / 2));
}

/** Pairs of cosine and sine; all `period / 2` of them together say the same as one level for each month. */
function waves(times: Int32Array, period: number, pairs: number): Float64Array[] {
  const columns: Float64Array[] = [];
  for (let k = 1; k <= pairs; k++) {
    columns.push(Float64Array.from(times, (t) => Math.cos((2 * Math.PI * k * t) / period)));
    // The sine of half the period is 0 at every whole time.
    if (2 * k !== period)
      columns.push(Float64Array.from(times, (t) => Math.sin((2 * Math.PI * k * t) / period)));
  }
  return columns;
}
