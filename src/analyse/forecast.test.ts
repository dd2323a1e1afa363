import { describe, expect, it } from 'vitest';
import { analyse } from './index.ts';

/** Forty months: a level of 20, three for each officer on the street, and a little noise. */
function world(months: number): { readonly past: string; readonly future: (officers: number) => string } {
  const month = (i: number) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const officers = (i: number) => 5 + ((i * 7) % 4);
  const noise = (i: number) => ((i * 37) % 11) / 11 - 0.5;
  return {
    past: [
      'date,value,officers',
      ...Array.from(
        { length: months },
        (_, i) => `${month(i)},${20 + 3 * officers(i) + noise(i)},${officers(i)}`,
      ),
    ].join('\n'),
    future: (count) =>
      ['date,officers', ...Array.from({ length: 6 }, (_, h) => `${month(months + h)},${count}`)].join('\n'),
  };
}

interface Found {
  readonly model: string;
  readonly forecasts: readonly { readonly date: string; readonly mean: number }[];
  readonly regressors: readonly { readonly name: string; readonly effect: number }[];
}

function run(csv: string, options: Record<string, string | number | boolean>, scenario?: string): Found {
  const others = scenario === undefined ? {} : { scenario };
  return analyse('forecast', csv, options, others).results[0] as unknown as Found;
}

describe('forecast with a scenario', () => {
  const { past, future } = world(40);

  it('finds what a regressor goes along with, and carries the supposed future through', () => {
    const few = run(past, { horizon: 6 }, future(5));
    const many = run(past, { horizon: 6 }, future(9));
    expect(few.model).toMatch(/^arima/);
    expect(few.regressors).toEqual([{ name: 'officers', effect: expect.closeTo(3, 0) as number }]);
    expect((many.forecasts[0]?.mean ?? 0) - (few.forecasts[0]?.mean ?? 0)).toBeCloseTo(12, 0);
    expect(few.forecasts[0]?.date).toBe('2023-05-01');
  });

  it('names the regressor and the month that the scenario lacks', () => {
    expect(() => run(past, { horizon: 12 }, future(5))).toThrow("no value of 'officers' for 2023-11-01");
    expect(() => run(past, { x: 'officers' })).toThrow('in the periods to come');
    expect(() => run(past, { model: 'ets', horizon: 6 }, future(5))).toThrow('no place for regressors');
    expect(() => run(past, {}, 'date,weather\n2023-05,3')).toThrow('no column that the table has too');
  });

  it('fits the order that it is told, and refuses one that is none', () => {
    expect(run(past, { order: '0,1,1', model: 'arima' }).model).toBe('arima(0,1,1)');
    expect(run(past, { order: '0,1,1', log: true, model: 'arima' }).model).toBe('arima(0,1,1) of logs');
    expect(() => run(past, { order: '0,1' })).toThrow('--order is not an order');
  });
});
