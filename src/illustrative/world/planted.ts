import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../foundation/read-yaml.ts';
import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import { ILLUSTRATIVE_DIR } from './illustrative-dir.ts';

const month = z.string().regex(/^20\d{2}-\d{2}$/);
const shares = z.record(z.string(), z.number());
const schema = z.strictObject({
  robbery: z.strictObject({ rises: month, by: z.number(), bends: month, by_then: z.number() }),
  trust: z.strictObject({
    question: z.string(),
    borough: z.string(),
    falls_from: month,
    falls_until: month,
    by: z.number(),
  }),
  lowest_trust: z.strictObject({ question: z.string(), boroughs: z.array(z.string()), by: z.number() }),
  series_break: z.strictObject({ offence: z.string(), from: month, by: z.number() }),
  publication_gap: z.strictObject({ force: z.string(), from: month, to: month }),
  part_published: z.strictObject({ month, share: z.number() }),
  revision: z.strictObject({ offence: z.string(), months: z.int(), missing_at_first: z.number() }),
  handcuffs: z.strictObject({
    from: month,
    to: month,
    no_return: z.number(),
    no_search: z.number(),
    blank: shares,
    wrong: shares,
  }),
  victims: z.strictObject({
    channels: z.array(z.strictObject({ name: z.string(), share: z.number(), not_recorded: z.number() })),
  }),
  homicide: z.strictObject({ Black: z.number(), others: z.number() }),
  supplier: z.strictObject({ month }),
  calls_999: z.strictObject({ from: month, by: z.number() }),
  digital: z.strictObject({ below: z.number(), script_changed: month, narrows: z.number() }),
  taser: z.strictObject({ not_reviewed: z.int() }),
});

/** What is hidden in the files, to be found again. */
export type Planted = z.output<typeof schema>;

export function readPlanted(): Planted {
  return readYaml(join(ILLUSTRATIVE_DIR, 'planted.yaml'), schema);
}

/** Multiplies the expected count of an offence in a month by what is planted there; 1 where nothing is. */
export function offenceEffect(
  { robbery, series_break }: Planted,
  { planted }: DemoPlan,
  offence: { readonly id: string; readonly inLondon: boolean },
  monthIndex: number,
): number {
  if (!planted || !offence.inLondon) return 1;
  const month = ALL_MONTHS[monthIndex]?.slice(0, 7) ?? '';
  if (offence.id === 'robbery-personal')
    return (month >= robbery.rises ? 1 + robbery.by : 1) * (month >= robbery.bends ? 1 + robbery.by_then : 1);
  if (offence.id === series_break.offence && month >= series_break.from) return 1 + series_break.by;
  return 1;
}

/** What is added to a borough's share of a survey question in a quarter that ends with a month. */
export function surveyEffect(
  { trust, lowest_trust }: Planted,
  { planted }: DemoPlan,
  question: string,
  borough: string,
  monthIndex: number,
): number {
  if (!planted) return 0;
  const low =
    question === lowest_trust.question && lowest_trust.boroughs.includes(borough) ? lowest_trust.by : 0;
  if (question !== trust.question || borough !== trust.borough) return low;
  const [from, until] = [indexOf(trust.falls_from), indexOf(trust.falls_until)];
  const fallen = Math.min(1, Math.max(0, (monthIndex - from + 1) / (until - from + 1)));
  return low + trust.by * fallen;
}

/** Place of a month (2022-04) among all months; -1 when it is none of them. */
export function indexOf(month: string): number {
  return ALL_MONTHS.findIndex((each) => each.slice(0, 7) === month);
}
