/** The threshold test over 32 areas × 4 groups. */
import { seededRandom, thresholdTest, type SearchCell } from '../src/statistics/index.ts';
import { medianTime } from './alternate.ts';
import type { Bench } from './bench.ts';

const [AREAS, GROUPS, LIMIT_MS] = [32, 4, 1000];

export const bench: Bench = async () => {
  const random = seededRandom(2);
  const cells = Array.from({ length: AREAS * GROUPS }, (_, i): SearchCell => {
    const stops = 2000 + random.below(3000);
    const searches = Math.round(stops * (0.1 + 0.05 * random.uniform()));
    const group = i % GROUPS;
    return {
      group,
      area: Math.floor(i / GROUPS),
      stops,
      searches,
      hits: Math.round(searches * (0.25 + 0.04 * group + 0.05 * random.uniform())),
    };
  });
  const ours = await medianTime(() => void thresholdTest(cells), 5);
  return [
    {
      what: 'threshold test of 32 areas × 4 groups',
      ours,
      against: 'limit',
      theirs: LIMIT_MS,
      ratio: ours / LIMIT_MS,
      limit: 1,
    },
  ];
};
