import type { Check, CheckOf } from './check-schema.ts';
import { checkAbsentAreas } from './kinds/absent-areas.ts';
import { checkMissingLeaps } from './kinds/missing-leaps.ts';
import { checkMissingMonths } from './kinds/missing-months.ts';
import { checkRatios } from './kinds/ratios.ts';
import { checkRenamedLabels } from './kinds/renamed-labels.ts';
import { checkRepeatedRows } from './kinds/repeated-rows.ts';
import { checkCopiedMonths, checkDoubledMonths } from './kinds/same-cells.ts';
import { checkShareOfRows } from './kinds/share-of-rows.ts';
import { checkShortMonths } from './kinds/short-month.ts';
import type { Problem } from './problem.ts';
import type { Scope } from './scope.ts';

type Found = readonly Problem[] | Promise<readonly Problem[]>;

const KINDS: { readonly [Kind in Check['kind']]: (check: CheckOf<Kind>, scope: Scope) => Found } = {
  'short-month': checkShortMonths,
  'missing-months': checkMissingMonths,
  'copied-month': checkCopiedMonths,
  'doubled-month': checkDoubledMonths,
  'repeated-rows': checkRepeatedRows,
  'share-of-rows': checkShareOfRows,
  'missing-leaps': checkMissingLeaps,
  'renamed-label': checkRenamedLabels,
  'absent-area': checkAbsentAreas,
  ratio: checkRatios,
};

/** Runs checks over what a lake holds and lists what fails them, in the order of the checks. */
export async function runChecks(checks: readonly Check[], scope: Scope): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const check of checks) {
    const run = KINDS[check.kind] as (check: Check, scope: Scope) => Found;
    problems.push(...(await run(check, scope)));
  }
  return problems;
}
