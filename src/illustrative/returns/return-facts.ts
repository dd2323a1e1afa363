import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import { ILLUSTRATIVE_DIR } from '../world/illustrative-dir.ts';
import { indexOf, type Planted } from '../world/planted.ts';

const schema = z.strictObject({
  first: z.string(),
  victims: z.strictObject({
    groups: z.array(
      z.strictObject({ crime_type: z.string(), offences: z.array(z.string()), each: z.number() }),
    ),
    ethnicity: z.record(z.string(), z.number()),
    not_recorded: z.number(),
  }),
  calls: z.strictObject({
    to_999: z.number(),
    to_101: z.number(),
    under_10s: z.number(),
    from_10_to_60s: z.number(),
    abandoned: z.number(),
    mean_999: z.number(),
    mean_101: z.number(),
  }),
  satisfaction: z.strictObject({
    stages: z.record(z.string(), z.number()),
    base: z.number(),
    digital_base: z.number(),
    design_effect: z.number(),
  }),
  taser: z.strictObject({ uses_a_month: z.number(), months: z.int() }),
});

export type ReturnFacts = z.output<typeof schema>;

/** What a return is written from. */
export interface ReturnWorld {
  readonly plan: DemoPlan;
  readonly planted: Planted;
  readonly facts: ReturnFacts;
}

export function readReturnFacts(): ReturnFacts {
  return readYaml(join(ILLUSTRATIVE_DIR, 'returns.yaml'), schema);
}

/** Months of the returns, with their places among all months and their names (2023-08). */
export function returnMonths({ first }: ReturnFacts): readonly (readonly [index: number, name: string])[] {
  const from = indexOf(first);
  return ALL_MONTHS.slice(from).map((month, index) => [from + index, month.slice(0, 7)] as const);
}
