import { expect, it } from 'vitest';
import { BadInputError } from '../foundation/errors.ts';
import { feedSchema, type FeedFile } from './feed-schema.ts';
import { feedsOf, type Shared } from './feeds-of.ts';
import type { Feed } from './measure.ts';

const shared: Shared = {
  fragments: {
    searches: {
      table: 'stop_search',
      sources: ['files', { source: 'answers', note: 'Another publication.' }],
      where: "force = 'metropolitan'",
      by: { age: 'age_range' },
    },
  },
  groupings: { 'by-sex': { title: 'Sex', column: 'gender', groups: { Men: ['Male'] } } },
  outcomeSets: { outcomes: [], open: ['Open'], unpublished: [], sets: [] },
};
const read = (feed: FeedFile): readonly Feed[] => feedsOf(feedSchema.parse(feed), shared, 'x.yaml');

it('makes one feed of each source, in order, with the note of each', () => {
  const feeds = read({ extends: 'searches', numerator: 'count(*)' });
  expect(feeds.map((feed) => (feed.kind === 'table' ? [feed.source, feed.note] : []))).toEqual([
    ['files', undefined],
    ['answers', 'Another publication.'],
  ]);
});

it('joins conditions, adds splits and puts its own words in the place of a fragment’s', () => {
  const [feed] = read({
    extends: 'searches',
    source: 'returns',
    where: "type = 'Person' OR type = 'Both'",
    by: { sex: { grouping: 'by-sex' } },
    numerator: 'count(*) FILTER (WHERE outcome IN {open outcomes})',
  });
  expect(feed).toEqual({
    kind: 'table',
    table: 'stop_search',
    source: 'returns',
    where: "(force = 'metropolitan') AND (type = 'Person' OR type = 'Both')",
    numerator: "count(*) FILTER (WHERE outcome IN ('Open'))",
    denominator: null,
    value: null,
    by: { age: 'age_range', sex: "CASE WHEN gender = 'Male' THEN 'Men' END" },
  });
});

it('stands one feed over another, and names figures that stand elsewhere', () => {
  const [feed] = read({
    table: 'outcome',
    source: 'outcomes',
    numerator: 'count(*)',
    over: { table: 'crime', source: 'crimes', numerator: 'count(*)' },
  });
  expect(feed).toMatchObject({ source: 'outcomes', over: { table: 'crime', source: 'crimes' } });
  expect(read({ figures: 'robbery-count', by: { ethnicity: 'ethnic group' } })).toEqual([
    { kind: 'figure', measure: 'robbery-count', by: { ethnicity: 'ethnic group' } },
  ]);
});

it.each([
  [{ extends: 'serches', numerator: 'count(*)' }, 'no fragment is called "serches"'],
  [{ extends: 'searches' }, 'gives either a numerator'],
  [{ table: 'crime', numerator: 'count(*)' }, 'names no source'],
  [{ source: 'files', numerator: 'count(*)' }, 'names no table'],
  [
    { extends: 'searches', numerator: 'x', by: { a: { grouping: 'by-sx' } } },
    'no grouping is called "by-sx"',
  ],
  [{ extends: 'searches', numerator: 'x IN {outcomes of solved}' }, 'no outcome set is called'],
] as const)('says what is wrong with %j', (feed, fault) => {
  expect(() => read(feed as FeedFile)).toThrow(BadInputError);
  expect(() => read(feed as FeedFile)).toThrow(fault);
});

it('takes no other key beside figures than their splits', () => {
  expect(feedSchema.safeParse({ figures: 'robbery-count', numerator: 'count(*)' }).success).toBe(false);
});
