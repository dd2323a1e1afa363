import { expect, test } from 'vitest';
import type { WorkspaceKind } from '../../lake/workspace.ts';
import type { InputFile } from '../input/input-file.ts';
import { illustrativeCitation, isMadeUp, requireSameKind } from './same-kind.ts';

const file = { path: 'month.csv' } as InputFile;
const published = { file, head: 'Crime ID,Month\n903cd5ef,2021-05\n' };
const madeUp = { file, head: 'Crime ID,Month\nillustrative-data-0001,2021-05\n' };

test('a file is made up when it says so, in words or in an id', () => {
  expect(isMadeUp(madeUp)).toBe(true);
  expect(isMadeUp({ head: '# Illustrative data: made up\na,b\n' })).toBe(true);
  expect(isMadeUp(published)).toBe(false);
  expect(isMadeUp({ head: 'An illustrative table of data\n' })).toBe(false);
  expect(isMadeUp({ head: null })).toBe(false);
});

test.each<[WorkspaceKind, typeof madeUp, boolean]>([
  ['own', published, true],
  ['opening', published, true],
  ['illustrative', madeUp, true],
  ['own', madeUp, false],
  ['opening', madeUp, false],
  ['illustrative', published, false],
])('a workspace (%s) takes its own kind only', (kind, sample, taken) => {
  const put = (): void => requireSameKind(kind, sample);
  if (taken) expect(put).not.toThrow();
  else expect(put).toThrow('the two never mix');
});

test('a workbook never says that it is made up, so the illustrative workspace refuses it', () => {
  expect(() => requireSameKind('illustrative', { file, head: null })).toThrow('does not say');
});

test('a made-up release names no publisher', () => {
  expect(illustrativeCitation('Stop and search')).toMatchObject({
    title: 'Illustrative data: Stop and search',
    publisher: expect.stringContaining('Nobody'),
  });
  expect(illustrativeCitation('Illustrative data: x').title).toBe('Illustrative data: x');
});
