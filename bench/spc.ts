/**
 * How long the limits and the four rules of 1,000 XmR charts of 60 points take. The limit is 5 ms; PowerBI-SPC
 * (TypeScript) needs 23.5 ms and NHSRplotthedots (R) 2.6 s for the same on a comparable machine.
 */
import { plotTheDots } from '../src/statistics/spc/plot-the-dots.ts';
import { xmrLimits, XMR_FACTOR } from '../src/statistics/spc/xmr-limits.ts';
import { seededRandom, xmr } from '../src/statistics/index.ts';

const SERIES = 1000;
const POINTS = 60;
const LIMIT_MS = 5;
const PEER_MS = 23.5;

const random = seededRandom(1);
const values = Float64Array.from({ length: SERIES * POINTS }, () => 100 + 10 * random.normal());
const lists = Array.from({ length: SERIES }, (_, i) => [...values.subarray(i * POINTS, (i + 1) * POINTS)]);
const signals = new Uint8Array(values.length);
const limits = { centre: 0, averageRange: 0, count: 0 };

function core(): void {
  for (let start = 0; start < values.length; start += POINTS) {
    xmrLimits(values, start, start + POINTS, true, limits);
    plotTheDots(values, start, start + POINTS, limits.centre, XMR_FACTOR * limits.averageRange, signals);
  }
}

function friendly(): void {
  for (const list of lists) xmr(list);
}

function median(run: () => void): number {
  for (let i = 0; i < 50; i++) run();
  const times = Array.from({ length: 31 }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[15] ?? NaN;
}

for (const [name, run] of [
  ['core (limits and signals)', core],
  ['xmr() (with every point described)', friendly],
] as const) {
  const time = median(run);
  console.log(
    `spc ${SERIES}×${POINTS} ${name}: ${time.toFixed(2)} ms, ${(time / LIMIT_MS).toFixed(2)} of the limit of ${LIMIT_MS} ms, ` +
      `${(PEER_MS / time).toFixed(1)} times faster than the TypeScript peer (${PEER_MS} ms)`,
  );
}
