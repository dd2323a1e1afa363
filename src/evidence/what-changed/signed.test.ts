import { expect, it } from 'vitest';
import { signed } from './signed.ts';

it.each([
  ['count', 1204, '+1,204'],
  ['count', -30, '−30'],
  ['count', 0, '0'],
  ['rate', -0.0904, '−0.090'],
  ['rate', 0.00001, 'under 0.001'],
  ['rate', 12.34, '+12.3'],
  ['proportion', 0.0123, '+1.2 percentage points'],
  ['proportion', 0, '0 percentage points'],
] as const)('%s %d is written %s', (kind, value, text) => {
  expect(signed({ kind }, value)).toBe(text);
});
