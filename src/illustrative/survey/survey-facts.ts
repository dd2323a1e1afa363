import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { ILLUSTRATIVE_DIR } from '../world/illustrative-dir.ts';

const shares = z.record(z.string(), z.number());
const schema = z.strictObject({
  asked_a_quarter: z.int().positive(),
  clusters: z.int().positive(),
  cluster_shift: z.number(),
  weights: shares,
  ages: shares,
  questions: z.array(
    z.strictObject({
      id: z.string(),
      published: z.string(),
      answer: z.string(),
      share: z.number(),
      respondents: z.boolean().default(false),
    }),
  ),
});

/** How the made-up survey is held, and what is true of each question before anything is planted. */
export type SurveyFacts = z.output<typeof schema>;

export function readSurveyFacts(): SurveyFacts {
  return readYaml(join(ILLUSTRATIVE_DIR, 'surveys.yaml'), schema);
}
