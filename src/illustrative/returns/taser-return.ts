import { poisson } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet } from '../output/file-set.ts';
import { MARK, REMARK } from '../output/mark.ts';
import { LONDON } from '../world/places.ts';
import { returnMonths, type ReturnWorld } from './return-facts.ts';

const USES = ['drawn', 'aimed', 'red-dot', 'fired'] as const;
const GROUPS = ['White', 'Black', 'Asian'] as const;

/** Taser on children and its reviews, for the last year. Where truths are planted, a few were not reviewed: "every one was" is false. */
export function writeTaserReturn(files: FileSet, { plan, planted, facts }: ReturnWorld): void {
  const months = returnMonths(facts).slice(-facts.taser.months);
  const rows = months.flatMap(([month, name]) => {
    const random = streamFor(plan.seed, `taser/${month}`);
    const counts = new Map<string, number>();
    const uses = poisson(random, facts.taser.uses_a_month);
    for (let each = 0; each < uses; each++) {
      const key = `${USES[random.below(USES.length)] ?? ''},11 to 17,Male,${GROUPS[random.below(GROUPS.length)] ?? ''}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts.size === 0
      ? [{ key: `${LONDON},${name},drawn,11 to 17,Male,White`, count: 0 }]
      : [...counts].map(([key, count]) => ({ key: `${LONDON},${name},${key}`, count }));
  });
  let missing = plan.planted ? planted.taser.not_reviewed : 0;
  const lines = rows.toReversed().map(({ key, count }) => {
    const left = Math.min(count, missing);
    missing -= left;
    return `${key},${count},${count - left},${MARK}: a review panel`;
  });
  files.write(
    'returns/taser-on-children.csv',
    `${REMARK}\nforce,month,highest_use,age_group,sex,ethnicity,uses,reviewed,reviewed_by`,
    lines.toReversed(),
  );
}
