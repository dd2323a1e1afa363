import { UsageError } from '../../foundation/errors.ts';
import { aboutFunnel } from '../../statistics/about/funnel.ts';
import { funnel } from '../../statistics/index.ts';
import type { Method } from '../method.ts';

/** Every unit against the limits of chance. `observed,expected` are a ratio; `numerator,denominator` a proportion or rate. */
export const funnelMethod: Method = {
  about: aboutFunnel,
  columns: ['unit', 'observed', 'expected', 'numerator', 'denominator'],
  run(table, options) {
    const isRatio = table.has('observed');
    const data = options.choice('data', ['ratio', 'proportion', 'rate'], isRatio ? 'ratio' : 'proportion');
    if (!isRatio && !table.has('numerator')) {
      throw new UsageError(
        'There are no counts.',
        'Give columns observed,expected or numerator,denominator.',
      );
    }
    const names = table.text('unit');
    const tops = table.numbers(isRatio ? 'observed' : 'numerator');
    const bottoms = table.numbers(isRatio ? 'expected' : 'denominator');
    const found = funnel(
      tops.map((numerator, row) => ({ numerator, denominator: bottoms[row] ?? 0 })),
      {
        data,
        levels: options.numbers('levels', [0.95, 0.998]),
        overdispersion: options.choice('overdispersion', ['none', 'additive', 'multiplicative']),
        fdr: options.level('fdr', 0.05),
        trim: options.number('trim', 0.1),
      },
    );
    const units = found.units.map(({ value, z, limits, outside, outsideLevel, p, fdrSignificant }, i) => {
      return {
        unit: names[i],
        value,
        z,
        limits,
        outside,
        outside_level: outsideLevel,
        p,
        fdr_significant: fdrSignificant,
      };
    });
    return { phi: found.phi, tau2: found.tau2, target: found.target, units };
  },
};
