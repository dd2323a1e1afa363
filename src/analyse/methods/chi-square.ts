import { UsageError } from '../../foundation/errors.ts';
import { aboutChiSquare } from '../../statistics/about/chi-square.ts';
import { raoScottTest } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import { codesOf, DESIGN_COLUMNS, designOf } from '../survey-design.ts';

/** Rao and Scott's test of two columns of a survey. */
export const chiSquare: Method = {
  about: aboutChiSquare,
  columns: DESIGN_COLUMNS,
  run(table, options) {
    const [rows, columns] = [options.text('rows'), options.text('columns')];
    if (rows === undefined || columns === undefined) {
      throw new UsageError('Say which two columns to compare.', 'Give --rows X --columns Y.');
    }
    const { f, df1, df2, p } = raoScottTest(
      designOf(table),
      codesOf(table.namedText(rows), true),
      codesOf(table.namedText(columns), true),
    );
    return { f, df1, df2, p };
  },
};
