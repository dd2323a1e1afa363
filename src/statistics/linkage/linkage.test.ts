import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRecords, seededRandom, type LinkKey, type Random } from '../index.ts';
import { agreement, APART, MISSING, NEAR, SAME } from './agreement.ts';
import { fellegiSunter, matchProbability } from './fellegi-sunter.ts';

describe('how two values agree', () => {
  it.each([
    ['Westminster', ' westminster ', SAME],
    ['Smith', 'Smyth', NEAR],
    ['Smith', 'Smiht', NEAR],
    ['Smith', 'Smit', NEAR],
    ['Smith', 'Brown', APART],
    ['Ann', 'Ana', APART],
    ['34', '35', NEAR],
    ['34', '36', APART],
    ['34.0', '34', SAME],
    ['2023-02-28', '2023-03-01', NEAR],
    ['2023-02-28', '2023-03-02', APART],
    ['', 'x', MISSING],
  ])('%s and %s: %i', (a, b, found) => {
    expect(agreement(a, b)).toBe(found);
    expect(agreement(b, a)).toBe(found);
  });
});

describe('expectation and maximisation', () => {
  // Expected counts of every pattern of three keys under a known model: EM must find that model again.
  const truth = {
    share: 0.002,
    m: [
      [0.05, 0.05, 0.9],
      [0.1, 0.15, 0.75],
      [0.02, 0.08, 0.9],
      [0.2, 0.1, 0.7],
    ],
    u: [
      [0.9, 0.05, 0.05],
      [0.6, 0.3, 0.1],
      [0.97, 0.02, 0.01],
      [0.45, 0.05, 0.5],
    ],
  };
  const patterns = Array.from({ length: 81 }, (_, code) => {
    const agreements = [0, 1, 2, 3].map((key) => Math.floor(code / 3 ** key) % 3);
    const under = (side: readonly (readonly number[])[]) =>
      agreements.reduce((product, level, key) => product * (side[key]?.[level] ?? 0), 1);
    return { agreements, pairs: 1e6 * (truth.share * under(truth.m) + (1 - truth.share) * under(truth.u)) };
  });

  it('finds the model that made the counts', () => {
    const found = fellegiSunter(patterns, 10_000);
    expect(found.converged).toBe(true);
    expect(found.share).toBeCloseTo(truth.share, 5);
    for (const [key, row] of truth.m.entries())
      for (const [level, value] of row.entries()) {
        expect(found.m[key]?.[level]).toBeCloseTo(value, 3);
        expect(found.u[key]?.[level]).toBeCloseTo(truth.u[key]?.[level] ?? NaN, 4);
      }
  });

  it('weighs agreements as Bayes does, and missing ones not at all', () => {
    const { share, m, u } = truth;
    const odds =
      (share / (1 - share)) * ((m[0]?.[2] ?? 0) / (u[0]?.[2] ?? 1)) * ((m[2]?.[0] ?? 0) / (u[2]?.[0] ?? 1));
    expect(matchProbability(truth, [SAME, MISSING, APART, MISSING])).toBeCloseTo(odds / (1 + odds), 12);
  });
});

/** Two files of which `common` rows belong together; each key of the second is spoilt with the chance `spoilt`. */
function madeUp(
  random: Random,
  common: number,
  alone: number,
  spoilt: number,
): { keys: LinkKey[]; truth: number[] } {
  const draw = () => [
    `borough ${String.fromCodePoint(97 + random.below(24))}`,
    `2023-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    String(14 + random.below(50)),
    ['Asian', 'Black', 'White', 'Other'][random.below(4)] ?? '',
    String(1000 + random.below(400)),
  ];
  const shared = Array.from({ length: common }, draw);
  const first = [...shared, ...Array.from({ length: alone }, draw)];
  const copies = shared.map((row, i) => ({
    i,
    row: row.map((cell, k) =>
      random.uniform() < spoilt ? (random.uniform() < 0.5 ? '' : (draw()[k] ?? '')) : cell,
    ),
  }));
  const second = [...copies, ...Array.from({ length: alone }, () => ({ i: -1, row: draw() }))].toSorted(
    () => random.uniform() - 0.5,
  );
  return {
    keys: ['borough', 'date', 'age', 'ethnicity', 'officer'].map((name, k) => ({
      name,
      first: first.map((row) => row[k] ?? ''),
      second: second.map(({ row }) => row[k] ?? ''),
    })),
    truth: second.map(({ i }) => i),
  };
}

function score(partner: Int32Array, truth: readonly number[], common: number) {
  const links = [...partner.entries()].filter(([, b]) => b >= 0);
  const right = links.filter(([a, b]) => truth[b] === a).length;
  return { precision: right / links.length, recall: right / common, wrong: links.length - right };
}

describe('linking two files', () => {
  it('finds the pairs of a made-up truth, and expects about as many wrong links as there are', () => {
    const { keys, truth } = madeUp(seededRandom(2), 700, 300, 0.1);
    const found = linkRecords(keys);
    expect(found.blocked).toBe(false);
    const { precision, recall, wrong } = score(found.partner, truth, 700);
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.9);
    expect(Math.abs(found.expectedFalseLinks - wrong)).toBeLessThan(10);
    expect(found.model.share).toBeCloseTo(700 / 1e6, 4);
  });

  it('finds nearly the same within blocks, while it compares far fewer pairs', () => {
    const { keys, truth } = madeUp(seededRandom(3), 1500, 500, 0.1);
    const found = linkRecords(keys, { threshold: 0.9 });
    expect(found.blocked).toBe(true);
    expect(found.pairsCompared).toBeLessThan(400_000);
    const { precision, recall } = score(found.partner, truth, 1500);
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.88);
    const blocked = linkRecords(keys, { blocks: [[0, 1]] });
    expect(blocked.pairsCompared).toBeLessThan(20_000);
    expect(score(blocked.partner, truth, 1500).precision).toBeGreaterThan(0.97);
  });

  it('links no row twice, and every row is linked, one-sided or unlinked', () => {
    const cell = fc.constantFrom('a', 'b', '1', '2', '', 'word', 'wird');
    const file = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        file,
        file,
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (first, second, threshold) => {
          const keys = [0, 1, 2].map((k) => ({
            name: String(k),
            first: first.map((row) => row[k] ?? ''),
            second: second.map((row) => row[k] ?? ''),
          }));
          const found = linkRecords(keys, { threshold });
          const used = [...found.partner].filter((b) => b >= 0);
          expect(new Set(used).size).toBe(used.length);
          expect(found.first.linked).toBe(used.length);
          expect(found.first.linked + found.first.oneSided + found.first.unlinked).toBe(first.length);
          expect(found.second.linked).toBe(used.length);
          expect(found.second.linked + found.second.oneSided + found.second.unlinked).toBe(second.length);
          expect(found.expectedFalseLinks).toBeLessThanOrEqual(used.length * (1 - threshold) + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('links fewer rows the surer it has to be', () => {
    const { keys } = madeUp(seededRandom(5), 300, 200, 0.25);
    const linked = [0.5, 0.9, 0.99].map((threshold) => linkRecords(keys, { threshold }).first.linked);
    expect(linked).toEqual(linked.toSorted((a, b) => b - a));
    expect(new Set(linked).size).toBeGreaterThan(1);
  });

  it('finds next to nothing where there is nothing to find', () => {
    const { keys } = madeUp(seededRandom(6), 0, 500, 0);
    expect(linkRecords(keys).first.linked).toBeLessThanOrEqual(2);
  });

  it('calls a row one-sided when its only counterpart went to another', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      `name ${String.fromCodePoint(97 + (i % 26))}${i}`,
      String(i * 7),
      `street ${i * 13}`,
    ]);
    const keys = [0, 1, 2].map((k) => ({
      name: String(k),
      first: [...rows, rows[0] ?? []].map((row) => row[k] ?? ''),
      second: rows.map((row) => row[k] ?? ''),
    }));
    const found = linkRecords(keys);
    expect(found.first).toEqual({ linked: 40, oneSided: 1, unlinked: 0 });
  });
});
