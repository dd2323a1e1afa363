/** Choosing and fitting exponential smoothing and ARIMA, 60 months with a season and a wandering level. */
import { autoArima, bestEts, seededRandom } from '../src/statistics/index.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const SERIES = 10;
/** Limits, and R's `forecast` (ets, auto.arima) measured once on a comparable machine; milliseconds a series. */
const MODELS = [
  { name: 'automatic ETS', run: (values: Float64Array) => void bestEts(values, 12), limit: 35, peer: 350 },
  {
    name: 'automatic ARIMA',
    run: (values: Float64Array) => void autoArima(values, 12),
    limit: 57,
    peer: 570,
  },
] as const;

export const bench: Bench = async () => {
  const random = seededRandom(1);
  const series = Array.from({ length: SERIES }, () => {
    let walk = 0;
    return Float64Array.from({ length: 60 }, (_, month) => {
      walk += random.normal();
      return 100 + 10 * Math.sin((2 * Math.PI * (month + 1)) / 12) + walk;
    });
  });
  const rows = [];
  for (const { name, run, limit, peer } of MODELS) {
    const ours = (await medianTime(() => series.forEach(run), 3)) / SERIES;
    const shared = { what: `${name}, 60 months`, ours };
    rows.push(
      { ...shared, against: 'limit', theirs: limit, ratio: ours / limit, limit: 1 },
      { ...shared, against: 'R forecast', theirs: peer, ratio: ours / peer, limit: null },
    );
  }
  return rows;
};
