import { expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { isOfPeople } from './groups-of-people.ts';
import { loadMeasures } from './load-measures.ts';

const measures = loadMeasures(CATALOGUE_DIR);
const splits = (id: string): string[] =>
  measures.require(id).feeds.flatMap((feed) => (feed.kind === 'table' ? Object.keys(feed.by) : []));

it('lets measures over rows with coordinates be split by ward, and no others', () => {
  expect(splits('stop-and-search')).toContain('ward');
  expect(splits('street-crime')).toContain('ward');
  expect(splits('robbery')).not.toContain('ward');
});

it('divides no ward by the people of the whole area', () => {
  expect(isOfPeople('ward')).toBe(true);
});
