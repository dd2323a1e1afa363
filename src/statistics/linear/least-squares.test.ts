import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from './least-squares.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('leastSquares', () => {
  it('equals lm(mpg ~ wt) on six cars: coefficients, residual sum, hat values', () => {
    // R: m <- lm(mpg ~ wt, mtcars[1:6, ]); coef(m); deviance(m); hatvalues(m)
    const fit = leastSquares(
      [column(1, 1, 1, 1, 1, 1), column(2.62, 2.875, 2.32, 3.215, 3.44, 3.46)],
      column(21, 21, 22.8, 21.4, 18.7, 18.1),
    );
    expect(fit.coefficients[0]).toBeCloseTo(30.30020347, 7);
    expect(fit.coefficients[1]).toBeCloseTo(-3.27948806, 7);
    expect(fit.residualSquares).toBeCloseTo(4.05948153211, 9);
    expect(fit.leverages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 12);
  });

  it('sets aside a column that the others hold, and gives it 0', () => {
    const fit = leastSquares(
      [column(1, 1, 1, 1), column(1, 2, 3, 4), column(3, 5, 7, 9)],
      column(1, 3, 2, 5),
    );
    expect(fit.aliased).toEqual([2]);
    expect(fit.coefficients[2]).toBe(0);
    expect(fit.rank).toBe(2);
  });

  it('leaves residuals at right angles to every column', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    const triple = fc.tuple(number, number, number);
    fc.assert(
      fc.property(fc.array(triple, { minLength: 4, maxLength: 30 }), (rows) => {
        const columns = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j] ?? 0));
        const fit = leastSquares(
          [Float64Array.from(rows, () => 1), ...columns],
          Float64Array.from(rows, (row) => row[2]),
        );
        for (const each of columns) {
          const along = each.reduce((sum, value, i) => sum + value * (fit.residuals[i] ?? 0), 0);
          expect(Math.abs(along)).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
