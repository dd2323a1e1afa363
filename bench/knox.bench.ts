/** Near repeats among 1,000 events with 999 permutations. */
import { knoxTest, seededRandom } from '../src/statistics/index.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const LIMIT_MS = 250;
/** The R package surveillance 1.20.3, measured once on a comparable machine. */
const PEER_MS = 24_000;

export const bench: Bench = async () => {
  const random = seededRandom(3);
  const column = (scale: number): Float64Array =>
    Float64Array.from({ length: 1000 }, () => scale * random.uniform());
  const [x, y] = [column(10_000), column(10_000)];
  const day = column(365).map(Math.floor);
  const options = { distances: [100, 200, 300, 400], days: [7, 14, 28], permutations: 999 };
  const ours = await medianTime(() => void knoxTest(x, y, day, options), 3);
  const shared = { what: 'near repeats, 1,000 events, 999 permutations', ours };
  return [
    { ...shared, against: 'limit', theirs: LIMIT_MS, ratio: ours / LIMIT_MS, limit: 1 },
    { ...shared, against: 'R surveillance', theirs: PEER_MS, ratio: ours / PEER_MS, limit: null },
  ];
};
