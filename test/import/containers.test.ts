import { utils, write, type BookType } from '@e965/xlsx';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileReport } from '../../src/sources/importer/report.ts';
import { localFile } from '../../src/sources/input/local-file.ts';
import { readSheets } from '../../src/sources/table/read-sheets.ts';
import { noSharedData, SHARED_DATA, TestWorkspace } from './workspace.ts';

/** Published as CSV (or Parquet): one file of every manner of reading, each with its quirks. */
const FILES: readonly string[] = [
  'police-uk-city-of-london/2019-01-city-of-london-street.csv',
  'police-uk-city-of-london/2019-01-city-of-london-stop-and-search.csv',
  'police-uk-metropolitan-outcomes/2012-01-metropolitan-outcomes.csv.gz',
  'london-datastore-mps-ward-crime-24-months/MPSCrime.csv.gz',
  'london-datastore-mps-dashboards-parquet/recorded-crime-borough.parquet',
  'london-datastore-mps-dashboards-parquet/homicide.parquet',
  'london-datastore-mps-dashboards-parquet/custody.parquet',
  'home-office-police-powers/asb-trends.csv.gz',
  'home-office-use-of-force/cleaned-csv/incidents/april2018-march2019.csv',
  'home-office-police-workforce/police-workforce-fte-by-year.csv',
  'ons-csew-perceptions/crime-trends-data.csv.gz',
  'ons-lookups/244.csv',
  'media-knife-crime-mentions/hansard.csv',
];

/** Enough rows for every quirk of a header, few enough for a workbook to be made quickly. */
const MOST_ROWS = 300;

/** The first rows of a published file. */
async function rowsOf(name: string): Promise<readonly (readonly string[])[]> {
  const [sheet] = await readSheets(await localFile(`${SHARED_DATA}/${name}`));
  return (sheet?.rows ?? []).slice(0, MOST_ROWS).map(({ cells }) => cells);
}

function asCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Rows as a workbook, below a title: numbers are numbers, as an office's program would save them. */
function asWorkbook(rows: readonly (readonly string[])[], bookType: BookType): Uint8Array {
  const typed = rows.map((cells) =>
    cells.map((cell) => (/^-?(0|[1-9]\d{0,14})(\.\d{1,14})?$/.test(cell) ? Number(cell) : cell)),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['About this table']]), 'Notes');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Published by an office'], [], ...typed]), 'Data');
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
}

describe('a layout known in one container is known in every container', () => {
  test.skipIf(noSharedData !== null).for(FILES)(noSharedData ?? '%s', { timeout: 60_000 }, async (name) => {
    const rows = await rowsOf(name);
    const report = async (ending: string, content: string | Uint8Array): Promise<FileReport | undefined> => {
      // Each in a workspace of its own: the same rows again would only be said to be there already.
      const own = new TestWorkspace();
      try {
        // The publisher's folder and name, which some layouts take the period or the force from.
        const path = own.path(name.replace(/\.(csv|parquet)(\.gz)?$/, ending));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        return (await own.import([path])).files[0];
      } finally {
        own.cleanUp();
      }
    };
    const plain = await report('.csv', asCsv(rows));
    expect(plain?.status).toBe('imported');
    for (const bookType of ['xlsx', 'ods'] as const) {
      const read = await report(`.${bookType}`, asWorkbook(rows, bookType));
      expect([bookType, read && factsOf(read)]).toEqual([bookType, plain && factsOf(plain)]);
    }
  });

  test.skipIf(noSharedData !== null)(
    noSharedData ?? 'a letter in an old Office file is no workbook',
    async () => {
      const workspace = new TestWorkspace();
      const letter = `${SHARED_DATA}/uk-government-panel-minutes/TB(9)1.ii Action Log.doc`;
      const { files } = await workspace.import([letter]);
      expect(files).toMatchObject([
        { status: 'not-recognised', warnings: ['Neither text nor a workbook that Scrutineer reads.'] },
      ]);
      workspace.cleanUp();
    },
  );

  test('a workbook in no known layout is reported as such', async () => {
    const workspace = new TestWorkspace();
    const file = workspace.path('other.xlsx');
    writeFileSync(
      file,
      asWorkbook(
        [
          ['Dish', 'Price'],
          ['Soup', '3'],
        ],
        'xlsx',
      ),
    );
    const { files } = await workspace.import([file]);
    expect(files).toMatchObject([{ path: file, status: 'not-recognised' }]);
    workspace.cleanUp();
  });
});

function factsOf({ status, source, rows_kept, rows_rejected, duplicates, from, to }: FileReport): object {
  return { status, source, rows_kept, rows_rejected, duplicates, from, to };
}
