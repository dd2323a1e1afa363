import { describe, expect, it } from 'vitest';
import { runOf } from './cadence.ts';
import { observationsFrom } from './testing/observations.ts';

describe('runOf', () => {
  it('names months, quarters and years by their length', () => {
    expect(runOf(observationsFrom('2020-01', [1, 2, 3]))?.cadence).toBe('month');
    expect(runOf(observationsFrom('2020-01', [1, 2], { months: 3 }))?.cadence).toBe('quarter');
    expect(runOf(observationsFrom('2020-04', [1, 2], { months: 12 }))?.cadence).toBe('year');
  });

  it('knows years that overlap', () => {
    expect(runOf(observationsFrom('2020-01', [1, 2, 3], { months: 12, step: 3 }))?.cadence).toBe('rolling');
  });

  it('keeps months apart from years of the same figure, whichever there are more of', () => {
    const months = observationsFrom('2020-01', [1, 2, 3]);
    const years = observationsFrom('2018-04', [30, 40], { months: 12 });
    const run = runOf([...years, ...months]);
    expect(run?.cadence).toBe('month');
    expect(run?.observations).toEqual(months);
  });

  it('puts groups aside unless one is asked for', () => {
    const total = observationsFrom('2020-01', [1, 2]);
    const men = observationsFrom('2020-01', [1, 1]).map((each) => ({ ...each, group: 'men' }));
    expect(runOf([...total, ...men])?.observations).toEqual(total);
    expect(runOf([...total, ...men], 'men')?.observations).toEqual(men);
  });

  it('is nothing without a figure', () => {
    expect(runOf([])).toBeNull();
    expect(runOf(observationsFrom('2020-01', [null, null]))).toBeNull();
  });
});
