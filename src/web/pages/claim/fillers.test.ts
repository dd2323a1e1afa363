import { expect, test } from 'vitest';
import type { TableFeed } from '../../../measures/measure.ts';
import { fillers } from './fillers.ts';

const feeds = [{ kind: 'table', source: 'mopac-pas' } as TableFeed];
const known = { title: 'T', publisher: 'P', address: 'https://example.org' };

test('a later release of what answered before would fill the gap, each publication once', () => {
  expect(fillers({ feeds }, [known, known], true)).toEqual([{ id: 'P T', ...known }]);
});

test('with nothing held, the measure’s own sources would; to compare forces, those that publish whole forces too', () => {
  expect(fillers({ feeds }, [], false).map(({ id }) => id)).toEqual(['mopac-pas']);
  const comparing = fillers({ feeds }, [], true).map(({ id }) => id);
  expect(comparing).toContain('ons-pfa-tables');
  expect(comparing).not.toContain('figures');
});
