import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldSql } from './fold-name.ts';

describe('folding a name', () => {
  it.each([
    ['Avon & Somerset', 'avon and somerset'],
    ['  BARKING&DAGENHAM ', 'barking and dagenham'],
    ['Gwent [note 2][note 7]', 'gwent'],
    ['ENGLAND AND WALES\n[note 3]', 'england and wales'],
    ['West Midlands2', 'west midlands'],
    ['Hampshire (R)', 'hampshire'],
    ['*Total London ', 'total london'],
    ['Aviation Security(SO18)', 'aviation security so18'],
    ['London, City of', 'london city of'],
    ['Kingston\u00a0upon Thames', 'kingston upon thames'],
    ['', ''],
    ['[note 1]', ''],
  ])('turns %j into %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: nameUnit }), (name) => {
        const once = foldName(name);
        expect(foldName(once)).toBe(once);
      }),
    );
  });

  it('is the same in DuckDB', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const names = fc.sample(fc.oneof(fc.string({ unit: nameUnit }), fc.string({ unit: 'grapheme' })), {
      numRuns: 3000,
      seed: 2023,
    });
    const list = names.map((name) => `'${name.replaceAll("'", "''").replaceAll('\0', ' ')}'`).join(', ');
    const reader = await connection.runAndReadAll(
      `SELECT ${foldSql('name')} FROM (SELECT unnest([${list}]) AS name)`,
    );
    expect(reader.getRows().map(([folded]) => folded)).toEqual(
      names.map((name) => foldName(name.replaceAll('\0', ' '))),
    );
    connection.closeSync();
    instance.closeSync();
  });
});

/** Pieces that the rule looks at, and some that it does not. */
const nameUnit = fc.constantFrom(
  ..."aZ09 &[](),.-'\n\t*Rr\u00a0ôK2".split(''),
  '[note 2]',
  '(R)',
  ' and ',
  'Camden',
);
