import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import airPassengers from '../../oracles/air-passengers.json' with { type: 'json' };
import oracle from '../../oracles/arima.json' with { type: 'json' };
import { seededRandom } from '../../random.ts';
import { arimaForecasts } from './arima-forecast.ts';
import { fitArima } from './arima-fit.ts';
import type { ArimaOrder } from './arima-order.ts';
import { autocovariances } from './arma.ts';
import { autoArima } from './auto-arima.ts';
import { kpssStatistic } from './kpss.ts';
import { stationaryFrom, rootsBeyond } from './stationary.ts';

const air = Float64Array.from(airPassengers);
const logs = air.map(Math.log);
const series = readFileSync(path.join(import.meta.dirname, '../../oracles/series.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number));
const column = (index: number) => Float64Array.from(series, (cells) => cells[index] ?? NaN);
const [a, b, y] = [column(1), column(2), column(3)];

function order(
  [p, d, q]: readonly [number, number, number],
  [seasonalP, seasonalD, seasonalQ]: readonly [number, number, number] = [0, 0, 0],
  constant = false,
): ArimaOrder {
  return { p, d, q, seasonalP, seasonalD, seasonalQ, period: 12, constant };
}

const MODELS = [
  { name: 'airline', order: order([0, 1, 1], [0, 1, 1]), values: logs, regressors: [] },
  { name: 'drift', order: order([2, 0, 0], [0, 1, 1], true), values: logs, regressors: [] },
  { name: 'mean', order: order([1, 0, 1], [0, 0, 0], true), values: logs, regressors: [] },
  { name: 'seasonal-ar', order: order([0, 1, 2], [1, 0, 0], true), values: logs, regressors: [] },
  {
    name: 'regressors',
    order: order([1, 0, 0], [0, 0, 0], true),
    values: y.subarray(0, 72),
    regressors: [a, b],
  },
  { name: 'differenced-regressors', order: order([0, 1, 1]), values: y.subarray(0, 72), regressors: [a, b] },
] as const;

function expected(key: string): readonly number[] {
  return (oracle as Readonly<Record<string, readonly number[]>>)[key] ?? [];
}

describe.each(MODELS)(
  '$name, against forecast::Arima(method = "ML")',
  ({ name, order: form, values, regressors }) => {
    const fit = fitArima(
      values,
      form,
      regressors.map((whole) => whole.subarray(0, values.length)),
    );

    it('reaches the likelihood', () => {
      const [likelihood = NaN, aicc = NaN] = expected(`${name}-fit`);
      expect(fit.logLikelihood).toBeGreaterThan(likelihood - 1e-4 * Math.abs(likelihood));
      expect(Math.abs(fit.aicc / aicc - 1)).toBeLessThan(1e-3);
    });

    it('forecasts the same, with intervals of the same width in units of the surprises', () => {
      const forecasts = arimaForecasts(fit, values, 24, 0.95, regressors);
      for (const [i, h] of [0, 1, 12, 23].entries()) {
        const { mean = NaN, upper = NaN } = forecasts[h] ?? {};
        const scale = Math.max(1, Math.abs(expected(`${name}-mean`)[i] ?? NaN));
        expect(Math.abs(mean - (expected(`${name}-mean`)[i] ?? NaN)) / scale).toBeLessThan(2e-4);
        const reach = (upper - mean) / Math.sqrt(fit.variance);
        expect(Math.abs(reach / (expected(`${name}-reach`)[i] ?? NaN) - 1)).toBeLessThan(3e-4);
      }
    });
  },
);

describe('choosing a model', () => {
  it('chooses as forecast::auto.arima on AirPassengers and its logarithms', () => {
    for (const [values, key] of [
      [air, 'auto'],
      [logs, 'auto-log'],
    ] as const) {
      const { order: found, aicc } = autoArima(values, 12);
      const [p, d, q, P, D, Q, best = NaN] = expected(key);
      expect(found).toMatchObject({ p, d, q, seasonalP: P, seasonalD: D, seasonalQ: Q });
      expect(Math.abs(aicc / best - 1)).toBeLessThan(1e-4);
    }
  });

  it('tells a wandering series from a steady one as urca::ur.kpss', () => {
    const differences = logs.slice(1).map((value, i) => value - (logs[i] ?? 0));
    expect(kpssStatistic(logs)).toBeCloseTo(expected('kpss-air')[0] ?? NaN, 6);
    expect(kpssStatistic(y.subarray(0, 72))).toBeCloseTo(expected('kpss-y')[0] ?? NaN, 6);
    expect(kpssStatistic(differences)).toBeCloseTo(expected('kpss-difference')[0] ?? NaN, 6);
  });

  it('takes noise for noise', () => {
    const random = seededRandom(9);
    const noise = Float64Array.from({ length: 80 }, () => 50 + random.normal());
    const { order: found } = autoArima(noise, 12);
    expect(found.d + found.seasonalD).toBe(0);
    expect(found.constant).toBe(true);
  });

  it('names a series that is too short', () => {
    expect(() => autoArima(Float64Array.of(1, 2), 12)).toThrow(
      expect.objectContaining({ problem: 'too-few-points' }),
    );
  });
});

describe('the parts', () => {
  it('any numbers make a stationary autoregression', () => {
    const random = seededRandom(3);
    for (let run = 0; run < 200; run++) {
      const phi = stationaryFrom(
        Float64Array.from({ length: 1 + random.below(6) }, () => 2 * random.normal()),
      );
      expect(rootsBeyond(phi, 1)).toBe(true);
    }
    expect(rootsBeyond([0.5, 0.6], 1)).toBe(false);
    expect(rootsBeyond([0.95], 1.1)).toBe(false);
  });

  it('autocovariances of an ARMA(1,1) are those of the book', () => {
    // Brockwell & Davis (1991), example 3.3.1 in general form: γ(0) = 1 + (φ+θ)²/(1−φ²), γ(1) = φ+θ + φ(φ+θ)²/(1−φ²).
    const [phi, theta] = [0.7, 0.4];
    const gamma = autocovariances({ phi: Float64Array.of(phi), theta: Float64Array.of(theta) }, 4);
    const spread = (phi + theta) ** 2 / (1 - phi * phi);
    expect(gamma[0]).toBeCloseTo(1 + spread, 12);
    expect(gamma[1]).toBeCloseTo(phi + theta + phi * spread, 12);
    expect(gamma[3]).toBeCloseTo(phi * phi * (phi + theta + phi * spread), 12);
  });
});
