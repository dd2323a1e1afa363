/** A season that a series may have, before anything is seen of it. */
export interface SeasonIdea {
  /** Yearly wave and overtones; 0 for no season. */
  readonly pairs: number;
  /** How much larger its coefficients may be than their own standard errors, squared (Zellner's g). */
  readonly reach: number;
  readonly chance: number;
}

const NO_SEASON: SeasonIdea = { pairs: 0, reach: 0, chance: 1 };

/**
 * The seasons that are thought possible for values at `times` (whole periods, rising). With three full years or more:
 * none, one smooth wave, or a level for every month, faint or plain; with two years, a wave and its overtone; with less,
 * no season can be told from change.
 */
export function seasonIdeas(times: Int32Array, period: number): readonly SeasonIdea[] {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0) + 1;
  const full = Math.floor(period / 2);
  if (period < 2 || span < 2 * period) return [NO_SEASON];
  const long = span >= 3 * period && times.length >= 3 * period - period / 2;
  const most = long ? full : Math.min(2, full);
  return [
    { ...NO_SEASON, chance: 0.5 },
    { pairs: 1, reach: 30, chance: 0.2 },
    { pairs: most, reach: 8, chance: 0.15 },
    { pairs: most, reach: 60, chance: 0.15 },
  ];
}

/**
 * Columns of a design that describe a season: pairs of cosine and sine. All `period / 2` of them together say the same
 * as one level for each month. The constant is not among them.
 */
export function seasonColumns(times: Int32Array, period: number, pairs: number): Float64Array[] {
  const columns: Float64Array[] = [];
  for (let k = 1; k <= pairs; k++) {
    columns.push(Float64Array.from(times, (t) => Math.cos((2 * Math.PI * k * t) / period)));
    // The sine of half the period is 0 at every whole time.
    if (2 * k !== period)
      columns.push(Float64Array.from(times, (t) => Math.sin((2 * Math.PI * k * t) / period)));
  }
  return columns;
}
