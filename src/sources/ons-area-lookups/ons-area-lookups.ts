import type { AreaType } from '../../areas/index.ts';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { findTable } from '../table/find-table.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';

/** Levels of area, from the small to the large, by the letters that begin their columns (LAD19CD, CSP19CD, PFA19CD). */
const LEVELS = [
  { prefix: 'LAD', type: 'authority', ours: 'borough' },
  { prefix: 'CSP', type: 'community safety partnership', ours: null },
  { prefix: 'PFA', type: 'force', ours: 'force' },
] as const satisfies readonly {
  readonly prefix: string;
  readonly type: string;
  readonly ours: AreaType | null;
}[];

interface Level {
  readonly type: string;
  readonly ours: AreaType | null;
  readonly codeAt: number;
  readonly nameAt: number;
  readonly column: string;
}

/** Codes that stand for "no such area" in lists of codes: Channel Islands, Isle of Man, no fixed abode and the like. */
const PSEUDO_CODE = /^[LM]9{8}$/;

/**
 * ONS lookups of local authorities, community safety partnerships and police forces, and lists of force codes. Each
 * authority gives a row for its partnership and one for its force, each partnership one for its force; a list of codes gives rows
 * without a parent. The year is that of the columns (LAD19CD: 2019).
 */
export const onsAreaLookups: RowsSource = {
  kind: 'rows',
  id: 'ons-area-lookups',
  table: 'area_lookup',
  title:
    'Local authority districts to community safety partnerships to police force areas, lookup in England and Wales',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  address: 'https://geoportal.statistics.gov.uk/',
  looksLike:
    'LAD19CD, LAD19NM, CSP19CD, CSP19NM, PFA19CD, PFA19NM, FID (2016 and 2019), or PFA19CD, PFA19NM, FID',
  recognises: isLookup,
  read: readLookup,
};

function isLookup({ csv }: Sample): boolean {
  if (!csv?.header.some((cell) => /^(FID|ObjectId)$/i.test(cell))) return false;
  return levelsOf(csv.header).at(-1)?.type === 'force';
}

function levelsOf(header: readonly string[]): Level[] {
  return LEVELS.flatMap(({ prefix, type, ours }) => {
    const codeAt = header.findIndex((cell) => new RegExp(`^${prefix}\\d{2}CD$`, 'i').test(cell));
    const nameAt = header.findIndex((cell) => new RegExp(`^${prefix}\\d{2}NM$`, 'i').test(cell));
    return codeAt === -1 || nameAt === -1
      ? []
      : [{ type, ours, codeAt, nameAt, column: header[nameAt] ?? prefix }];
  });
}

async function readLookup(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), {}, file.path);
  const levels = levelsOf(table.header);
  const year = yearOf(table.header, levels);
  if (levels.at(-1)?.type !== 'force' || year === null) {
    throw new BadInputError(
      'the columns PFA…CD and PFA…NM of one year are missing',
      { file: file.path, line: table.headerLine },
      'Download the lookup again.',
    );
  }
  const tally = new Tally();
  const given = new Set<string>();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    tally.record(record, () => {
      const areas = levels.map((level) => areaAt(level, record.cells, context));
      const links = areas.flatMap((child, index): LakeRow[] => {
        const parents = areas.slice(index + 1).map((parent) => ({
          parent_code: parent.code,
          parent_name: parent.name,
          parent_type: parent.type,
        }));
        const self = { year, code: child.code, name: child.name };
        return index === 0 && parents.length === 0
          ? [{ ...self, parent_code: null, parent_name: null, parent_type: null }]
          : parents.map((parent) => Object.assign(parent, self));
      });
      // An authority may hold several partnerships, but each pair has one force.
      const key = areas.slice(0, Math.max(1, areas.length - 1)).map(({ code }) => code);
      if (!tally.isNew(key, JSON.stringify(links), record.line, levels[0]?.column ?? null)) return [];
      // Several authorities share a partnership, whose own link is given once.
      return links.filter((link) => {
        const text = JSON.stringify(link);
        return !given.has(text) && given.add(text);
      });
    });
  }
  return tally.finish({
    scope: `ons-area-lookups/${levels.map(({ type }) => type).join('-')}/${year}`,
    force: null,
    warnings: [],
  });
}

function areaAt(
  level: Level,
  cells: readonly string[],
  { areas }: SourceContext,
): { code: string; name: string; type: string } {
  const code = cells[level.codeAt] ?? '';
  const name = cells[level.nameAt] ?? '';
  if (PSEUDO_CODE.test(code)) throw new RowFault(level.column, `the code ${code} stands for no area`);
  if (!/^[A-Z]\d{8}$/.test(code)) throw new RowFault(level.column, `"${code}" is not a code of an area`);
  if (name === '') throw new RowFault(level.column, `the area ${code} has no name`);
  const known = level.ours === null ? null : areas.resolve(name, level.ours);
  if (known && areas.byCode(code) === known) return { code, name: known.name, type: level.type };
  if (level.ours === 'force' && !known && !/^[NS]/.test(code))
    throw new RowFault(level.column, `unknown area "${name}"`);
  return { code, name, type: level.type };
}

function yearOf(header: readonly string[], levels: readonly Level[]): number | null {
  const years = new Set(
    levels.flatMap(({ codeAt, nameAt }) => [codeAt, nameAt].map((at) => (header[at] ?? '').slice(3, 5))),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? 2000 + Number(only) : null;
}
