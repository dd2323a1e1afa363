import { expect, test } from 'vitest';
import { attributeProps, classNames, idList } from './attributes.ts';

test('attributes print their values; empty ones print as empty', () => {
  expect(attributeProps({ 'data-a': 1, 'data-b': true, 'data-c': null })).toEqual({
    'data-a': '1',
    'data-b': 'true',
    'data-c': '',
  });
});

test('optional attributes are left out when empty, and bare when true', () => {
  const optional = (value: string | boolean | null) => ({ value, optional: true });
  expect(
    attributeProps({
      hidden: optional(true),
      lang: optional('cy'),
      role: optional(null),
      open: optional(false),
    }),
  ).toEqual({
    hidden: '',
    lang: 'cy',
  });
});

test('absent class names leave no trace', () => {
  expect(classNames('a', undefined, false, '', 'b')).toBe('a b');
});

test('no ids give no attribute at all', () => {
  expect(idList(undefined, false)).toBeUndefined();
  expect(idList('hint', 'error')).toBe('hint error');
});
