import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { ILLUSTRATIVE_DIR } from './illustrative-dir.ts';

const ending = z.strictObject({ outcome: z.string(), share: z.number(), months: z.int().positive() });
const offence = z.strictObject({
  id: z.string(),
  major: z.string().optional(),
  minor: z.string().optional(),
  later: z.string().optional(),
  within: z.string().optional(),
  street: z.string(),
  rate: z.number().positive(),
  london: z.number().positive().default(1),
  season: z.string(),
  ends: z.string(),
});
const schema = z.strictObject({
  seasons: z.record(z.string(), z.array(z.number()).length(12)),
  offences: z.array(offence),
  ends: z.record(z.string(), z.array(ending)),
});

/** How some crimes of a kind end: the outcome, its share, and in how many months at most it comes. */
export type Ending = z.output<typeof ending>;

export interface Offence extends Omit<z.output<typeof offence>, 'season' | 'ends'> {
  /** Of each month of the year, January first; 1 is the mean. */
  readonly season: readonly number[];
  readonly ends: readonly Ending[];
}

/** The offences of the made-up world. */
export function readOffences(): readonly Offence[] {
  const { seasons, offences, ends } = readYaml(join(ILLUSTRATIVE_DIR, 'offences.yaml'), schema);
  return offences.map((each) => ({
    ...each,
    season: seasons[each.season] ?? [],
    ends: ends[each.ends] ?? [],
  }));
}
