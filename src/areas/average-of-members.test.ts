import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageOfMembers,
  effectOfSwitching,
  type AverageConvention,
  type MemberRate,
} from './average-of-members.ts';

const rate = (area: string, value: number | null, denominator: number | null = 1): MemberRate => ({
  area,
  value,
  denominator,
  numerator: value === null || denominator === null ? null : value * denominator,
});
const convention = (change: Partial<AverageConvention> = {}): AverageConvention => ({
  subject: 'Metropolitan Police',
  includesSelf: true,
  weighting: 'unweighted',
  ...change,
});

/** Round figures, made up: one very large force and two smaller with higher rates. */
const forces = [
  rate('Metropolitan Police', 20, 9_000_000),
  rate('Greater Manchester', 40, 3_000_000),
  rate('West Midlands', 54, 2_000_000),
];

describe('the average of a group of areas', () => {
  it('is the plain mean of its members, the area itself among them', () => {
    expect(averageOfMembers(forces, convention()).value).toBeCloseTo((20 + 40 + 54) / 3, 12);
  });

  it('leaves the area itself out when the convention says so', () => {
    const average = averageOfMembers(forces, convention({ includesSelf: false }));
    expect(average.value).toBeCloseTo((40 + 54) / 2, 12);
    expect(average.used).toEqual(['Greater Manchester', 'West Midlands']);
  });

  it('taken by population is the rate of the members together', () => {
    const events = forces.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
    const people = forces.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
    expect(averageOfMembers(forces, convention({ weighting: 'population' })).value).toBeCloseTo(
      events / people,
      10,
    );
  });

  it('names the members without a figure instead of taking them for nought', () => {
    const average = averageOfMembers([rate('A', 2), rate('B', null), rate('C', Number.NaN)], convention());
    expect(average.value).toBe(2);
    expect(average.missing).toEqual(['B', 'C', 'Metropolitan Police']);
  });

  it('by population leaves out members with no population or none above nought', () => {
    const average = averageOfMembers(
      [rate('A', 2, 10), rate('B', 4, null), rate('C', 6, 0)],
      convention({ weighting: 'population', includesSelf: false }),
    );
    expect(average).toMatchObject({ value: 2, used: ['A'], missing: ['B', 'C'] });
  });

  it('is null, with the reason, when there is nothing to average', () => {
    expect(averageOfMembers([], convention())).toMatchObject({
      value: null,
      reason: 'No member has a usable figure.',
    });
    expect(averageOfMembers([rate('A', 1), rate('A', 2)], convention()).reason).toBe(
      '"A" stands twice among the members.',
    );
  });

  it('lies between the lowest and the highest member, whatever the weighting', () => {
    const members = fc.array(
      fc.record({
        value: fc.double({ min: 0, max: 1e6, noNaN: true }),
        people: fc.integer({ min: 1, max: 1e8 }),
      }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(
        members,
        fc.constantFrom('unweighted' as const, 'population' as const),
        (list, weighting) => {
          const rates = list.map(({ value, people }, index) => rate(`force ${index}`, value, people));
          const { value } = averageOfMembers(rates, convention({ includesSelf: false, weighting }));
          const values = list.map((each) => each.value);
          const slack = 1e-9 * Math.max(1, ...values);
          expect(value).toBeGreaterThanOrEqual(Math.min(...values) - slack);
          expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
        },
      ),
    );
  });

  it('is the same by population as unweighted when all are of one size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (values) => {
          const rates = values.map((value, index) => rate(`force ${index}`, value, 500));
          const [plain, weighted] = (['unweighted', 'population'] as const).map(
            (weighting) =>
              averageOfMembers(rates, convention({ includesSelf: false, weighting })).value ?? Number.NaN,
          );
          expect(weighted).toBeCloseTo(plain ?? Number.NaN, 6);
        },
      ),
    );
  });
});

describe('switching the convention', () => {
  it('shows all four ways, the given one first', () => {
    const four = effectOfSwitching(forces, convention());
    expect(four.map(({ convention: { includesSelf, weighting } }) => `${includesSelf} ${weighting}`)).toEqual(
      ['true unweighted', 'false unweighted', 'true population', 'false population'],
    );
    expect(new Set(four.map(({ value }) => value)).size).toBe(4);
  });
});
