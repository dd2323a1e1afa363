/**
 * Writes src/statistics/change/critical-values.json: how large the score of a change (see `prepareChangeScan`) must be for
 * it to be seen in no more than a share of series in which nothing changed, and how large that of a drift, for one in a
 * hundred. The largest of the quantiles for white noise, for first-order memory of 0.2 and 0.4, and for a season as high
 * as the noise is kept, for each length and season. Takes some minutes; run it by `tsx bench/calibrate-change.ts [runs]`.
 */
import { writeFileSync } from 'node:fs';
import { prepareChangeScan, type ChangeFound } from '../src/statistics/change/change-scan.ts';
import { seededRandom } from '../src/statistics/random.ts';

const LENGTHS = [12, 18, 24, 30, 36, 48, 60, 84, 120, 180];
const PERIODS = [1, 4, 12];
const SHARES = [0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.045, 0.03, 0.02, 0.01, 0.005, 0.001];
const KINDS = [
  { memory: 0, season: 0 },
  { memory: 0.2, season: 0 },
  { memory: 0.4, season: 0 },
  { memory: 0, season: 1 },
];
const RUNS = Number(process.argv[2] ?? 4000);
const DRIFT_SHARE = 0.01;

const random = seededRandom(1907);
const table = PERIODS.map((period) => ({
  period,
  lengths: LENGTHS.map((length) => {
    const scan = prepareChangeScan(
      Int32Array.from({ length }, (_, i) => i),
      period,
    );
    const kinds = KINDS.filter(({ season }) => season === 0 || (period > 1 && length >= 2 * period));
    const found = kinds.map((kind) =>
      Array.from({ length: RUNS }, () => scan.run(unchanged(length, period, kind))),
    );
    const largest = (share: number, of: (each: ChangeFound) => number) =>
      Number(Math.max(...found.map((each) => quantile(each.map(of), share))).toFixed(3));
    const scores = SHARES.map((share) => largest(share, ({ score }) => score));
    const drift = largest(DRIFT_SHARE, ({ driftScore }) => driftScore);
    console.log(period, length, scores.join(' '), drift);
    return { length, scores, drift };
  }),
}));
const target = new URL('../src/statistics/change/critical-values.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ shares: SHARES, table }, null, 2)}\n`);

/** The value that a share of them exceeds. */
function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((1 - share) * values.length)] ?? NaN;
}

function unchanged(length: number, period: number, kind: (typeof KINDS)[number]): Float64Array {
  const values = new Float64Array(length);
  let noise = random.normal();
  for (let i = 0; i < length; i++) {
    if (i > 0) noise = kind.memory * noise + Math.sqrt(1 - kind.memory ** 2) * random.normal();
    values[i] = noise + kind.season * Math.sqrt(2) * Math.sin((2 * Math.PI * i) / period);
  }
  return values;
}
