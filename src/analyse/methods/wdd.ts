import { aboutWdd } from '../../statistics/about/wdd.ts';
import { weightedDisplacement, type AreaRole } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import type { Options } from '../options.ts';

const ROLES: Readonly<Record<string, AreaRole>> = {
  treated: 'treated',
  treatment: 'treated',
  control: 'control',
  displacement: 'displacement',
  'displacement-treated': 'displacement',
  'displacement-control': 'displacement-control',
};

/** Weighted displacement difference over any number of areas in each role. */
export const wdd: Method = {
  about: aboutWdd,
  columns: ['area_role', 'before', 'after', 'weight'],
  run(table, options) {
    const [before, after] = [table.numbers('before'), table.numbers('after')];
    const weights = table.has('weight') ? table.numbersOrGaps('weight') : [];
    const areas = table.text('area_role').map((text, row) => {
      const role = ROLES[text.toLowerCase().replaceAll(/[ _]+/g, '-')];
      if (role === undefined)
        throw table.fault(
          row,
          `'${text}' is no role of an area.`,
          `Roles: ${Object.keys(ROLES).join(', ')}.`,
        );
      return { role, before: before[row] ?? 0, after: after[row] ?? 0, weight: weights[row] ?? 1 };
    });
    const found = weightedDisplacement(areas, {
      dispersion: dispersionOf(options),
      level: options.level('level', 0.95),
    });
    const { estimate, variance, z, p, lower, upper, displacement, dispersion } = found;
    return {
      estimate,
      variance,
      z,
      lower,
      upper,
      displacement,
      standard_error: Math.sqrt(variance),
      p,
      dispersion,
    };
  },
};

/** `--overdispersion` alone, or `auto`, estimates it; a number states it. */
function dispersionOf(options: Options): number | 'estimate' {
  const text = options.text('overdispersion');
  return text === 'true' || text === 'auto' ? 'estimate' : options.number('overdispersion', 1);
}
