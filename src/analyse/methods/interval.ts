import {
  byarInterval,
  exactBinomialInterval,
  exactPoissonInterval,
  jeffreysInterval,
  wilsonInterval,
} from '../../statistics/index.ts';
import { aboutInterval } from '../../statistics/about/interval.ts';
import { UsageError } from '../../foundation/errors.ts';
import type { Method } from '../method.ts';

const SHARES = { wilson: wilsonInterval, exact: exactBinomialInterval, jeffreys: jeffreysInterval };
const RATES = { byar: byarInterval, 'exact-poisson': exactPoissonInterval };

/** One interval for each row. */
export const interval: Method = {
  about: aboutInterval,
  columns: ['events', 'trials', 'exposure'],
  run(table, options) {
    const ofTrials = table.has('trials');
    const kind = options.choice(
      'kind',
      ['wilson', 'exact', 'jeffreys', 'byar', 'exact-poisson'],
      ofTrials ? 'wilson' : 'byar',
    );
    const level = options.level('level', 0.95);
    const isRate = kind === 'byar' || kind === 'exact-poisson';
    if (isRate && !table.has('exposure')) {
      throw new UsageError(
        `--kind ${kind} is for rates.`,
        'Give a column `exposure`, or choose wilson, exact or jeffreys.',
      );
    }
    if (!isRate && !ofTrials) {
      throw new UsageError(
        `--kind ${kind} is for shares.`,
        'Give a column `trials`, or choose byar or exact-poisson.',
      );
    }
    const method = isRate ? RATES[kind] : SHARES[kind];
    const events = table.numbers('events');
    const of = table.numbers(isRate ? 'exposure' : 'trials');
    return events.map((count, row) => {
      const { estimate, lower, upper } = method(count, of[row] ?? 0, level);
      return { estimate, lower, upper };
    });
  },
};
