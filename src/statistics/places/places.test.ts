import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../oracles/places.json' with { type: 'json' };
import { seededRandom } from '../random.ts';
import { getisOrd } from './getis-ord.ts';
import { knoxTest } from './knox.ts';
import { moranTest } from './moran.ts';
import { gridCounts, gridNeighbours } from './neighbours.ts';
import { predictionAccuracy } from './prediction-accuracy.ts';

const values = Float64Array.from(oracle.values);

describe('against spdep (oracles/places.R)', () => {
  it('Moran’s I, its expectation, variance and z', () => {
    const { i, expectation, variance, z } = moranTest(values, oracle.neighbours);
    for (const [k, value] of [i, expectation, variance, z].entries())
      expect(value).toBeCloseTo(oracle.moran[k] ?? NaN, 9);
  });

  it('Gi* of every cell', () => {
    for (const [k, value] of getisOrd(values, oracle.neighbours).entries())
      expect(value).toBeCloseTo(oracle.gi[k] ?? NaN, 9);
  });

  it('the grid’s neighbours are spdep’s queen neighbours, whichever way cells are numbered', () => {
    const sizes = (all: readonly (readonly number[])[]) => all.map((own) => own.length).sort((a, b) => a - b);
    expect(sizes(gridNeighbours({ columns: 6, rows: 5 }))).toEqual(sizes(oracle.neighbours));
  });

  it('do not mind scale and shift', () => {
    const moved = values.map((value) => 3 * value + 11);
    expect(moranTest(moved, oracle.neighbours).z).toBeCloseTo(oracle.moran[3] ?? NaN, 9);
    expect(getisOrd(moved, oracle.neighbours)[7]).toBeCloseTo(oracle.gi[7] ?? NaN, 9);
  });
});

describe('knoxTest', () => {
  const random = seededRandom(1);
  const events = Array.from(
    { length: 60 },
    () => [random.uniform() * 500, random.uniform() * 500, random.below(60)] as const,
  );
  const columns = [0, 1, 2].map((k) => Float64Array.from(events, (event) => event[k] ?? 0));
  const [x = new Float64Array(), y = new Float64Array(), day = new Float64Array()] = columns;

  it('counts the pairs that a plain look at all pairs counts', () => {
    const found = knoxTest(x, y, day, { distances: [50, 100, 200], days: [3, 7], permutations: 1 });
    const plain = [0, 0, 0].map(() => [0, 0]);
    for (let i = 0; i < 60; i++) {
      for (let j = i + 1; j < 60; j++) {
        const row = [50, 100, 200].findIndex(
          (upper) => Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)) <= upper,
        );
        const column = [3, 7].findIndex((upper) => Math.abs((day[i] ?? 0) - (day[j] ?? 0)) <= upper);
        const at = plain[row];
        if (at !== undefined && column >= 0) at[column] = (at[column] ?? 0) + 1;
      }
    }
    expect(found.map((row) => row.map(({ observed }) => observed))).toEqual(plain);
  });

  it('sees planted repeats, and the same seed gives the same answer', () => {
    const repeat = (values: Float64Array, by: number) =>
      Float64Array.of(...values, ...values.slice(0, 30).map((value) => value + by));
    const options = { distances: [20, 200], days: [2, 30], seed: 5 };
    const found = knoxTest(repeat(x, 5), repeat(y, 5), repeat(day, 1), options);
    expect(found[0]?.[0]?.ratio ?? 0).toBeGreaterThan(5);
    expect(found[0]?.[0]?.p).toBe(0.001);
    expect(knoxTest(repeat(x, 5), repeat(y, 5), repeat(day, 1), options)).toEqual(found);
  });

  it('names bands that do not rise', () => {
    expect(() => knoxTest(x, y, day, { distances: [100, 50], days: [7] })).toThrow(
      expect.objectContaining({ problem: 'bad-option' }),
    );
  });
});

describe('grid and prediction', () => {
  it('puts every point in a cell', () => {
    const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 50 }), (points) => {
        const grid = gridCounts(
          Float64Array.from(points, ([x]) => x),
          Float64Array.from(points, ([, y]) => y),
          50,
        );
        expect(grid.counts.reduce((sum, value) => sum + value, 0)).toBe(points.length);
      }),
    );
  });

  it('PAI: share of events over share of area; PEI: over the best there was', () => {
    const before = Float64Array.of(9, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    const after = Float64Array.of(4, 6, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(predictionAccuracy(before, after, 0.1)).toEqual({
      hitShare: 0.4,
      areaShare: 0.1,
      pai: 4,
      pei: 0.4 / 0.6,
      cells: 1,
    });
  });

  it('names a pattern that cannot be: equal values', () => {
    expect(() => moranTest(new Float64Array(30).fill(2), oracle.neighbours)).toThrow(
      expect.objectContaining({ problem: 'constant-series' }),
    );
    expect(() => getisOrd(new Float64Array(30).fill(2), oracle.neighbours)).toThrow(
      expect.objectContaining({ problem: 'constant-series' }),
    );
  });
});
