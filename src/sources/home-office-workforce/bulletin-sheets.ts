import { foldHeader } from '../table/heads.ts';
import type { Sheet, TextRow } from '../table/sheet.ts';

/** A column of a sheet: what it counts, and of whom. */
export interface BulletinColumn {
  readonly at: number;
  readonly name: string;
  readonly measure: string;
  readonly unit: 'full-time equivalents' | 'headcount';
  /** Null for everybody. */
  readonly group: readonly [type: string, value: string] | null;
}

/** What a kind of sheet holds, by the beginning of its title. `whole` says that it counts a year, and not who was there on its last day. */
interface Kind {
  readonly title: RegExp;
  readonly whole: boolean;
  readonly columns: (head: readonly TextRow[]) => readonly BulletinColumn[];
}

const KINDS: readonly Kind[] = [
  {
    title: /^Table \d+ +Police officer strength as at .* by police force area, rank and gender/i,
    whole: false,
    columns: (head) => bySex(head, 'police-officers', 'rank'),
  },
  {
    title: /^Table \d+ +Police officer strength by ethnicity, police force area and gender/i,
    whole: false,
    columns: (head) => bySex(head, 'police-officers', 'ethnicity'),
  },
  {
    title: /^Table \d+ +Minority ethnic officer strength by police force area, rank and gender/i,
    whole: false,
    columns: (head) => bySex(head, 'police-officers-minority-ethnic', 'rank'),
  },
  {
    title: /^Table \d+ +Police officer joiners\d* from .* by police force area, rank and gender/i,
    whole: true,
    columns: (head) => bySex(head, 'police-officer-joiners', 'rank'),
  },
  {
    title: /^Table \d+ +Police officer leavers\d* from .* by police force area, rank and gender/i,
    whole: true,
    columns: (head) => bySex(head, 'police-officer-leavers', 'rank'),
  },
  {
    title: /^Table \d+[a-z]? +Police staff strength as at .* by police force area, gender/i,
    whole: false,
    columns: staffStrength,
  },
  {
    title: /^Table \d+ +Special constable strength as at .* by police force area, gender/i,
    whole: false,
    columns: specialConstables,
  },
];

/** A sheet of a bulletin by force: its columns, and the first of the rows below its header. Null for any other sheet. */
export function bulletinSheet(sheet: Sheet): {
  readonly columns: readonly BulletinColumn[];
  readonly from: number;
  readonly whole: boolean;
  readonly title: string;
} | null {
  const title = (sheet.rows[0]?.cells[0] ?? '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^(Table \d+[a-z]?) /, '$1  ');
  const kind = KINDS.find((each) => each.title.test(title));
  if (!kind) return null;
  const top = sheet.rows.findIndex((row) => foldHeader(row.cells[0] ?? '') === 'police force');
  // Under "Police force" the first column of the header is blank: the first name that stands there is the first force.
  const below = sheet.rows.findIndex((row, index) => index > top && (row.cells[0] ?? '') !== '');
  if (top === -1 || below === -1) return null;
  const columns = kind.columns(sheet.rows.slice(top, below));
  return columns.length === 0 ? null : { columns, from: below, whole: kind.whole, title };
}

/** Men, then women, then everybody; working columns of the office that come after are not read. */
function bySex(
  head: readonly TextRow[],
  measure: string,
  by: 'rank' | 'ethnicity',
): readonly BulletinColumn[] {
  const columns: BulletinColumn[] = [];
  const unit = 'full-time equivalents';
  let sex = 'Male';
  for (const [at, cell] of (head.at(-1)?.cells ?? []).entries()) {
    const name = plain(cell);
    if (at === 0 || name === '') continue;
    const all = /^Total (?:police ranks|all staff)$/i.test(name);
    const sum = /^Total (male|female)\b/i.exec(name)?.[1];
    if (all || sum !== undefined) {
      // Sums by ethnicity repeat those by rank, and differ from them by a hundredth here and there.
      if (by === 'rank') columns.push({ at, name, measure, unit, group: all ? null : ['sex', sex] });
    } else columns.push({ at, name, measure, unit, group: [`sex and ${by}`, `${sex}, ${name}`] });
    if (all) return columns;
    if (sum?.toLowerCase() === 'male') sex = 'Female';
  }
  return [];
}

const STAFF: readonly (readonly [begins: RegExp, measure: string])[] = [
  [/^police staff/, 'police-staff'],
  [/^police community support/, 'police-community-support-officers'],
  [/^designated officers/, 'designated-officers'],
  [/^traffic wardens/, 'traffic-wardens'],
];

/** Of each kind of staff the strength: two cells of the header under each other say "Total" and "strength". */
function staffStrength(head: readonly TextRow[]): readonly BulletinColumn[] {
  const kinds = head[0]?.cells ?? [];
  const [upper, lower] = [head.at(-2)?.cells ?? [], head.at(-1)?.cells ?? []];
  return lower.flatMap((cell, at) => {
    if (!/^strength/i.test(cell) || foldHeader(upper[at] ?? '') !== 'total') return [];
    const kind = foldHeader(kinds.slice(1, at + 1).findLast((each) => each !== '') ?? '');
    const measure = STAFF.find(([begins]) => begins.test(kind))?.[1];
    return measure === undefined
      ? []
      : [{ at, name: kind, measure, unit: 'full-time equivalents', group: null }];
  });
}

const SPECIALS: ReadonlyMap<string, string> = new Map([
  ['total strength', 'special-constables-headcount'],
  ['minority ethnic strength', 'special-constables-minority-ethnic-headcount'],
]);

/** The first block of three is the strength; minority ethnic strength, joiners and leavers follow. */
function specialConstables(head: readonly TextRow[]): readonly BulletinColumn[] {
  const blocks = head.at(-2)?.cells ?? [];
  const names = head.at(-1)?.cells ?? [];
  const columns: BulletinColumn[] = [];
  const met = new Set<string>();
  for (const [start, block] of blocks.entries()) {
    const measure = SPECIALS.get(foldHeader(block));
    // The office's own checks repeat the heading further right.
    if (measure === undefined || met.has(measure)) continue;
    met.add(measure);
    for (const at of [start, start + 1, start + 2]) {
      const name = plain(names[at] ?? '');
      const group = /^Total/i.test(name) ? null : (['sex', name] as const);
      columns.push({ at, name, measure, unit: 'headcount', group });
    }
  }
  return columns;
}

/** A heading without the hyphen at which it was broken to fit its cell, and without the number of its note. */
function plain(cell: string): string {
  return cell
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([a-z])-([a-z])/g, '$1$2')
    .replace(/(?<=[a-z])\d+$/, '')
    .trim();
}
