import { describe, expect, it } from 'vitest';
import { listOf } from './list-of.ts';

describe('listOf', () => {
  it('joins names as a sentence does', () => {
    expect(listOf([])).toBe('');
    expect(listOf(['Camden'])).toBe('Camden');
    expect(listOf(['Camden', 'Brent'])).toBe('Camden and Brent');
    expect(listOf(['Camden', 'Brent', 'Barnet', 'Bexley', 'Ealing'])).toBe(
      'Camden, Brent, Barnet, Bexley and Ealing',
    );
  });

  it('counts the rest beyond the most that are to be named', () => {
    expect(listOf(['a', 'b', 'c', 'd'], 4)).toBe('a, b, c and d');
    expect(listOf(['a', 'b', 'c', 'd', 'e'], 4)).toBe('a, b, c and 2 others');
  });
});
