import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/sources/importer/report.ts';
import { LAYOUTS } from '../made-up/police-uk-months.ts';
import { zip } from '../made-up/zip.ts';
import { TestWorkspace } from './workspace.ts';

const STREET = LAYOUTS.street.header;
const SEARCH = LAYOUTS['stop-and-search'].header;

/** A street row of June 2023; give only what matters to the test. */
function crime(fields: {
  id?: string;
  month?: string;
  longitude?: string;
  location?: string;
  type?: string;
}): string {
  const {
    id = '',
    month = '2023-06',
    longitude = '-0.1',
    location = 'On or near High Street',
    type = 'Robbery',
  } = fields;
  return `${id},${month},Metropolitan Police Service,Metropolitan Police Service,${longitude},51.5,${location},E01000001,Camden 001A,${type},Under investigation,`;
}

/** A search; give only what matters to the test. */
function search(fields: { at?: string; outcome?: string; self?: string; removal?: string }): string {
  const { at = '2023-06-10T12:00:00+00:00', outcome = 'Arrest', self = '', removal = 'False' } = fields;
  return `Person search,${at},,,,,Male,18-24,${self},White,Misuse of Drugs Act 1971 (section 23),Controlled drugs,${outcome},,${removal}`;
}

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe('quirks of data.police.uk files', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.cleanUp());

  const importOne = async (
    name: string,
    content: string | Uint8Array,
    options: { force?: string } = {},
  ): Promise<FileReport> => {
    const path = workspace.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    const { files } = await workspace.import([path], options);
    const [file] = files;
    if (!file) throw new Error('nothing was reported');
    return file;
  };

  test('a search on the evening before the first of a summer month belongs to the month of its file', async () => {
    const file = await importOne(
      '2023-07-metropolitan-stop-and-search.csv',
      lines(
        SEARCH,
        search({ at: '2023-06-30T23:00:00+00:00' }),
        search({ at: '2023-07-31T22:59:00+00:00' }),
        search({ at: '2023-07-31T23:00:00+00:00' }),
      ),
    );
    expect(file).toMatchObject({ status: 'imported', rows_kept: 3, from: '2023-07-01' });
    const rows = await workspace.query(`SELECT "at", month FROM stop_search ORDER BY "at"`);
    expect(rows).toEqual([
      { at: '2023-06-30T23:00:00', month: '2023-07-01' },
      { at: '2023-07-31T22:59:00', month: '2023-07-01' },
      { at: '2023-07-31T23:00:00', month: '2023-08-01' },
    ]);
  });

  test('the column at, a word of SQL, is asked for in quotes, and whoever forgets them is told', async () => {
    await importOne('2023-07-metropolitan-stop-and-search.csv', lines(SEARCH, search({})));
    const forgotten = workspace.query('SELECT at FROM stop_search');
    await expect(forgotten).rejects.toMatchObject({ advice: expect.stringContaining('"at"') as string });
    await expect(workspace.query('SELECT "at" FROM stop_search')).resolves.toHaveLength(1);
  });

  test('in winter UTC is London time', async () => {
    await importOne(
      '2023-12-metropolitan-stop-and-search.csv',
      lines(SEARCH, search({ at: '2023-11-30T23:30:00+00:00' }), search({ at: '2023-10-31T23:30:00+00:00' })),
    );
    const rows = await workspace.query('SELECT month FROM stop_search ORDER BY month');
    expect(rows.map((row) => row['month'])).toEqual(['2023-10-01', '2023-11-01']);
  });

  test('columns that no published layout has are named and not read, wherever they stand', async () => {
    const file = await importOne(
      'a-street.csv',
      lines(`,${STREET},COLOUR`, `0,${crime({ id: 'a' })},red`, `1,${crime({ id: 'b' })},blue`),
    );
    expect(file).toMatchObject({ status: 'imported', rows_kept: 2 });
    expect(file.warnings).toContain(
      'Not part of the published layout, and not read: a column without a name, "COLOUR".',
    );
  });

  test('a search file that names no force is refused, saying how to name it; with a name it is read', async () => {
    const text = lines(SEARCH, search({}));
    const refused = await importOne('0.csv', text);
    expect(refused.status).toBe('failed');
    expect(refused.warnings.join(' ')).toContain('--force');
    expect(await importOne('0.csv', text, { force: 'south-wales' })).toMatchObject({ status: 'imported' });
    expect(await workspace.query('SELECT DISTINCT force FROM stop_search')).toEqual([
      { force: 'south-wales' },
    ]);
  });

  test('exact repeats with an ID are one crime, without an ID they are kept; both are counted', async () => {
    const file = await importOne(
      'a-street.csv',
      lines(
        STREET,
        crime({ id: 'a' }),
        crime({ id: 'a' }),
        crime({ id: 'a', type: 'Burglary' }),
        crime({}),
        crime({}),
      ),
    );
    expect(file).toMatchObject({ rows_read: 5, rows_kept: 4, duplicates: 2, rows_rejected: 0 });
    const [row] = await workspace.query(`SELECT count(*) AS n, count(crime_id) AS with_id FROM crime`);
    expect(row).toEqual({ n: 4, with_id: 2 });
  });

  test('earlier labels become those of today, and a label that nobody knows is kept and told', async () => {
    const file = await importOne(
      '2023-06-metropolitan-stop-and-search.csv',
      lines(
        SEARCH,
        search({ outcome: 'Suspect arrested', self: 'White - White British (W1)' }),
        search({ outcome: 'Nothing found - no further action' }),
        search({ outcome: 'Sent home with a balloon' }),
      ),
    );
    const rows = await workspace.query('SELECT outcome FROM stop_search ORDER BY outcome');
    expect(rows.map((row) => row['outcome'])).toEqual([
      'A no further action disposal',
      'Arrest',
      'Sent home with a balloon',
    ]);
    expect(file.warnings).toContain(
      '1 rows carry a label in outcome that catalogue/labels does not know; it is kept as published.',
    );
    const [self] = await workspace.query(
      'SELECT self_defined_ethnicity AS self FROM stop_search WHERE self_defined_ethnicity IS NOT NULL',
    );
    expect(self?.['self']).toBe('White - English/Welsh/Scottish/Northern Irish/British');
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['a bare CR', '\r'],
  ])('lines may end in %s', async (_name, newline) => {
    const text = [STREET, crime({ id: 'a' }), crime({ id: 'b' }), ''].join(newline);
    expect(await importOne('a-street.csv', text)).toMatchObject({ rows_kept: 2, rows_rejected: 0 });
  });

  test('a byte-order mark is not part of the first column', async () => {
    const file = await importOne('a-street.csv', `\ufeff${lines(STREET, crime({ id: 'a' }))}`);
    expect(file).toMatchObject({ rows_kept: 1, warnings: [] });
  });

  test('Windows-1252 is read as what it is, and told', async () => {
    const text = lines(STREET, crime({ id: 'a', location: 'On or near Caf\u00e9 Row \u0096 North' }));
    const file = await importOne('a-street.csv', Buffer.from(text, 'latin1'));
    expect(file).toMatchObject({ rows_kept: 1, rows_rejected: 0 });
    expect(file.warnings.join(' ')).toContain('windows-1252');
    expect(await workspace.query('SELECT location FROM crime')).toEqual([
      { location: 'On or near Caf\u00e9 Row \u2013 North' },
    ]);
  });

  test('an unclosed quote costs its own line, and later lines keep their numbers', async () => {
    const file = await importOne(
      'a-street.csv',
      lines(
        STREET,
        crime({ id: 'a' }),
        crime({ id: 'b', location: '"On or near High Street' }),
        crime({ id: 'c' }),
        crime({ id: 'd', longitude: 'east' }),
      ),
    );
    expect(file).toMatchObject({ status: 'imported', rows_read: 4, rows_kept: 2, rows_rejected: 2 });
    expect(file.rejects).toMatchObject([
      { line: 3, column: 'Location', reason: 'a quote is opened and never closed' },
      { line: 5, column: 'Longitude', reason: 'not a longitude in degrees' },
    ]);
  });

  test.each([
    ['Month', crime({ month: 'June 2023' }), 'not a month written as YYYY-MM'],
    ['Longitude', crime({ longitude: '512' }), 'not a longitude in degrees'],
  ])('a bad %s is named by line and column, and the other rows are kept', async (column, row, reason) => {
    const file = await importOne('a-street.csv', lines(STREET, crime({ id: 'a' }), row, crime({ id: 'b' })));
    expect(file).toMatchObject({ rows_read: 3, rows_kept: 2, rows_rejected: 1 });
    expect(file.rejects[0]).toMatchObject({ line: 3, column, reason });
    expect(file.rejects[0]?.text).toContain('Metropolitan Police Service');
  });

  test.each([
    ['Date', search({ at: 'yesterday' }), 'not a date and time'],
    ['Removal of more than just outer clothing', search({ removal: 'perhaps' }), 'neither True nor False'],
  ])('a bad %s in a search is named by line and column', async (column, row, reason) => {
    const file = await importOne('2023-06-metropolitan-stop-and-search.csv', lines(SEARCH, search({}), row));
    expect(file.rejects).toMatchObject([{ line: 3, column, reason }]);
    expect(file.rows_kept).toBe(1);
  });

  test('booleans may be True, 1.0 or blank', async () => {
    await importOne(
      '2023-06-south-wales-stop-and-search.csv',
      lines(
        SEARCH,
        ...['True', '1.0', 'False', '0.0', ''].map((removal, hour) =>
          search({ removal, at: `2023-06-10T1${hour}:00:00+00:00` }),
        ),
      ),
    );
    const rows = await workspace.query('SELECT removal_of_clothing AS r FROM stop_search ORDER BY "at"');
    expect(rows.map((row) => row['r'])).toEqual([true, true, false, false, null]);
  });

  test('a row with too few or too many cells is rejected by its line', async () => {
    const file = await importOne(
      'a-street.csv',
      lines(STREET, crime({ id: 'a' }), 'b,2023-06', `${crime({ id: 'c' })},,`),
    );
    expect(file).toMatchObject({ rows_kept: 1, rows_rejected: 2 });
    expect(file.rejects.map(({ line }) => line)).toEqual([3, 4]);
  });

  test('gzip, a ZIP and a ZIP named by a hash are read like the file itself', async () => {
    const text = (id: string): string => lines(STREET, crime({ id }));
    const member = '2023-06/2023-06-metropolitan-street.csv';
    expect(await importOne('x.csv.gz', gzipSync(text('a')))).toMatchObject({
      status: 'imported',
      rows_kept: 1,
    });
    expect(await importOne('download.zip', zip({ [member]: text('b') }))).toMatchObject({
      member,
      rows_kept: 1,
    });
    const hashed = `${'4d891ae2'.repeat(5)}.zip`;
    expect(await importOne(hashed, zip({ [member]: text('c'), 'README.txt': 'x' }))).toMatchObject({
      member,
      status: 'imported',
    });
    // A ZIP or gzip without its ending is known by its bytes.
    expect(await importOne('download', zip({ [member]: text('d') }))).toMatchObject({ status: 'imported' });
    expect(await importOne('packed', gzipSync(text('e')))).toMatchObject({ status: 'imported' });
    expect(await workspace.query('SELECT crime_id FROM crime ORDER BY 1')).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((crime_id) => ({ crime_id })),
    );
  });

  test('a gzip or ZIP cut short fails by name and leaves nothing behind', async () => {
    const whole = lines(STREET, ...Array.from({ length: 5000 }, (_, index) => crime({ id: `id${index}` })));
    const packed = gzipSync(whole);
    const file = await importOne('a-street.csv.gz', packed.subarray(0, packed.length - 200));
    expect(file.status).toBe('failed');
    expect(file.warnings.join(' ')).toMatch(/a-street\.csv\.gz.*(cut short|damaged)/);
    const archive = zip({ 'a.csv': whole });
    expect(await importOne('a.zip', archive.subarray(0, archive.length - 40))).toMatchObject({
      status: 'failed',
    });
    expect(await workspace.query('SELECT count(*) AS n FROM crime')).toEqual([{ n: 0 }]);
  });

  test('an unknown force is refused by name, never guessed', async () => {
    const file = await importOne(
      'a-street.csv',
      lines(STREET, crime({ id: 'a' }).replaceAll('Metropolitan Police Service', 'Ambridge Constabulary')),
    );
    expect(file.status).toBe('failed');
    expect(file.warnings.join(' ')).toContain('Ambridge Constabulary');
  });

  test('a file in no known layout is told apart from a broken one', async () => {
    expect(await importOne('x.csv', lines('Colour,Size', 'red,2'))).toMatchObject({
      status: 'not-recognised',
    });
    expect(await importOne('y.csv', lines(STREET))).toMatchObject({ status: 'failed' });
    expect(await importOne('z.csv', '')).toMatchObject({ status: 'not-recognised' });
  });

  test('of two vintages of a month the later one counts, and the earlier can still be asked', async () => {
    await importOne('first-street.csv', lines(STREET, crime({ id: 'a' })));
    const later = await importOne('second-street.csv', lines(STREET, crime({ id: 'a' }), crime({ id: 'b' })));
    const [current] = await workspace.query('SELECT count(*) AS n FROM crime_current');
    const [all] = await workspace.query(
      'SELECT count(*) AS n, count(DISTINCT release) AS releases FROM crime',
    );
    expect(current).toEqual({ n: 2 });
    expect(all).toEqual({ n: 3, releases: 2 });
    const [release] = await workspace.query(
      `SELECT supersedes FROM release WHERE release = '${later.release}'`,
    );
    expect(release?.['supersedes']).not.toBeNull();
  });
});
