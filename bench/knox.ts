/** Near repeats: 1,000 events, 999 permutations; the limit is 0.25 s (R's surveillance: 24 s). */
import { knoxTest, seededRandom } from '../src/statistics/index.ts';

const LIMIT_S = 0.25;
const random = seededRandom(3);
const column = (scale: number) => Float64Array.from({ length: 1000 }, () => scale * random.uniform());
const [x, y] = [column(10_000), column(10_000)];
const day = column(365).map(Math.floor);
const options = { distances: [100, 200, 300, 400], days: [7, 14, 28], permutations: 999 };
knoxTest(x, y, day, options);
const before = performance.now();
knoxTest(x, y, day, options);
const seconds = (performance.now() - before) / 1000;
console.log(
  `knox 1,000 events × 999: ${seconds.toFixed(3)} s, ${(seconds / LIMIT_S).toFixed(2)} of the limit of ${LIMIT_S} s`,
);
