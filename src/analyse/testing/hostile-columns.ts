import { addDays, addMonths, parseIsoDate, type IsoDate } from '../../foundation/iso-date.ts';
import type { Random } from '../../statistics/index.ts';
import { hostileNumbers } from './hostile-numbers.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  group: ['A', 'B', 'C', ''],
  category: ['yes', 'no', ''],
  unit: ['A', 'B', 'C', 'D'],
  stratum: ['s', 't'],
  cluster: ['k1', 'k2', 'k3', 'k4', 'k5'],
  area: ['p', 'q'],
  dark: ['night', 'day', ''],
  picked: ['yes', 'no'],
  area_role: ['treated', 'control', 'displacement', 'displacement-control'],
};

const NAMES = [
  'Żółć',
  '名前',
  '👮🏽‍♀️',
  'a "quoted" name',
  'a, b',
  '__proto__',
  'constructor',
  'A\u202Eb',
  '\u0000',
  'A',
  'a',
  ' A ',
  'x'.repeat(300),
] as const;

const START = '2000-01-01' as IsoDate;

/** How far apart the dates of a column lie, and how they are written. */
const CALENDARS: readonly ((row: number) => string)[] = [
  (row) => addMonths(START, row),
  (row) => addMonths(START, row),
  (row) => addMonths(START, row).slice(0, 7),
  (row) => addDays(START, row),
  (row) => addDays(START, 7 * row),
  (row) => `${2000 + Math.floor(row / 4)}-Q${(row % 4) + 1}`,
  (row) => String(1900 + (row % 250)),
  (row) => String(row + 1),
  (row) => addDays(START, row * row),
];

const ODD_DATES = [
  '',
  'soon',
  '2023-02-29',
  '2023-13-01',
  '9999-12-31',
  '0001-01-01',
  '1e9',
  '99999999',
  '2000-01-01',
];
const TIMES = [
  '2023-03-01 17:40',
  '2023-06-01T19:00:00Z',
  '2023-04-10 18:15',
  '2023-10-29 01:30',
  '18:10',
  'late',
];

/** The cells of a column, by its name. */
export function hostileColumn(random: Random, column: string, rows: number): string[] {
  if (column === 'date') return dates(random, rows);
  if (column === 'at') return times(random, rows);
  if (column === 'time') return Array.from({ length: rows }, (_, row) => String(1 + (row % 5)));
  if (column === 'month')
    return Array.from({ length: rows }, (_, row) => addMonths(START, row % 6).slice(0, 7));
  const texts = TEXTS[column];
  return texts === undefined ? hostileNumbers(random, rows) : words(random, column, texts, rows);
}

function dates(random: Random, rows: number): string[] {
  const calendar = CALENDARS[random.below(CALENDARS.length)] ?? String;
  const gaps = random.below(4) === 0;
  let place = 0;
  const found = Array.from({ length: rows }, () => {
    place += gaps && random.below(4) === 0 ? 1 + random.below(15) : 1;
    return calendar(place - 1);
  });
  if (random.below(5) === 0) shuffle(random, found);
  if (random.below(8) === 0 && rows > 0) {
    found[random.below(rows)] = ODD_DATES[random.below(ODD_DATES.length)] ?? '';
  }
  return found;
}

function times(random: Random, rows: number): string[] {
  const odd = random.below(3) === 0;
  return Array.from({ length: rows }, () => {
    if (odd && random.below(4) === 0) return TIMES[random.below(TIMES.length)] ?? '';
    const day = addDays(parseIsoDate('2023-01-01') ?? START, random.below(365));
    return `${day} ${16 + random.below(6)}:${String(random.below(60)).padStart(2, '0')}`;
  });
}

function words(random: Random, column: string, usual: readonly string[], rows: number): string[] {
  const mood = random.below(8);
  if (mood === 0) return Array.from({ length: rows }, () => usual[0] ?? '');
  if (mood === 1) return Array.from({ length: rows }, () => NAMES[random.below(NAMES.length)] ?? '');
  // A unit a row, as in a funnel, or each unit once a period, as in a panel.
  if (mood < 4 && column === 'unit') return Array.from({ length: rows }, (_, row) => `unit ${row}`);
  if (mood < 6 && column === 'unit') {
    return Array.from(
      { length: rows },
      (_, row) => usual[Math.floor(row / 5)] ?? `unit ${Math.floor(row / 5)}`,
    );
  }
  return Array.from({ length: rows }, () => usual[random.below(usual.length)] ?? '');
}

function shuffle(random: Random, items: string[]): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j] ?? '', items[i] ?? ''];
  }
}
