import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHead, anyName, anyValue } from '../testing/chart-arbitraries.ts';
import { expectSound, overlappingTexts, textsOutside } from '../testing/well-formed.ts';
import { PROFILE_BARS_EXAMPLES } from './examples.ts';
import { profileBars } from './profile-bars.ts';

describe.each(Object.entries(PROFILE_BARS_EXAMPLES))('the example %s', (name, example) => {
  it.each([340, 640, 960])('is drawn as stored at %i pixels, no text over another', async (width) => {
    const chart = profileBars({ ...example, width });
    expectSound(chart);
    expect([...overlappingTexts(chart.svg), ...textsOutside(chart.svg)]).toEqual([]);
    await expect(chart.svg).toMatchFileSnapshot(`__snapshots__/${name}-${width}.svg`);
  });
});

const base = { id: 'a', illustrative: false, title: 'A finding', subtitle: 'Shares', subject: 'Searches' };

it('names the group furthest above and below the second profile, and what was not recorded', () => {
  const { reading, table } = profileBars({
    ...base,
    groups: ['A', 'B', 'C'],
    profiles: [
      { name: 'searches', shares: [{ share: 0.5 }, { share: 0.2 }, { share: 0.1 }], notRecorded: 0.2 },
      { name: 'residents', shares: [{ share: 0.3 }, { share: 0.6 }, { share: 0.1 }] },
    ],
  });
  expect(reading).toBe(
    'Searches: the largest share above is A (50.0% against 30.0% of residents); the furthest below is B (20.0% against 60.0% of residents); for 20.0% it was not recorded.',
  );
  expect(table.rows).toEqual([
    ['A', 0.5, 0.3],
    ['B', 0.2, 0.6],
    ['C', 0.1, 0.1],
    ['Not recorded', 0.2, null],
  ]);
});

it('names no difference that the intervals leave open', () => {
  const { reading } = profileBars({
    ...base,
    groups: ['A'],
    profiles: [
      { name: 'searches', shares: [{ share: 0.5, lower: 0.3, upper: 0.7 }] },
      { name: 'residents', shares: [{ share: 0.4 }] },
    ],
  });
  expect(reading).toBe("Searches: no group's share can be told from that of residents.");
});

it('runs the halves of a pyramid to both sides of one nought', () => {
  const { svg } = profileBars({
    ...base,
    groups: ['young'],
    sides: ['Female', 'Male'],
    profiles: [{ name: 'searches', left: [{ share: 0.2 }], shares: [{ share: 0.4 }] }],
  });
  const [left, right] = [
    ...svg.matchAll(/class="sc-bar" data-row="0" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g),
  ].map(([, x, width]) => ({ x: Number(x), width: Number(width) }));
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeCloseTo(right?.x ?? 0, 1);
  expect(right?.width).toBeCloseTo(2 * (left?.width ?? 0), 0);
});

it('answers for nothing to compare and for shares that are none', () => {
  expect(profileBars({ ...base, groups: [], profiles: [] }).reading).toBe(
    'Searches: there are no profiles to compare.',
  );
  const { table } = profileBars({
    ...base,
    groups: ['A'],
    profiles: [{ name: 'searches', shares: [{ share: 1.2 }] }],
  });
  expect(table.rows).toEqual([['A', null]]);
});

it('is sound whatever it is given', () => {
  const share = fc.record({
    share: fc.oneof(anyValue, fc.double({ min: 0, max: 1, noNaN: true })),
    lower: anyValue,
    upper: anyValue,
  });
  const shares = fc.array(share, { maxLength: 5 });
  const profiles = fc.array(fc.record({ name: anyName, shares, left: shares, notRecorded: anyValue }), {
    maxLength: 5,
  });
  const rest = fc.record({
    subject: anyName,
    groups: fc.array(anyName, { maxLength: 5 }),
    profiles,
    sides: fc.option(fc.tuple(anyName, anyName), { nil: undefined }),
  });
  fc.assert(
    fc.property(anyHead, rest, (head, own) => {
      expectSound(profileBars({ ...head, ...own }));
    }),
    { numRuns: 60, seed: 29 },
  );
});
