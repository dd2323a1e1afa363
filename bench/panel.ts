/** Two-way effects of a panel of 300,000 rows with 5,000 units and 60 periods; the limit is 0.5 s (fixest: 0.07 s, linear). */
import { seededRandom, twoWayEffect } from '../src/statistics/index.ts';

const [UNITS, TIMES, LIMIT_S] = [5000, 60, 0.5];
const random = seededRandom(2);
const n = UNITS * TIMES;
const unit = Int32Array.from({ length: n }, (_, i) => i % UNITS);
const time = Int32Array.from({ length: n }, (_, i) => Math.floor(i / UNITS));
const treated = Float64Array.from(unit, (u, i) => (u % 3 === 0 && (time[i] ?? 0) >= 30 + (u % 7) ? 1 : 0));
const value = Float64Array.from(treated, (d) => 0.5 * d + random.normal());
const before = performance.now();
const { estimate, standardError } = twoWayEffect({ unit, time, value, treated });
const seconds = (performance.now() - before) / 1000;
console.log(
  `panel ${n} rows, ${UNITS} + ${TIMES} effects: ${seconds.toFixed(3)} s, ${(seconds / LIMIT_S).toFixed(2)} of the limit ` +
    `(effect ${estimate.toFixed(3)}, standard error ${standardError.toFixed(4)})`,
);
