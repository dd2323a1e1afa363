import { basename } from 'node:path';
import { BadInputError } from '../../foundation/errors.ts';
import { HOME_OFFICE } from '../home-office/home-office.ts';
import { namesTwice } from '../home-office/names-twice.ts';
import { homeOfficeAreas } from '../home-office/table-areas.ts';
import { countRow } from '../home-office-use-of-force/count-row.ts';
import type { Tactic } from '../home-office-use-of-force/tactic.ts';
import { cedOf, forceHeader, readForces, titleOf } from '../home-office-use-of-force/tables.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { areaNamed, day } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns, workbookHeads } from '../table/heads.ts';
import { calendarYear, monthsIn, yearTo, type Period } from '../table/period.ts';
import { readSheets } from '../table/read-sheets.ts';
import { Tally } from '../table/tally.ts';

const WORDS = {
  kind: 'rows',
  table: 'use_of_force',
  ...HOME_OFFICE,
  address: 'https://www.gov.uk/government/collections/police-use-of-taser-statistics',
} as const;
const MEASURE = 'CED uses';
const TYPE = 'Less lethal weapons';

/** Police use of Taser by force and region in a calendar year: the published workbook (a sheet a year), or one table as CSV named by its year. */
export const taserByForce: RowsSource = {
  ...WORDS,
  id: 'home-office-taser',
  title: 'Police use of Taser statistics, by type, police force and region',
  looksLike:
    'Police Force/Region, Drawn, Aimed, Arced, Red-dot, …, Fired, Total discharge, Total; a workbook titled "Police use of TASER", or CSV with the year in its name',
  recognises: (sample) => isByForce(sample),
  read: readByForce,
};

/** The same for several years under each other, with the day on which each year ended. */
export const taserByYear: RowsSource = {
  ...WORDS,
  id: 'home-office-taser-by-year',
  title: 'Police use of Taser statistics, by force and year',
  looksLike:
    'Police force, Total, Total non-discharge, Drawn, Aimed, …, Not stated, ytd (the day on which the year ended)',
  recognises: (sample) => hasColumns(sample, ['Police force', 'Drawn', 'Fired', 'ytd']),
  read: readByYear,
};

/** Use by type, England and Wales: a column a year. */
export const taserNational: RowsSource = {
  ...WORDS,
  id: 'home-office-taser-national',
  title: 'Police use of Taser statistics, by type, England and Wales',
  looksLike: 'Action, then a column a year (2011, 2012, …)',
  recognises: ({ csv }) => csv?.header[0] === 'Action' && calendarYear(csv.header[1] ?? '') !== null,
  read: readNational,
};

/** Use from 2004 to 2010 by force, and from April 2009 by quarter. Fired, drive-stunned, and everything that is no discharge. */
export const taserEarly: RowsSource = {
  ...WORDS,
  id: 'home-office-taser-2004-2010',
  title: 'Police use of Taser, 2004 to 2010',
  looksLike:
    'Force, Discharges, Drive-stuns, Arced, Red Dot, …, Total Used; or Force, April-June 2009 Firings, … January-March 2010 Totals',
  recognises: (sample) =>
    hasColumns(sample, ['Force', 'Discharges', 'Drive-stuns', 'Total Used']) ||
    (sample.csv?.header[0] === 'Force' && (sample.csv.header[1] ?? '').endsWith(' Firings')),
  read: readEarly,
};

function isByForce(sample: Sample): boolean {
  if (sample.csv) return hasColumns(sample, ['Police Force/Region', 'Drawn', 'Fired', 'Total']);
  return workbookHeads(sample).some((sheet) =>
    /^Table \d+: (revised )?police use of TASER/i.test(titleOf(sheet.rows)),
  );
}

async function readByForce(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const sheets = await readSheets(file);
  const tally = new Tally();
  const name = basename(file.member ?? file.path);
  let period: Period | null = null;
  for (const sheet of sheets) {
    tally.faults(sheet.faults);
    const header = forceHeader(sheet);
    if (header === null) continue;
    const title = titleOf(sheet.rows);
    const fromTitle = calendarYear(/\b(20\d{2})\b\D*$/.exec(title)?.[1] ?? '');
    const own = fromTitle ?? calendarYear(/(?:19|20)\d{2}/.exec(name)?.[0] ?? '');
    if (!own) continue;
    if (!fromTitle)
      tally.warn(
        `the year ${own.to.slice(0, 4)} is taken from the name of the file; the file itself does not say it`,
      );
    if (period === null || own.to > period.to) period = own;
    readForces(sheet, header, {
      areas: context.areas,
      tally,
      title,
      period: own,
      main: own,
      manyGroups: false,
    });
  }
  if (period === null) throw noTime(file);
  return tally.finish({ scope: `home-office-taser/${name}`, force: null, warnings: [] });
}

async function readByYear(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const columns = { force: ['Police force'], ended: ['ytd'], total: ['Total'] };
  const table = findTable(await readSheets(file), columns, file.path);
  const tally = new Tally();
  const ways = table.header.flatMap((heading, at) => {
    const tactic = cedOf(heading);
    return tactic ? [{ at, heading, tactic }] : [];
  });
  // Regions were dropped by name, all but the West Midlands, which a force is called too: where it stands twice, the region comes first.
  const twice = namesTwice(
    table.records.map(({ cells }) => `${cells[table.at.force]}|${cells[table.at.ended]}`),
  );
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (at: number): string => record.cells[at] ?? '';
    tally.record(record, () => {
      const ended = day(cell(table.at.ended), 'ytd');
      const first = twice.delete(`${cell(table.at.force)}|${cell(table.at.ended)}`);
      const types = first ? (['region'] as const) : (['force', 'nation'] as const);
      const area = areaNamed(context.areas, cell(table.at.force), types, 'Police force');
      return ways.flatMap(({ at, heading, tactic }) =>
        countRow(tally, {
          area,
          period: yearTo(ended),
          measure: MEASURE,
          type: TYPE,
          tactic,
          cell: cell(at),
          column: heading,
          line: record.line,
        }),
      );
    });
  }
  return tally.finish({ scope: 'home-office-taser-by-year', force: null, warnings: [] });
}

async function readNational(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { action: ['Action'] }, file.path);
  const area = context.areas.require('England and Wales', 'nation');
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const published = record.cells[table.at.action] ?? '';
      const tactic = cedOf(published) ?? { name: published, part: 'tactic' as const };
      return table.extra.flatMap(({ name, at }) => {
        const period = calendarYear(name);
        if (!period) return [];
        const where = { cell: record.cells[at] ?? '', column: name, line: record.line };
        return countRow(tally, { area, period, measure: MEASURE, type: TYPE, tactic, ...where });
      });
    });
  }
  return tally.finish({ scope: 'home-office-taser-national', force: null, warnings: [] });
}

async function readEarly(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { force: ['Force'] }, file.path);
  const tally = new Tally();
  const span = /(20\d{2})-(20\d{2})/.exec(basename(file.member ?? file.path));
  const [first, last] = [calendarYear(span?.[1] ?? ''), calendarYear(span?.[2] ?? '')];
  const columns = table.extra.flatMap(({ name, at }) => {
    const quarter = monthsIn(name);
    const tactic = quarter ? QUARTERLY.get(name.split(' ').at(-1) ?? '') : cedOf(name);
    const period = quarter ?? (first && last ? { from: first.from, to: last.to } : null);
    return tactic && period ? [{ at, name, tactic, period }] : [];
  });
  if (columns.length === 0) throw noTime(file);
  if (columns.some(({ name }) => monthsIn(name) === null))
    tally.warn(
      'the years are taken from the name of the file; the file itself does not say in which months they begin and end',
    );
  const areaOf = homeOfficeAreas(context.areas, false);
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const area = areaOf(record.cells[table.at.force] ?? '', 'Force');
      return columns.flatMap(({ at, name, tactic, period }) => {
        const where = { cell: record.cells[at] ?? '', column: name, line: record.line };
        return countRow(tally, { area, period, measure: MEASURE, type: TYPE, tactic, ...where });
      });
    });
  }
  const kind = columns.some(({ name }) => monthsIn(name) !== null) ? 'quarters' : 'whole';
  return tally.finish({ scope: `home-office-taser-2004-2010/${kind}`, force: null, warnings: [] });
}

const QUARTERLY: ReadonlyMap<string, Tactic> = new Map([
  ['Firings', { name: 'CED fired', part: 'part' }],
  ['Drive-stuns', { name: 'CED drive stun', part: 'part' }],
  ['Non-discharges', { name: 'CED non-discharge', part: 'tactic' }],
  ['Totals', { name: 'CED', part: 'total' }],
]);

function noTime(file: InputFile): BadInputError {
  return new BadInputError(
    'neither the file nor its name says of which year its figures are',
    { file: file.path },
    'Give it a name with its year, such as 2016.csv.',
  );
}
