import { formatFigure } from '../words/format-value.ts';
import { sentence } from '../words/sentence.ts';
import type { ProfileBarsInput } from './input.ts';
import type { Bar, PreparedProfile } from './prepare.ts';

/**
 * The group that the first profile has most too many of, and most too few, beside the second; and what is not recorded. A
 * difference inside both intervals is not named.
 */
export function profileReading(
  { subject, groups, sides }: ProfileBarsInput,
  profiles: readonly PreparedProfile[],
): string {
  const what = subject.trim() || 'The first profile';
  const [first, second] = profiles;
  if (!first || !second || groups.length === 0) return sentence(`${what}: there are no profiles to compare`);
  const cells = [
    ...(sides ? pairs(first.left, second.left, groups, sides[0]) : []),
    ...pairs(first.right, second.right, groups, sides?.[1]),
  ];
  const told = cells.filter(({ a, b }) => apart(a, b));
  const order = told.toSorted((x, y) => y.difference - x.difference);
  const [most, least] = [order[0], order.at(-1)];
  const missing =
    first.notRecorded === null || first.notRecorded === 0
      ? ''
      : `; for ${formatFigure(first.notRecorded, 'proportion')} it was not recorded`;
  if (cells.length === 0) return sentence(`${what}: no share is available beside ${second.name}${missing}`);
  if (!most || !least)
    return sentence(`${what}: no group's share can be told from that of ${second.name}${missing}`);
  const clause = ({ name, a, b }: (typeof cells)[number]): string =>
    `${name} (${formatFigure(a.share, 'proportion')} against ${formatFigure(b.share, 'proportion')} of ${second.name})`;
  const parts = [
    ...(most.difference > 0 ? [`the largest share above is ${clause(most)}`] : []),
    ...(least.difference < 0 ? [`the furthest below is ${clause(least)}`] : []),
  ];
  return sentence(`${what}: ${parts.join('; ')}${missing}`);
}

function pairs(
  first: readonly Bar[],
  second: readonly Bar[],
  groups: readonly string[],
  side?: string,
): { name: string; a: Bar; b: Bar; difference: number }[] {
  return groups.flatMap((group, index) => {
    const [a, b] = [first[index], second[index]];
    if (!a || !b || a.share === null || b.share === null) return [];
    const name = group.trim() || 'unnamed';
    return [{ name: side === undefined ? name : `${side}, ${name}`, a, b, difference: a.share - b.share }];
  });
}

/** Whether two bars differ beyond what their intervals leave open. */
function apart(a: Bar, b: Bar): boolean {
  const [low, high] = [
    a.interval ?? { lower: a.share ?? 0, upper: a.share ?? 0 },
    b.interval ?? { lower: b.share ?? 0, upper: b.share ?? 0 },
  ];
  return low.lower > high.upper || low.upper < high.lower;
}
