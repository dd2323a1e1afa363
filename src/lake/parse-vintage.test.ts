import { describe, expect, it } from 'vitest';
import { parseVintage } from './parse-vintage.ts';

const NAMED = { vintage: '--vintage ', date: '--as-known-on ' };
const parse = (vintage?: string, date?: string): unknown => parseVintage(vintage, date, NAMED);

describe('parseVintage', () => {
  it('means the newest unless told otherwise', () => {
    expect(parse()).toEqual({ kind: 'newest' });
    expect(parse('newest')).toEqual({ kind: 'newest' });
    expect(parse('earliest')).toEqual({ kind: 'earliest' });
  });

  it('takes a day alone, and with the name that goes with it', () => {
    const known = { kind: 'known-on', date: '2023-08-31' };
    expect(parse(undefined, '2023-08-31')).toEqual(known);
    expect(parse('known-on', '2023-08-31')).toEqual(known);
  });

  it('refuses what does not go together, in the words that were typed', () => {
    expect(() => parse('known-on')).toThrow(/needs a day/);
    expect(() => parse('earliest', '2023-08-31')).toThrow(/--vintage earliest and --as-known-on 2023-08-31/);
    expect(() => parse('latest')).toThrow(/--vintage latest is not known/);
    expect(() => parse(undefined, '31 August')).toThrow(/--as-known-on 31 August is not a date/);
  });
});
