import { expect, test } from 'vitest';
import { CATALOGUE_DIR } from '../foundation/catalogue-dir.ts';
import { definitionVersion } from './definition-version.ts';
import { loadMeasures } from './load-measures.ts';
import type { Feed } from './measure.ts';

const robbery = loadMeasures(CATALOGUE_DIR).require('robbery');

function withKey(key: string, value: unknown): typeof robbery {
  return { ...robbery, feeds: robbery.feeds.map((feed): Feed => Object.assign({}, feed, { [key]: value })) };
}

test('a key that says nothing leaves the version of a definition as it is', () => {
  for (const value of [{}, [], null, undefined, false, ''])
    expect(definitionVersion(withKey('parts', value))).toBe(robbery.version);
});

test('a key that says something changes it, and so does another recipe', () => {
  expect(definitionVersion(withKey('matures', 12))).not.toBe(robbery.version);
  expect(definitionVersion(withKey('by', {}))).not.toBe(robbery.version);
  expect(definitionVersion({ ...robbery, per: 100 })).not.toBe(robbery.version);
});

test('a title may be reworded', () => {
  expect(definitionVersion(Object.assign({}, robbery, { title: 'Robberies', notes: ['New'] }))).toBe(
    robbery.version,
  );
});
