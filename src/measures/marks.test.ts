import { describe, expect, it } from 'vitest';
import { flagsOf } from './marks.ts';

describe('marks of published tables', () => {
  it('keep their meaning as flags', () => {
    expect(['c', '#', '!', '[x]', '-', 'N/A', 'NA', '..', ':'].map((mark) => flagsOf(mark).join(''))).toEqual(
      ['c', 'u', 'c', 'x', 'x', 'x', 'x', 'x', 'x'],
    );
  });

  it('may be our own letters, and letters with the number of a note', () => {
    expect(flagsOf('pr')).toEqual(['p', 'r']);
    expect(flagsOf('u1')).toEqual(['u']);
    expect(flagsOf(null)).toEqual([]);
  });
});
