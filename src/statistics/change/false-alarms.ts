import critical from './critical-values.json' with { type: 'json' };

/**
 * Share of unchanged series whose change would score as high as this one, from a table made by simulation
 * (bench/calibrate-change.ts): straight lines between its points, in the score and the logarithm of the share, and
 * between lengths in the logarithm of the length. Never below the table's smallest share.
 *
 * @param points how many values the series has
 * @param period periods in its season
 */
export function falseAlarmShare(score: number, points: number, period: number): number {
  const { shares } = critical;
  const scores = criticalScores(points, period);
  const [most, least] = [shares[0] ?? 1, shares.at(-1) ?? 0];
  if (!(score > (scores[0] ?? 0))) return score > 0 ? 1 - (1 - most) * (score / (scores[0] ?? 1)) : 1;
  for (let i = 1; i < scores.length; i++) {
    const [low, high] = [scores[i - 1] ?? 0, scores[i] ?? 0];
    if (score > high) continue;
    const part = (score - low) / Math.max(1e-9, high - low);
    return Math.exp((1 - part) * Math.log(shares[i - 1] ?? 1) + part * Math.log(shares[i] ?? 1));
  }
  return least;
}

/** Scores that go with the table's shares, for this length and the nearest season of the table. */
function criticalScores(points: number, period: number): number[] {
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
      : Math.log(points / lower.length) / Math.log(upper.length / lower.length);
  return lower.scores.map((score, i) => score + Math.max(0, part) * ((upper.scores[i] ?? score) - score));
}
