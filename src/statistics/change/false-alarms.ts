import critical from './critical-values.json' with { type: 'json' };

/**
 * Share of unchanged series whose change would score as high as this one, from a table made by simulation
 * (bench/calibrate-change.ts): straight lines between its points, in the score and the logarithm of the share, and
 * between lengths in the logarithm of the length. Never below the table's smallest share; 1 where nearly every series
 * shows as much.
 *
 * @param points how many values the series has
 * @param period periods in its season
 */
export function falseAlarmShare(score: number, points: number, period: number): number {
  const { shares } = critical;
  const scores = between(points, period, (row) => row.scores);
  const least = shares.at(-1) ?? 0;
  if (!(score > (scores[0] ?? 0))) return 1;
  for (let i = 1; i < scores.length; i++) {
    const [low, high] = [scores[i - 1] ?? 0, scores[i] ?? 0];
    if (score > high) continue;
    const part = (score - low) / Math.max(1e-9, high - low);
    return Math.exp((1 - part) * Math.log(shares[i - 1] ?? 1) + part * Math.log(shares[i] ?? 1));
  }
  return least;
}

/** Evidence for a drift (`driftScore`) that one unchanged series in a hundred shows. */
export function plainDrift(points: number, period: number): number {
  return between(points, period, (row) => [row.drift])[0] ?? Infinity;
}

type Row = (typeof critical.table)[number]['lengths'][number];

/** Values of the table for this length and the nearest season of the table. */
function between(points: number, period: number, valuesOf: (row: Row) => readonly number[]): number[] {
  const rows = critical.table.reduce((best, row) =>
    Math.abs(Math.log(row.period / period)) < Math.abs(Math.log(best.period / period)) ? row : best,
  ).lengths;
  const above = rows.findIndex(({ length }) => length >= points);
  const upper = rows[above < 0 ? rows.length - 1 : above];
  const lower = rows[above < 0 ? rows.length - 1 : Math.max(0, above - 1)];
  if (upper === undefined || lower === undefined) return [];
  const part =
    upper.length === lower.length
      ? 0
      : Math.max(0, Math.log(points / lower.length) / Math.log(upper.length / lower.length));
  const uppers = valuesOf(upper);
  return valuesOf(lower).map((value, i) => value + part * ((uppers[i] ?? value) - value));
}
