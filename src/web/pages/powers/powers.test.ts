import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { loadMeasures, type Observation } from '../../../measures/index.ts';
import { ratiosAnswer, ratioText } from './answer.ts';
import type { Disparity } from './disparity.ts';
import { groupOf } from './ethnic-groups.ts';
import { boroughLens, boundsLens, groupCounts, publishedLens, residentLens } from './lenses.ts';
import { outcomeOf } from './outcomes.ts';
import { POWERS } from './power.ts';
import type { Residents } from './residents.ts';
import { yearBefore, yearCounts, type CountRow } from './year-counts.ts';

const people = { Asian: 200, Black: 100, Mixed: 50, White: 600, Other: 50 };
const residents: Residents = {
  year: 2021,
  release: 'r',
  byBorough: new Map([
    ['A', { Asian: 100, Black: 80, Mixed: 25, White: 100, Other: 25 }],
    ['B', { Asian: 100, Black: 20, Mixed: 25, White: 500, Other: 25 }],
  ]),
  total: people,
};

const row = (group: string | null, events: number, area = 'M', of: number | null = null): CountRow => ({
  area,
  group,
  events,
  of,
});

function month(from: string, to: string, value: number, group?: string): Observation {
  return {
    area: 'M',
    ...(group === undefined ? {} : { group }),
    period: from,
    from,
    to,
    value,
    numerator: value,
    denominator: null,
    lower: null,
    upper: null,
    flags: [],
    release: 'r',
  };
}

describe('the declared powers', () => {
  it('name measures that the catalogue has', () => {
    const measures = loadMeasures(CATALOGUE_DIR);
    const named = POWERS.flatMap(({ count, what, people: own, outcomes, also, published }) => [
      count,
      what.measure,
      own.measure,
      ...outcomes,
      ...also,
      ...(published ? [published.measure] : []),
    ]);
    expect(named.filter((id) => measures.get(id) === null)).toEqual([]);
  });

  it('name sets of records that the catalogue has', () => {
    const { recordSets } = loadMeasures(CATALOGUE_DIR);
    for (const { set } of POWERS) if (set !== null) expect(recordSets.require(set).id).toBe(set);
  });
});

describe('labels of publishers', () => {
  it.each([
    ['Black (or Black British)', 'Black'],
    ['Chinese', 'Asian'],
    ['Other', 'Other'],
    ['Not stated', null],
    ["Don't know", null],
    ['Whitehall', null],
    ['', null],
  ])('%s is %s', (label, group) => {
    expect(groupOf(label)).toBe(group);
  });
});

describe('the latest year', () => {
  it('is the last twelve months, with the months that are held, and has a year before only when both are whole', () => {
    const months = Array.from({ length: 24 }, (_, index) => {
      const [year, at] = [2021 + Math.floor(index / 12), String((index % 12) + 1).padStart(2, '0')];
      const days = new Date(Date.UTC(year, (index % 12) + 1, 0)).getUTCDate();
      return month(`${year}-${at}-01`, `${year}-${at}-${days}`, index < 12 ? 1 : 2);
    });
    const year = yearCounts(months);
    expect(year).toMatchObject({ from: '2022-01-01', to: '2022-12-31', months: 12 });
    expect(year?.rows).toEqual([row(null, 24)]);
    if (year === null) throw new Error('no year');
    expect(yearBefore(months, year)?.rows).toEqual([row(null, 12)]);
    const gapped = months.filter(({ from }) => from !== '2021-05-01');
    expect(yearBefore(gapped, year)).toBeNull();
  });

  it('is none without values', () => {
    expect(yearCounts([])).toBeNull();
  });
});

describe('ways of dividing', () => {
  const counts = groupCounts([row('Black', 30), row('White', 60), row('Not stated', 10), row(null, 0)]);

  it('count what says nothing as unknown, and keep all of it', () => {
    expect(counts).toEqual({ groups: { Black: 30, White: 60 }, unknown: 10, all: 100 });
  });

  it('give the ratio of rates, and none for a group that nobody records', () => {
    const { ratios } = residentLens('residents', 't', 'c', counts, residents);
    // 30 of 100 against 60 of 600.
    expect(ratios.Black?.ratio).toBeCloseTo(3, 12);
    expect(ratios.Mixed).toBeUndefined();
  });

  it('bound the ratio by giving all the unknown to one side, then to the other', () => {
    const bounds = boundsLens(counts, residents)?.ratios.Black;
    expect(bounds?.lower).toBeCloseTo(0.3 / (70 / 600), 12);
    expect(bounds?.upper).toBeCloseTo(0.4 / 0.1, 12);
    expect(boundsLens({ ...counts, unknown: 0 }, residents)).toBeNull();
  });

  it('hold the plain ratio inside the bounds, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (black, white, unknown) => {
          const own = { groups: { Black: black, White: white }, unknown, all: black + white + unknown };
          const ratio = residentLens('residents', 't', 'c', own, residents).ratios.Black?.ratio ?? NaN;
          const bounds = boundsLens(own, residents)?.ratios.Black;
          expect(ratio).toBeGreaterThan(bounds?.lower ?? NaN);
          expect(ratio).toBeLessThan(bounds?.upper ?? NaN);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('find no difference borough by borough where each borough treats both alike', () => {
    // Everybody in A is searched ten times as often as in B; most Black people live in A.
    const rows = [row('Black', 80, 'A'), row('White', 100, 'A'), row('Black', 2, 'B'), row('White', 50, 'B')];
    expect(boroughLens(rows, residents).ratios.Black?.ratio).toBeCloseTo(1, 12);
    const plain = residentLens('residents', 't', 'c', groupCounts(rows), residents).ratios.Black?.ratio;
    expect(plain).toBeGreaterThan(3);
  });

  it('set published rates against one another without an interval', () => {
    const lens = publishedLens('t', [
      { group: 'Black', value: 39.59 },
      { group: 'White', value: 9.3 },
    ]);
    expect(lens?.ratios.Black).toEqual({ ratio: 39.59 / 9.3, lower: null, upper: null });
    expect(publishedLens('t', [{ group: 'Black', value: 3 }])).toBeNull();
  });
});

describe('what comes of it', () => {
  const [measure] = loadMeasures(CATALOGUE_DIR).list();
  if (!measure) throw new Error('The catalogue is empty.');
  const year = { from: '2022-01-01', to: '2022-12-31', months: 12 };

  it('gives each group its share, and its difference from White people with an interval', () => {
    const rows = [row('Black', 20, 'M', 100), row('White', 10, 'M', 100), row('Not stated', 1, 'M', 50)];
    const outcome = outcomeOf(measure, { ...year, rows }, []);
    expect(outcome?.all).toMatchObject({ searches: 250, share: 31 / 250 });
    expect(outcome?.groups.map(({ name }) => name)).toEqual(['Black', 'White', 'Not recorded']);
    const black = outcome?.groups[0]?.difference;
    expect(black?.difference).toBeCloseTo(0.1, 12);
    expect(black?.lower).toBeLessThan(0.1);
    expect(outcome?.groups[1]?.difference).toBeNull();
  });

  it('is none without records', () => {
    expect(outcomeOf(measure, { ...year, rows: [row('Black', 0, 'M', 0)] }, [])).toBeNull();
  });
});

describe('the answer', () => {
  const [power] = POWERS;
  if (!power) throw new Error('There are no powers.');

  it('never gives the ratio without how much is not recorded', () => {
    const counts = groupCounts([row('Black', 30), row('White', 60), row(null, 10)]);
    const disparity = {
      lenses: [residentLens('residents', 't', 'c', counts, residents)],
      counts,
    } as unknown as Disparity;
    expect(ratiosAnswer('Camden', [{ power, disparity }])).toBe(
      'In Camden, counted against residents, Black people were searched 3.0 times as often as White people; ethnicity is not recorded in 10.0% of searches of people.',
    );
    expect(ratiosAnswer('Camden', [])).toBeNull();
  });

  it('writes ratios with as many figures as they bear', () => {
    expect([0.834, 0.996, 2.87, 10.75, 240].map(ratioText)).toEqual(['0.83', '1.0', '2.9', '10.8', '240']);
  });
});
