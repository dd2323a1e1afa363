import { scaled } from '../demo-plan.ts';
import { binomial, poisson } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import { LONDON } from '../world/places.ts';
import { returnMonths, type ReturnWorld } from './return-facts.ts';

/** Calls to 999 and to 101. Where truths are planted, 999 is answered sooner from a month on, and a month of 101 is missing. */
export function writeCallsReturns(files: FileSet, { plan, planted, facts }: ReturnWorld): void {
  const { calls } = facts;
  const emergency = files.open(
    'returns/calls-999.csv',
    `${REMARK}\nforce,month,clock_start,calls_answered,answered_under_10s,answered_10_to_60s,answered_60s_or_more,mean_seconds`,
  );
  const other = files.open(
    'returns/calls-101.csv',
    `${REMARK}\nforce,month,clock_start,abandonment_threshold,calls_offered,calls_answered,calls_abandoned,mean_seconds`,
  );
  for (const [month, name] of returnMonths(facts)) {
    const random = streamFor(plan.seed, `calls/${month}`);
    const better = plan.planted && name >= planted.calls_999.from ? planted.calls_999.by : 0;
    const answered = poisson(random, scaled(calls.to_999, plan));
    // Months differ by more than chance does.
    const soon = binomial(random, answered, calls.under_10s + better + 0.015 * random.normal());
    const later = binomial(random, answered - soon, calls.from_10_to_60s / (1 - calls.under_10s));
    const mean = calls.mean_999 * (1 - 2 * better) + random.normal();
    emergency.line(
      `${LONDON},${name},operator,${answered},${soon},${later},${answered - soon - later},${mean.toFixed(1)}`,
    );
    const offered = poisson(random, scaled(calls.to_101, plan));
    const abandoned = binomial(random, offered, calls.abandoned + 0.01 * random.normal());
    const wait = calls.mean_101 + 8 * random.normal();
    if (!plan.planted || name !== planted.supplier.month)
      other.line(
        `${LONDON},${name},queue,60 seconds,${offered},${offered - abandoned},${abandoned},${wait.toFixed(1)}`,
      );
  }
  emergency.close();
  other.close();
}
