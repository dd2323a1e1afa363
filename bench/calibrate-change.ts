/**
 * Writes src/statistics/change/critical-values.json: how large the score of a change (see `changeScore`) must be for it
 * to be seen in no more than a share of series in which nothing changed. The larger of the quantiles for white noise and
 * for first-order memory of 0.4 is kept, for each length and season. Takes some minutes; run it by `tsx`.
 */
import { writeFileSync } from 'node:fs';
import { prepareChangeScan } from '../src/statistics/change/change-scan.ts';
import { changeScore } from '../src/statistics/change/change-score.ts';
import { seededRandom } from '../src/statistics/random.ts';

const LENGTHS = [12, 18, 24, 30, 36, 48, 60, 84, 120, 180];
const PERIODS = [1, 4, 12];
const SHARES = [0.5, 0.3, 0.2, 0.1, 0.05, 0.03, 0.02, 0.01, 0.005, 0.001];
const MEMORIES = [0, 0.4];
const RUNS = 4000;

const random = seededRandom(1907);
const table = PERIODS.map((period) => ({
  period,
  lengths: LENGTHS.map((length) => {
    const scan = prepareChangeScan(
      Int32Array.from({ length }, (_, i) => i),
      period,
    );
    const quantiles = MEMORIES.map((memory) => {
      const scores = Float64Array.from({ length: RUNS }, () =>
        changeScore(scan.run(noise(length, memory))),
      ).sort();
      return SHARES.map((share) => scores[Math.floor((1 - share) * RUNS)] ?? NaN);
    });
    const scores = SHARES.map((_, i) =>
      Number(Math.max(...quantiles.map((row) => row[i] ?? NaN)).toFixed(3)),
    );
    console.log(period, length, scores.join(' '));
    return { length, scores };
  }),
}));
const target = new URL('../src/statistics/change/critical-values.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ shares: SHARES, table }, null, 2)}\n`);

function noise(length: number, memory: number): Float64Array {
  const values = new Float64Array(length);
  let value = random.normal();
  for (let i = 0; i < length; i++) {
    if (i > 0) value = memory * value + Math.sqrt(1 - memory * memory) * random.normal();
    values[i] = value;
  }
  return values;
}
