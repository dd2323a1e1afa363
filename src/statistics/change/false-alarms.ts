import { seededRandom } from '../random.ts';
import type { ChangeScan } from './change-scan.ts';

/**
 * How often a series without any change, with this much memory and normal noise, gives as large a gain as the one seen:
 * the share among `runs` seeded simulations, and never 0.
 */
export function falseAlarmRate(scan: ChangeScan, gain: number, memory: number, runs: number): number {
  const random = seededRandom(20230831);
  const { times } = scan;
  const values = new Float64Array(times.length);
  let asLarge = 0;
  for (let run = 0; run < runs; run++) {
    let noise = random.normal();
    for (let i = 0; i < values.length; i++) {
      if (i > 0) {
        const kept = memory ** ((times[i] as number) - (times[i - 1] as number));
        noise = kept * noise + Math.sqrt(1 - kept * kept) * random.normal();
      }
      values[i] = noise;
    }
    if (scan.run(values).gain >= gain) asLarge++;
  }
  return (asLarge + 1) / (runs + 1);
}
