/**
 * The arithmetic of "what changed". A figure is looked at in four stages, each of which differs from the one before in one
 * thing only; the differences between them add up to the whole change, whatever the figures are.
 */

/** One thing at four stages. */
export interface Stages<Value> {
  /** What was known: the recipe of the day on the data of the day. */
  readonly then: Value;
  /** Today's recipe on the data of the day. */
  readonly redefined: Value;
  /** Today's recipe on today's data, from the same kind of publication as before. */
  readonly revised: Value;
  /** What is known now. */
  readonly now: Value;
}

/** Why a figure reads differently now. The three add up to the difference. */
export interface Split {
  /** Another recipe. */
  readonly recipe: number;
  /** Another kind of publication answers for the same recipe. */
  readonly feed: number;
  /** The same figure, given otherwise by a later release. */
  readonly data: number;
}

/**
 * Splits the difference between a figure as known then and now. Where a stage between them cannot be worked out, what would have
 * come after it counts to the definition, since the two recipes or publications cannot then be compared on the same data.
 * Null where the figure is not known at both ends.
 */
export function splitFigure({ then, redefined, revised, now }: Stages<number | null>): Split | null {
  if (then === null || now === null) return null;
  if (redefined === null) return { recipe: (revised ?? now) - then, feed: now - (revised ?? now), data: 0 };
  if (revised === null) return { recipe: redefined - then, feed: now - redefined, data: 0 };
  return { recipe: redefined - then, feed: now - revised, data: revised - redefined };
}

/** A rate at two stages. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Splits the change of a rate into what its events and what its population did: the events change first, over the earlier
 * population, then the population under the later events. The two add up to the change of the rate.
 */
export function splitRate(
  before: Rate,
  after: Rate,
  per: number,
): { numerator: number; denominator: number } {
  const events = (after.numerator / before.denominator) * per;
  return {
    numerator: events - (before.numerator / before.denominator) * per,
    denominator: (after.numerator / after.denominator) * per - events,
  };
}

/** Adds splits up. */
export function sumOfSplits(splits: readonly Split[]): Split {
  return splits.reduce(
    (sum, each) => ({
      recipe: sum.recipe + each.recipe,
      feed: sum.feed + each.feed,
      data: sum.data + each.data,
    }),
    { recipe: 0, feed: 0, data: 0 },
  );
}
