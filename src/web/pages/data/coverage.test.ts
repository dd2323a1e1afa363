import { expect, it } from 'vitest';
import type { Release } from '../../../lake/release.ts';
import { coverageOf } from './coverage.ts';

const release = (id: string, table: string, from: string | null, to: string | null): Release =>
  ({ release: id, table, from, to }) as unknown as Release;

it('finds the months between the first and the last file that no file covers', () => {
  const releases = [
    release('a', 'crime', '2023-01-01', '2023-01-31'),
    release('b', 'crime', '2023-04-01', '2023-05-31'),
  ];
  expect(coverageOf({ title: 'Crime', releases }, new Map())).toMatchObject({
    held: 3,
    missing: ['2023-02-01', '2023-03-01'],
    from: '2023-01-01',
    to: '2023-05-31',
  });
});

it('counts of cited figures only the months that they are of', () => {
  const releases = [release('a', 'published_figure', '2023-01-01', '2023-12-31')];
  const months = new Map([['a', new Set(['2023-01-01', '2023-03-01'])]]);
  expect(coverageOf({ title: 'Figures', releases }, months)).toMatchObject({
    held: 2,
    missing: ['2023-02-01'],
  });
});

it('has nothing to say of what is not published by month', () => {
  expect(
    coverageOf(
      { title: 'Census', releases: [release('a', 'population', '2021-01-01', '2021-12-31')] },
      new Map(),
    ),
  ).toBeNull();
  expect(coverageOf({ title: 'Crime', releases: [release('a', 'crime', null, null)] }, new Map())).toBeNull();
});
