import { seededRandom, type Random } from '../../statistics/index.ts';
import type { GivenOptions } from '../options.ts';
import { hostileColumn } from './hostile-columns.ts';
import data from './hostile-setups.json' with { type: 'json' };

type Value = string | number;

interface Method {
  /** Columns and options with which the method can run at all. */
  readonly setups: readonly {
    readonly columns: readonly string[];
    readonly options: Readonly<Record<string, Value>>;
  }[];
  /** Values at and beyond the edges of each option. */
  readonly edges: Readonly<Record<string, readonly Value[]>>;
}

const METHODS = data as unknown as Readonly<Record<string, Method>>;

/** The methods that there are hostile tables for. */
export const HOSTILE_METHODS: readonly string[] = Object.keys(METHODS);

export interface HostileCase {
  readonly csv: string;
  readonly options: GivenOptions;
}

/** Columns of which one is a part of the next: in half of the tables they are put in that order. */
const PARTS_OF = [
  ['hits', 'searches', 'stops'],
  ['events', 'trials'],
  ['events', 'population'],
  ['numerator', 'denominator'],
];

/** A table that may be anything, and options at their edges. The same number gives the same table. */
export function hostileCase(method: string, number: number, mostRows = 5000): HostileCase {
  const found = METHODS[method];
  if (found === undefined) throw new TypeError(`there are no hostile tables for ${method}`);
  const random = seededRandom(number);
  random.uniform();
  const setup = found.setups[number % found.setups.length];
  if (setup === undefined) throw new TypeError(`${method} has no setup`);
  const rows = rowsOf(random, mostRows);
  const cells = new Map(setup.columns.map((column) => [column, hostileColumn(random, column, rows)]));
  if (random.below(2) === 0) orderParts(cells, rows);
  const table = [
    setup.columns,
    ...Array.from({ length: rows }, (_, row) => setup.columns.map((c) => cells.get(c)?.[row] ?? '')),
  ];
  return {
    csv: table.map((line) => line.map(quoted).join(',')).join('\n'),
    options: optionsOf(random, setup.options, found.edges),
  };
}

function rowsOf(random: Random, most: number): number {
  const kind = random.below(400);
  if (kind === 0) return Math.min(most, 1000 + random.below(4001));
  if (kind < 20) return random.below(3);
  if (kind < 160) return 60 + random.below(80);
  return 3 + random.below(45);
}

function orderParts(cells: Map<string, string[]>, rows: number): void {
  for (const parts of PARTS_OF) {
    const columns = parts.flatMap((name) => cells.get(name) ?? []).length / Math.max(1, rows);
    if (columns < 2) continue;
    const present = parts.filter((name) => cells.has(name));
    for (let row = 0; row < rows; row++) {
      const sorted = present
        .map((name) => cells.get(name)?.[row] ?? '')
        .sort((a, b) => Number(a) - Number(b));
      for (const [k, name] of present.entries()) cells.get(name)?.splice(row, 1, sorted[k] ?? '');
    }
  }
}

function optionsOf(
  random: Random,
  usual: Readonly<Record<string, Value>>,
  edges: Method['edges'],
): Readonly<Record<string, Value>> {
  const names = Object.keys(edges);
  const changes = [0, 0, 1, 2][random.below(4)] ?? 0;
  return Object.fromEntries([
    ...Object.entries(usual),
    ...Array.from({ length: names.length === 0 ? 0 : changes }, () => {
      const name = names[random.below(names.length)] ?? '';
      const values = edges[name] ?? [];
      return [name, values[random.below(values.length)] ?? ''] as const;
    }),
  ]);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
