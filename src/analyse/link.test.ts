import { describe, expect, it } from 'vitest';
import { analyse } from './index.ts';

const people = Array.from({ length: 60 }, (_, i) => ({
  id: `p${i}`,
  key: [
    `place ${i % 9}`,
    `2023-05-${String(1 + (i % 28)).padStart(2, '0')}`,
    String(15 + ((i * 7) % 50)),
    `officer ${i * 31}`,
  ].join(','),
  group: i % 3 === 0 ? 'B' : 'A',
}));
const first = [
  'place,date,age,officer,group,id',
  ...people.map(({ key, group, id }) => `${key},${group},${id}`),
].join('\n');
// Half of group B is not in the second file; every other person there was handcuffed.
const second = [
  'place,date,age,officer,cuffed,id',
  ...people
    .filter(({ group }, i) => group === 'A' || i % 2 === 0)
    .map(({ key, id }, i) => `${key},${i % 2 === 0 ? 'yes' : 'no'},${id}`),
].join('\n');
const options = { keys: 'place,date,age,officer', with: 'second.csv' };

describe('analyse link', () => {
  it('gives linked, one-sided and unlinked rows, and the rate by group with its interval', () => {
    const [result] = analyse('link', first, options, { with: second }).results;
    expect(result).toMatchObject({
      linked: 50,
      one_sided: 0,
      unlinked: 10,
      second: { linked: 50, one_sided: 0, unlinked: 0 },
      rate_by_group: [
        { group: 'B', n: 20, linked: 10, rate: 0.5 },
        { group: 'A', n: 40, linked: 40, rate: 1, upper: 1 },
      ],
    });
    expect(result).not.toHaveProperty('precision');
  });

  it('bounds a figure taken from the linked rows by what the rows not linked could be', () => {
    const [result] = analyse('link', first, { ...options, share: 'cuffed=yes' }, { with: second }).results;
    const groups = (result as unknown as { rate_by_group: Record<string, number>[] }).rate_by_group;
    for (const group of groups) {
      const having = (group['share_of_linked'] ?? 0) * (group['linked'] ?? 0);
      expect(group['share_lower_bound']).toBeCloseTo(having / (group['n'] ?? 0), 12);
      expect(group['share_upper_bound']).toBeCloseTo(
        (having + (group['n'] ?? 0) - (group['linked'] ?? 0)) / (group['n'] ?? 0),
        12,
      );
    }
  });

  it('gives precision and recall where the truth is known', () => {
    const [result] = analyse('link', first, { ...options, truth: 'id' }, { with: second }).results;
    expect(result).toMatchObject({ true_pairs: 50, precision: 1, recall: 1 });
  });

  it('asks for what it needs', () => {
    expect(() => analyse('link', first, options)).toThrow('second file is missing');
    expect(() => analyse('link', first, {}, { with: second })).toThrow('No keys');
    expect(() => analyse('link', first, { ...options, block: 'plaice' }, { with: second })).toThrow(
      "'plaice' is no key",
    );
    expect(() => analyse('link', first, { ...options, share: 'cuffed' }, { with: second })).toThrow(
      'lacks its value',
    );
    expect(() => analyse('link', first, { ...options, keys: 'name' }, { with: second })).toThrow(
      "no column 'name'",
    );
    expect(() => analyse('link', first, options, { with: 'place,date,age,officer\n' })).toThrow('no rows');
  });
});
