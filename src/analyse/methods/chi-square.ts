import { UsageError } from '../../foundation/errors.ts';
import { aboutChiSquare } from '../../statistics/about/chi-square.ts';
import { raoScottTest, StatisticsError } from '../../statistics/index.ts';
import type { Method } from '../method.ts';
import { codesOf, DESIGN_COLUMNS, designOf } from '../survey-design.ts';

/** Beyond these the test takes minutes, and most cells would be empty. */
const MOST_CELLS = 200;

/** Rao and Scott's test of two columns of a survey. */
export const chiSquare: Method = {
  about: aboutChiSquare,
  columns: DESIGN_COLUMNS,
  run(table, options) {
    const [rows, columns] = [options.text('rows'), options.text('columns')];
    if (rows === undefined || columns === undefined) {
      throw new UsageError('Say which two columns to compare.', 'Give --rows X --columns Y.');
    }
    const [rowOf, columnOf] = [codesOf(table.namedText(rows), true), codesOf(table.namedText(columns), true)];
    const cells = levels(rowOf) * levels(columnOf);
    if (cells > MOST_CELLS) {
      throw new StatisticsError(
        'too-many-cells',
        `${rows} by ${columns} makes ${cells} cells, more than the ${MOST_CELLS} that the test is run for.`,
        'Join values, or choose a column of fewer.',
      );
    }
    const { f, df1, df2, p } = raoScottTest(designOf(table), rowOf, columnOf);
    return { f, df1, df2, p };
  },
};

function levels(codes: Int32Array): number {
  return codes.reduce((most, code) => Math.max(most, code), -1) + 1;
}
