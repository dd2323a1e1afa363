import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('disarms what a spreadsheet would run as a formula', () => {
  expect(toCsv(['a'], [['=1+1'], ['@SUM(A1)'], ['+44'], ['-x'], ['\tx']])).toBe(
    "a\r\n'=1+1\r\n'@SUM(A1)\r\n'+44\r\n'-x\r\n'\tx\r\n",
  );
});

it('leaves numbers as numbers, below zero too, with full precision', () => {
  expect(toCsv(['a'], [[-4.25], [0.1 + 0.2], [null], [Number.NaN]])).toBe(
    'a\r\n-4.25\r\n0.30000000000000004\r\n\r\n\r\n',
  );
});

it('joins lists by blanks and quotes what needs it', () => {
  expect(toCsv(['a', 'b'], [[['p', 'e'], 'say "no", twice']])).toBe('a,b\r\np e,"say ""no"", twice"\r\n');
});

it('can be read back whatever the text, but for the apostrophe that disarms', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(toCsv(['a', 'b'], rows), { record_delimiter: '\r\n' });
      const disarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      expect(read.slice(1)).toEqual(rows.map((row) => row.map(disarmed)));
    }),
  );
});
