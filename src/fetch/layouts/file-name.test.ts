import fc from 'fast-check';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endingOf, fileNameOf, safeName, withUniqueNames } from './file-name.ts';

describe('names of files that a publisher chooses', () => {
  it('are the last part of the address, or what it asks for', () => {
    expect(fileNameOf('https://a.uk/download/x/MPS%20Borough%20(24%20months).csv')).toBe(
      'MPS Borough (24 months).csv',
    );
    expect(fileNameOf('https://www.ons.gov.uk/file?uri=/a/b/tables.xlsx')).toBe('tables.xlsx');
    expect(fileNameOf('https://a.uk/')).toBe('file');
  });

  it('never lead out of the folder or hide in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = safeName(name);
        expect(relative('/folder', join('/folder', safe))).toBe(safe);
        expect(safe).not.toMatch(/^\./);
      }),
    );
    expect(safeName('../../etc/passwd')).toBe('-..-etc-passwd');
  });

  it('are told apart, capitals or not', () => {
    const names = withUniqueNames([{ file: 'A.csv' }, { file: 'a.csv' }, { file: 'a.csv' }, { file: 'b' }]);
    expect(names.map(({ file }) => file)).toEqual(['A.csv', 'a-2.csv', 'a-3.csv', 'b']);
  });

  it('say by their ending what they hold, or that we do not read it', () => {
    expect(['a.CSV', 'a.xlsx', 'a.pdf', 'a', 'constructor.constructor'].map(endingOf)).toEqual([
      'csv',
      'xlsx',
      null,
      null,
      null,
    ]);
  });
});
