/** A share for each of 160 cells of a survey of 100,000 rows in 32 strata. */
import { seededRandom, surveyDesign, surveyEstimate, varianceRoom } from '../src/statistics/index.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const ROWS = 100_000;
const LIMIT_MS = 35;
/** R survey 4.1-1, measured once on a comparable machine. */
const PEER_MS = 1760;

export const bench: Bench = async () => {
  const random = seededRandom(1);
  const strata = Int32Array.from({ length: ROWS }, () => random.below(32));
  const cell = strata.map((stratum) => stratum * 5 + random.below(5));
  const weights = Float64Array.from({ length: ROWS }, () => 0.2 + 2 * random.uniform());
  const values = Float64Array.from({ length: ROWS }, () => (random.uniform() < 0.6 ? 1 : 0));
  const run = (): void => {
    const design = surveyDesign({ weights, strata });
    const room = varianceRoom(design);
    const members = Array.from({ length: 160 }, (): number[] => []);
    for (const [row, code] of cell.entries()) members[code]?.push(row);
    for (const rows of members)
      surveyEstimate(design, { target: 'mean', values }, Int32Array.from(rows), room);
  };
  for (let warm = 0; warm < 5; warm++) run();
  const ours = await medianTime(run, 15);
  const shared = { what: 'survey of 100,000 rows, a share for 160 cells', ours };
  return [
    { ...shared, against: 'limit', theirs: LIMIT_MS, ratio: ours / LIMIT_MS, limit: 1 },
    { ...shared, against: 'R survey', theirs: PEER_MS, ratio: ours / PEER_MS, limit: null },
  ];
};
