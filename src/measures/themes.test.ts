import { expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { loadMeasures } from './load-measures.ts';
import { byTheme, loadThemes } from './themes.ts';

const themes = [
  { title: 'Theft', measures: ['theft*', 'burglary'] },
  { title: 'Empty', measures: ['nothing'] },
];

it('puts each thing under the first theme that names it, and leaves nothing out', () => {
  const grouped = byTheme(themes, ['trust', 'theft-of-bicycles', 'burglary'], (id) => id);
  expect(grouped).toEqual([
    { title: 'Theft', things: ['theft-of-bicycles', 'burglary'] },
    { title: 'Other', things: ['trust'] },
  ]);
});

it('has a place in the catalogue for every measure of it, and no stale name', () => {
  const ids = loadMeasures(CATALOGUE_DIR)
    .list()
    .filter(({ rateOf }) => rateOf === null)
    .map(({ id }) => id);
  const grouped = byTheme(loadThemes(CATALOGUE_DIR), ids, (id) => id);
  expect(grouped.find(({ title }) => title === 'Other')?.things ?? []).toEqual([]);
  expect(grouped.flatMap(({ things }) => things).toSorted()).toEqual(ids.toSorted());
  expect(grouped).toHaveLength(loadThemes(CATALOGUE_DIR).length);
});
