import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import type { DemoPlan } from '../demo-plan.ts';
import { choiceOf, type Choice } from '../draw/choice.ts';
import { ILLUSTRATIVE_DIR } from '../world/illustrative-dir.ts';

const shares = z.record(z.string(), z.number());
const truths = {
  per_1000: z.number().positive(),
  not_stated: z.number(),
  found: z.number(),
  handcuffed: z.number(),
};
const schema = z.strictObject({
  force_level: z.strictObject({ London: z.number(), elsewhere: z.number() }),
  groups: z.array(z.strictObject({ name: z.string(), officer: z.string(), self: z.string(), ...truths })),
  alike: z.strictObject(truths),
  officer_not_recorded: z.number(),
  vehicle_only: z.number(),
  ages: shares,
  genders: shares,
  reasons: z.array(z.strictObject({ share: z.number(), law: z.string(), object: z.string() })),
  ends_found: shares,
  ends_nothing: shares,
  removal_of_clothing: z.number(),
  hours: z.array(z.number()).length(24),
});

type File = z.output<typeof schema>;

/** What is true of the searches of one group of people. */
export type SearchedGroup = File['groups'][number];

/** The truths of searches, and the draws made from them. */
export interface SearchFacts extends Pick<
  File,
  'force_level' | 'groups' | 'officer_not_recorded' | 'vehicle_only' | 'removal_of_clothing'
> {
  readonly age: Choice<string>;
  readonly gender: Choice<string>;
  readonly reason: Choice<{ readonly law: string; readonly object: string }>;
  readonly endFound: Choice<string>;
  readonly endNothing: Choice<string>;
  readonly hour: Choice<number>;
}

/** Reads the truths; every group is alike where nothing is planted. */
export function readSearchFacts({ planted }: DemoPlan): SearchFacts {
  const { ages, genders, reasons, ends_found, ends_nothing, hours, alike, groups, ...rest } = readYaml(
    join(ILLUSTRATIVE_DIR, 'searches.yaml'),
    schema,
  );
  return {
    ...rest,
    groups: planted ? groups : groups.map((group) => ({ ...group, ...alike })),
    age: choiceOf(Object.entries(ages)),
    gender: choiceOf(Object.entries(genders)),
    reason: choiceOf(reasons.map((reason) => [reason, reason.share])),
    endFound: choiceOf(Object.entries(ends_found)),
    endNothing: choiceOf(Object.entries(ends_nothing)),
    hour: choiceOf(hours.map((weight, hour) => [hour, weight])),
  };
}
