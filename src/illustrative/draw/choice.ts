import type { Random } from '../../statistics/index.ts';

/** Draws one of some things, each as often as its share of the weights. */
export type Choice<Thing> = (random: Random) => Thing;

/** @throws RangeError when there is nothing to choose from */
export function choiceOf<Thing>(
  weighted: readonly (readonly [thing: Thing, weight: number])[],
): Choice<Thing> {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const last = weighted.at(-1);
  if (last === undefined || !(total > 0)) throw new RangeError('nothing to choose from');
  return (random) => {
    let left = random.uniform() * total;
    for (const [thing, weight] of weighted) {
      left -= weight;
      if (left < 0) return thing;
    }
    return last[0];
  };
}
