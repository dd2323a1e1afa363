import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findTable } from './find-table.ts';
import { hasColumns } from './heads.ts';
import { readSheets } from './read-sheets.ts';
import { Tally } from './tally.ts';
import { RowFault } from './row-fault.ts';
import { withFile } from './testing.ts';

async function parquet(sql: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-test-'));
  try {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (${sql}) TO '${join(folder, 'x.parquet')}' (FORMAT parquet)`);
    return await readFile(join(folder, 'x.parquet'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const cells = async (content: string | Uint8Array): Promise<unknown> =>
  withFile(content, async (file) =>
    (await readSheets(file)).map(({ rows }) => rows.map((row) => [row.line, ...row.cells])),
  );

describe('reading a table file', () => {
  it('reads delimited text in any encoding, packed or plain, below lines of citation', async () => {
    const expected = [
      [
        [2, 'a', 'b'],
        [3, 'é', '#'],
      ],
    ];
    const text = '# publisher: x\r\na;b\r\né;#\r\n';
    expect(await cells(text)).toEqual(expected);
    expect(await cells(Buffer.from(text, 'latin1'))).toEqual(expected);
    expect(await cells(gzipSync(text))).toEqual(expected);
  });

  it('reads every sheet of a workbook with the line numbers that a person sees', async () => {
    const sheet = utils.aoa_to_sheet([['title'], [], ['a', 'b'], [1.5, new Date('2021-03-31T00:00:00Z')]]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'One');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(await cells(bytes)).toEqual([
      [
        [1, 'title'],
        [3, 'a', 'b'],
        [4, '1.5', '2021-03-31'],
      ],
    ]);
  });

  it('reads Parquet as text, missing cells blank, and tells its columns from its bytes', async () => {
    const bytes = await parquet(
      `SELECT 7 AS "Number", NULL AS nothing, TIMESTAMP '2022-03-01' AS month_year`,
    );
    expect(await cells(bytes)).toEqual([
      [
        [1, 'Number', 'nothing', 'month_year'],
        [2, '7', '', '2022-03-01 00:00:00'],
      ],
    ]);
    expect(
      await withFile(bytes, async (_file, sample) => [
        hasColumns(sample, ['Number', 'month_year']),
        hasColumns(sample, ['number_of_things']),
      ]),
    ).toEqual([true, false]);
  });

  it('reads packed Parquet, and says of damaged Parquet what is wrong', async () => {
    const bytes = await parquet('SELECT 1 AS a');
    expect(await cells(gzipSync(bytes))).toEqual([
      [
        [1, 'a'],
        [2, '1'],
      ],
    ]);
    await expect(cells(bytes.subarray(0, bytes.length - 20))).rejects.toThrow(
      'the Parquet file cannot be read',
    );
  });

  it('refuses what is no table', async () => {
    await expect(cells('')).rejects.toThrow('no rows: the file is empty');
    await expect(cells('{"a":1}')).rejects.toThrow('not a table');
  });
});

describe('finding a table by its header', () => {
  const sheet = (...rows: string[][]): Parameters<typeof findTable>[0] => [
    { name: null, faults: [], rows: rows.map((each, index) => ({ line: index + 1, cells: each })) },
  ];

  it('does not mind title rows, case, underscores and line breaks, and names what it does not know', () => {
    const found = findTable(
      sheet(['Title'], ['MONTH_YEAR', 'Area\nName', 'Colour', ''], ['1', '2', '3']),
      { month: ['month year'], area: ['area name'], flag: ['flag'] },
      'f',
      ['flag'],
    );
    expect([found.headerLine, found.at, found.extra.map(({ name }) => name), found.records.length]).toEqual([
      2,
      { month: 0, area: 1, flag: -1 },
      ['Colour'],
      1,
    ]);
  });

  it('names the columns that are missing from the likeliest header', () => {
    expect(() =>
      findTable(sheet(['x'], ['a', 'b'], ['1', '2']), { a: ['a'], b: ['b'], c: ['Count'] }, 'f'),
    ).toThrow('f, line 2: the column "Count" is missing');
  });
});

describe('keeping the tally', () => {
  it('adds up: every row is kept or rejected, and repeats are counted', () => {
    const tally = new Tally();
    for (const [line, value] of [1, 1, 2, -1].entries()) {
      tally.record({ line, cells: [String(value)] }, () => {
        if (value < 0) throw new RowFault('n', 'below zero');
        return tally.isNew(['key'], value, line, 'n') ? [{ value }] : [];
      });
    }
    const read = tally.finish({ scope: 's', force: null, warnings: ['first'] });
    expect([read.rowsRead, read.rowsKept, read.duplicates, read.rows, read.warnings]).toEqual([
      4,
      2,
      1,
      [{ value: 1 }],
      ['first'],
    ]);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'line 0 gives another value for the same key: 1'],
      [3, 'below zero'],
    ]);
  });

  it('does not hide a mistake of ours behind a reject', () => {
    expect(() =>
      new Tally().record({ line: 1, cells: [] }, () => {
        throw new TypeError('ours');
      }),
    ).toThrow('ours');
  });
});
