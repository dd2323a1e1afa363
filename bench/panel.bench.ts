/** Two-way effects of a panel of 300,000 rows with 5,000 units and 60 periods. */
import { seededRandom, twoWayEffects } from '../src/statistics/index.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const [UNITS, TIMES] = [5000, 60];
const LIMIT_MS = 500;
/** fixest 0.12.2 (R, in C++), linear, measured once on a comparable machine. */
const PEER_MS = 70;

export const bench: Bench = async () => {
  const random = seededRandom(2);
  const rows = UNITS * TIMES;
  const unit = Int32Array.from({ length: rows }, (_, row) => row % UNITS);
  const time = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / UNITS));
  const treated = Float64Array.from(unit, (u, row) =>
    u % 3 === 0 && (time[row] ?? 0) >= 30 + (u % 7) ? 1 : 0,
  );
  const value = Float64Array.from(treated, (effect) => 0.5 * effect + random.normal());
  const ours = await medianTime(() => void twoWayEffects({ unit, time, value })([treated]), 5);
  const shared = { what: 'two-way effects of a panel of 300,000 rows', ours };
  return [
    { ...shared, against: 'limit', theirs: LIMIT_MS, ratio: ours / LIMIT_MS, limit: 1 },
    { ...shared, against: 'R fixest', theirs: PEER_MS, ratio: ours / PEER_MS, limit: null },
  ];
};
