/** The limits and the four rules of 1,000 XmR charts of 60 points: against the limit, and a TypeScript peer (PowerBI-SPC). */
import { seededRandom, xmr } from '../src/statistics/index.ts';
import { plotTheDots } from '../src/statistics/spc/plot-the-dots.ts';
import { xmrLimits, XMR_FACTOR } from '../src/statistics/spc/xmr-limits.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const SERIES = 1000;
const POINTS = 60;
const ROUNDS = 51;
const LIMIT_MS = 5;
/** Measured once on a comparable machine; NHSRplotthedots (R) needed 2.6 s. */
const PEER_MS = 23.5;

export const bench: Bench = async () => {
  const random = seededRandom(1);
  const values = Float64Array.from({ length: SERIES * POINTS }, () => 100 + 10 * random.normal());
  const lists = Array.from({ length: SERIES }, (_, i) => [...values.subarray(i * POINTS, (i + 1) * POINTS)]);
  const signals = new Uint8Array(values.length);
  const limits = { centre: 0, averageRange: 0, count: 0 };

  const core = (): void => {
    for (let start = 0; start < values.length; start += POINTS) {
      xmrLimits(values, start, start + POINTS, true, limits);
      plotTheDots(values, start, start + POINTS, limits.centre, XMR_FACTOR * limits.averageRange, signals);
    }
  };
  const described = (): void => {
    for (const list of lists) xmr(list);
  };

  const measurements = [];
  for (const [what, run] of [
    ['limits and signals', core],
    ['xmr(), every point described', described],
  ] as const) {
    for (let warm = 0; warm < 50; warm++) run();
    const ours = await medianTime(run, ROUNDS);
    const shared = { what: `${SERIES} control charts of ${POINTS} points: ${what}`, ours };
    measurements.push(
      { ...shared, against: 'limit', theirs: LIMIT_MS, ratio: ours / LIMIT_MS, limit: 1 },
      { ...shared, against: 'PowerBI-SPC', theirs: PEER_MS, ratio: ours / PEER_MS, limit: null },
    );
  }
  return measurements;
};
