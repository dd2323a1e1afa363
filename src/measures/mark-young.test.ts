import { expect, it } from 'vitest';
import { loadAreas } from '../areas/index.ts';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { endOfMonth, type IsoDate } from '../foundation/iso-date.ts';
import type { Release } from '../lake/release.ts';
import { markYoung } from './mark-young.ts';
import type { TableFeed } from './measure.ts';
import type { Point } from './point.ts';

const areas = loadAreas(CATALOGUE_DIR);
const feed: TableFeed = {
  kind: 'table',
  table: 'crime',
  source: 'street',
  where: 'true',
  numerator: 'count(*)',
  denominator: 'count(*)',
  value: null,
  by: {},
  join: 'LEFT JOIN {outcome}',
  matures: 12,
};

function point(month: string): Point {
  const from = `${month}-01` as IsoDate;
  const [numerator, denominator, value, base, standardError, flag] = [1, 2, null, null, null, null];
  return {
    area: 'Camden',
    group: null,
    from,
    to: endOfMonth(from),
    numerator,
    denominator,
    value,
    base,
    standardError,
    flag,
    releases: [],
  };
}

function release(part: Partial<Release>): Release {
  return {
    table: 'crime',
    source: 'street',
    force: 'metropolitan',
    from: null,
    to: null,
    ...part,
  } as Release;
}

const flags = (releases: readonly Release[]): readonly (string | null)[] =>
  markYoung([point('2021-12'), point('2022-01')], feed, releases, areas).map(({ flag }) => flag);

it('marks the months whose crimes have had less time than they need', () => {
  expect(flags([release({ to: '2022-12-31' as IsoDate })])).toEqual([null, 'p']);
});

it('counts the time from the outcomes that are joined, and not from other forces or other sources', () => {
  const own = release({ to: '2022-01-31' as IsoDate });
  const later = '2023-06-30' as IsoDate;
  expect(flags([own])).toEqual(['p', 'p']);
  expect(flags([own, release({ table: 'outcome', source: 'outcomes', to: later })])).toEqual([null, null]);
  expect(flags([own, release({ force: 'kent', to: later })])).toEqual(['p', 'p']);
  expect(flags([own, release({ source: 'answers', to: later })])).toEqual(['p', 'p']);
});

it('marks nothing where a feed is no cohort', () => {
  const { matures: _, ...plain } = feed;
  expect(markYoung([point('2022-01')], plain, [], areas).map(({ flag }) => flag)).toEqual([null]);
});
