import { UsageError } from '../../foundation/errors.ts';
import { aboutSynthetic } from '../../statistics/about/synthetic.ts';
import { balancedPanel, StatisticsError, syntheticControl } from '../../statistics/index.ts';
import type { Method } from '../method.ts';

/** Every unit is fitted by all the others for its placebo: with a thousand that takes minutes. */
const MOST_UNITS = 200;

/** Synthetic control for one unit treated from one time on. */
export const synthetic: Method = {
  about: aboutSynthetic,
  columns: ['unit', 'time', 'value'],
  run(table, options) {
    const [treated, from] = [options.text('treated'), options.number('from')];
    if (treated === undefined || from === undefined) {
      throw new UsageError('Say which unit was treated, and from when.', 'Give --treated U --from T.');
    }
    const [times, values] = [table.numbers('time'), table.numbersOrGaps('value')];
    const rows = table.text('unit').flatMap((unit, row) => {
      const value = values[row] ?? null;
      return value === null ? [] : [{ unit, time: times[row] ?? 0, value, firstTreated: null }];
    });
    const panel = balancedPanel(rows);
    if (panel.units.length > MOST_UNITS) {
      throw new StatisticsError(
        'too-many-cells',
        `There are ${panel.units.length} units, more than the ${MOST_UNITS} that a placebo is run for each of.`,
        'Keep the units that are like the treated one.',
      );
    }
    const found = syntheticControl(panel, treated, from);
    return {
      att: found.att,
      pre_rmspe: found.preRmspe,
      weights: found.weights.filter(({ weight }) => weight > 1e-9),
      placebo_p: found.placeboP,
      pre_l2: found.preL2,
      improvement_over_even_weights: found.improvement,
      gaps: found.gaps,
      units_dropped: panel.dropped,
    };
  },
};
