import type { Finding } from '../evidence/index.ts';
import type { Cell } from '../lake/engine.ts';
import { toTable } from './output.ts';

type Column = readonly [heading: string, key: string];

/** The tables of a what-changed finding, in the order in which they are read. */
const TABLES: readonly {
  readonly list: string;
  readonly title: string;
  readonly columns: readonly Column[];
}[] = [
  {
    list: 'periods',
    title: 'Periods that read differently, the biggest change first',
    columns: [
      ['period', 'period'],
      ['then', 'then'],
      ['now', 'now'],
      ['definition', 'definition'],
      ['data revised', 'data_revised'],
    ],
  },
  {
    list: 'areas',
    title: 'Areas within it, over all periods known then',
    columns: [
      ['area', 'area'],
      ['then', 'then'],
      ['now', 'now'],
      ['data revised', 'data_revised'],
    ],
  },
  {
    list: 'area_periods',
    title: 'Single figures of areas',
    columns: [
      ['area', 'area'],
      ['period', 'period'],
      ['then', 'then'],
      ['now', 'now'],
      ['data revised', 'data_revised'],
    ],
  },
  {
    list: 'groups',
    title: 'Categories, over all periods known then',
    columns: [
      ['category', 'group'],
      ['then', 'then'],
      ['now', 'now'],
      ['data revised', 'data_revised'],
      ['given', 'given'],
    ],
  },
  {
    list: 'releases',
    title: 'Releases that took the place of others',
    columns: [
      ['then', 'releases_then'],
      ['now', 'releases_now'],
      ['figures', 'figures'],
      ['changed', 'figures_changed'],
      ['data revised', 'data_revised'],
    ],
  },
];

/** More rows than these are in the JSON. */
const MOST_ROWS = 10;

/** The tables behind a what-changed finding as text; nothing for another finding. */
export function changedTables({ numbers, method_version }: Finding): string {
  if (!method_version.startsWith('what-changed')) return '';
  return TABLES.flatMap(({ list, title, columns }) => {
    const rows = numbers[list];
    if (!Array.isArray(rows) || rows.length === 0) return [];
    const cells = (rows as readonly Readonly<Record<string, Cell>>[])
      .slice(0, MOST_ROWS)
      .map((row) => columns.map(([, key]) => short(row[key] ?? null)));
    const more = rows.length > MOST_ROWS ? `and ${rows.length - MOST_ROWS} more with --json\n` : '';
    return [
      `\n${title}\n${toTable(
        columns.map(([heading]) => heading),
        cells,
      )}${more}`,
    ];
  }).join('');
}

function short(cell: Cell): Cell {
  return typeof cell === 'number' ? Number(cell.toPrecision(6)) : cell;
}
