import { describe, expect, it } from 'vitest';
import { analyse } from './index.ts';

interface Unit {
  readonly unit: string;
  readonly rank: number;
  readonly rank_lower: number;
  readonly rank_upper: number;
}

interface Peers {
  readonly members: readonly string[];
  readonly means: readonly { weighted: boolean; with_subject: boolean; mean: number; verdict: string }[];
  readonly depends_on_convention: boolean;
}

// A small force whose rate of 12 per 1,000 lies between a plain and a weighted mean of its group.
const FORCES = `unit,numerator,denominator,peer
Small,120,10000,
Tiny,100,5000,yes
Middling,600,50000,yes
Huge,7000,1000000,yes
Elsewhere,1,100,no
`;
const run = (options: Record<string, string>) =>
  analyse('funnel', FORCES, { data: 'rate', ...options }).results[0] ?? {};

describe('ranks of a funnel', () => {
  it('come with intervals that hold them, wide for small units', () => {
    const units = run({})['units'] as Unit[];
    for (const { rank, rank_lower: lower, rank_upper: upper } of units) {
      expect(lower).toBeLessThanOrEqual(rank);
      expect(upper).toBeGreaterThanOrEqual(rank);
    }
    const of = (name: string) => units.find(({ unit }) => unit === name);
    expect(of('Huge')).toMatchObject({ rank: 1 });
    expect(of('Tiny')).toMatchObject({ rank: 5, rank_upper: 5 });
    // One event of a hundred says next to nothing about its place.
    expect((of('Elsewhere')?.rank_upper ?? 0) - (of('Elsewhere')?.rank_lower ?? 0)).toBe(4);
  });

  it('of units that are alike are left open', () => {
    const csv = `unit,observed,expected\n${Array.from({ length: 10 }, (_, i) => `u${i},100,100`).join('\n')}`;
    const [found = {}] = analyse('funnel', csv).results;
    for (const { rank, rank_lower: lower, rank_upper: upper } of found['units'] as Unit[]) {
      expect(rank).toBe(5.5);
      expect([lower, upper]).toEqual([1, 10]);
    }
  });
});

describe('a place against its group', () => {
  it('is compared in four ways, the inspectorate’s first, and says when the way decides', () => {
    const peers = run({ subject: 'Small' })['peers'] as Peers;
    expect(peers.members).toEqual(['Tiny', 'Middling', 'Huge']);
    const mean = (i: number) => peers.means[i]?.mean;
    expect(peers.means[0]).toMatchObject({ weighted: false, with_subject: true });
    expect(mean(0)).toBeCloseTo((0.012 + 0.02 + 0.012 + 0.007) / 4, 12);
    expect(mean(1)).toBeCloseTo((0.02 + 0.012 + 0.007) / 3, 12);
    expect(mean(2)).toBeCloseTo(7820 / 1065000, 12);
    expect(mean(3)).toBeCloseTo(7700 / 1055000, 12);
    expect(peers.means.map(({ verdict }) => verdict)).toEqual(['similar', 'similar', 'above', 'above']);
    expect(peers.depends_on_convention).toBe(true);
  });

  it('needs a unit that is there, and another member', () => {
    expect(() => run({ subject: 'Smal' })).toThrow(/no unit/);
    expect(() =>
      analyse('funnel', FORCES.replaceAll(',yes', ',no'), { data: 'rate', subject: 'Small' }),
    ).toThrow(/no other member/);
  });
});

describe('many measures at once', () => {
  it('holds false discoveries over all of them together, and each by itself', () => {
    // One plain outlier among measures of nothing but chance: alone in its measure it stands, beside a weak one it may fall.
    const rows = ['measure,unit,observed,expected'];
    for (let measure = 0; measure < 20; measure++)
      for (let unit = 0; unit < 10; unit++) {
        const far =
          measure === 0 && unit === 0
            ? 90
            : measure === 1 && unit === 0
              ? 72
              : 48 + ((unit * 7 + measure) % 5);
        rows.push(`m${measure},u${unit},${far},50`);
      }
    const found = analyse('funnel', rows.join('\n'), { by: 'measure', fdr: 0.1 }).results;
    const unit = (measure: number) =>
      (found[measure] as { units: { fdr_significant: boolean; fdr_significant_over_all: boolean }[] })
        .units[0];
    expect(found).toHaveLength(20);
    expect(unit(0)).toMatchObject({ fdr_significant: true, fdr_significant_over_all: true });
    expect(unit(1)).toMatchObject({ fdr_significant: true, fdr_significant_over_all: false });
    expect(found[0]?.['by']).toBe('m0');
  });
});
