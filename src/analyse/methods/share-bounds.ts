import { UsageError } from '../../foundation/errors.ts';
import { aboutShareBounds } from '../../statistics/about/share-bounds.ts';
import { rangesOverlap, shareBounds } from '../../statistics/index.ts';
import type { Method } from '../method.ts';

/** Possible shares of each category; a row with an empty category holds what was not recorded. */
export const shareBoundsMethod: Method = {
  about: aboutShareBounds,
  columns: ['category', 'count'],
  run(table, options) {
    const counts = new Map<string, number>();
    const values = table.numbers('count');
    for (const [row, category] of table.text('category').entries()) {
      counts.set(category, (counts.get(category) ?? 0) + (values[row] ?? 0));
    }
    const unknown = counts.get('') ?? 0;
    counts.delete('');
    const names = [...counts.keys()];
    const found = shareBounds([...counts.values()], unknown);
    const categories = found.map(({ knownShare, lower, upper }, i) => ({
      category: names[i],
      known_share: knownShare,
      lower,
      upper,
    }));
    const about = options.text('category-compared') ?? names[0];
    const survey = options.number('survey');
    const low = options.number('survey-lower') ?? survey;
    const high = options.number('survey-upper') ?? survey;
    if (low === undefined || high === undefined) return { categories, compatible: null };
    const range = categories.find(({ category }) => category === about);
    if (range === undefined)
      throw new UsageError(`There is no category '${about ?? ''}'.`, `Categories: ${names.join(', ')}.`);
    return {
      categories,
      compared: about ?? null,
      compatible: rangesOverlap(range, { lower: low, upper: high }),
    };
  },
};
