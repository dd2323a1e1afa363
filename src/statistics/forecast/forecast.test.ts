import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import airPassengers from '../oracles/air-passengers.json' with { type: 'json' };
import { seededRandom } from '../random.ts';
import { bestEts, etsForecasts } from './ets.ts';
import { fitEts } from './ets-fit.ts';
import { forecast } from './forecast.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { thetaForecasts } from './theta.ts';

// R: as.vector(AirPassengers), monthly, 1949–1960.
const air = Float64Array.from(airPassengers);
const task = { values: air, period: 12, horizon: 12, level: 0.95 };

describe('against R’s forecast package, on AirPassengers', () => {
  it('theta: thetaf', () => {
    const means = thetaForecasts(task)
      .forecasts.slice(0, 3)
      .map(({ mean }) => mean);
    for (const [i, expected] of [440.078191, 428.384281, 489.707099].entries()) {
      expect(Math.abs((means[i] ?? 0) / expected - 1)).toBeLessThan(1e-4);
    }
  });

  it('seasonal naive: snaive', () => {
    const { forecasts } = seasonalNaive(task);
    expect(forecasts.slice(0, 3).map(({ mean }) => mean)).toEqual([417, 391, 419]);
    // R: snaive(AirPassengers, h = 1, level = 95)$lower
    expect(forecasts[0]?.lower).toBeCloseTo(345.822448, 4);
  });

  it.each([
    ['A', 'N', 'N', -863.893394],
    ['A', 'A', 'N', -863.64729],
    ['M', 'A', 'M', -682.403619],
    ['A', 'N', 'A', -767.429478],
  ] as const)('ETS(%s,%s,%s) finds a likelihood at least as high', (error, trend, season, expected) => {
    const { logLikelihood } = fitEts(air, { error, trend, season }, 12);
    expect(logLikelihood).toBeGreaterThan(expected - 1e-4 * Math.abs(expected));
  });
});

describe('forecast', () => {
  it('intervals hold about as many values as they say, on series from the model itself', () => {
    const random = seededRandom(4);
    let inside = 0;
    for (let run = 0; run < 40; run++) {
      let level = 100;
      const series = Float64Array.from({ length: 52 }, () => {
        const value = level + 5 * random.normal();
        level += 0.3 * (value - level);
        return value;
      });
      const fit = fitEts(series.slice(0, 40), { error: 'A', trend: 'N', season: 'N' }, 1);
      for (const [h, { lower, upper }] of etsForecasts(fit, {
        horizon: 12,
        level: 0.95,
      }).forecasts.entries()) {
        const value = series[40 + h] ?? 0;
        if (value >= lower && value <= upper) inside++;
      }
    }
    expect(inside / 480).toBeGreaterThan(0.85);
    expect(inside / 480).toBeLessThan(0.99);
  });

  it('auto beats the seasonal naive where there is a trend, and says so', () => {
    const found = forecast(task, 'auto');
    expect(found.beatsSeasonalNaive).toBe(true);
    expect(found.backtest?.mase).toBeLessThan(1);
  });

  it('auto keeps to the seasonal naive where nothing beats it', () => {
    const repeated = Float64Array.from({ length: 60 }, (_, i) => [5, 9, 2, 7][i % 4] ?? 0);
    expect(forecast({ values: repeated, period: 4, horizon: 4, level: 0.9 }, 'auto').model).toBe(
      'seasonal-naive',
    );
  });

  it('answers any series with finite numbers or a named error, limits around the mean', () => {
    const value = fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 1000 }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('seasonal-naive', 'theta', 'ets', 'arima'),
        (series, model) => {
          try {
            const found = forecast(
              { values: Float64Array.from(series), period: 4, horizon: 5, level: 0.9 },
              model,
            );
            for (const { mean, lower, upper } of found.forecasts) {
              for (const number of [mean, lower, upper]) expect(Number.isFinite(number)).toBe(true);
              expect(lower).toBeLessThanOrEqual(mean + 1e-9);
              expect(upper).toBeGreaterThanOrEqual(mean - 1e-9);
            }
          } catch (error) {
            expect(error).toMatchObject({ name: 'StatisticsError' });
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('names a series that is too short', () => {
    expect(() => bestEts(Float64Array.of(1, 2), 12)).toThrow(
      expect.objectContaining({ problem: 'too-few-points' }),
    );
    expect(() => seasonalNaive({ ...task, values: air.slice(0, 12) })).toThrow(
      expect.objectContaining({ problem: 'too-few-points' }),
    );
  });
});
