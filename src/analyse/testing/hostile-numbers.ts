import type { Random } from '../../statistics/index.ts';

/** Cells that no careful publisher writes, and that come all the same. */
const ODD = [
  '',
  'NA',
  '-',
  '[c]',
  '0',
  '-0',
  '1',
  '-1',
  '0.5',
  '1e12',
  '1e-12',
  '1e308',
  '-1e308',
  '1e-308',
  '5e-324',
  '9007199254740993',
  '99999999999',
  '1,234',
  'x',
  'Infinity',
  'NaN',
  '1e999',
] as const;

const ONE_FOR_ALL = [
  '0',
  '-0',
  '1',
  '-3',
  '7',
  '0.1',
  '1e308',
  '-1e308',
  '1e-308',
  '5e-324',
  '',
  'NA',
] as const;

type Moods = readonly ((random: Random, row: number) => string)[];

/** What a whole column may be like. The first moods are the ordinary ones and come most often. */
const MOODS: Moods = [
  (random) => String(random.below(41)),
  (random) => String(random.below(6)),
  (random) => String(random.below(100_000)),
  (random) => String(random.normal()),
  (random) => String(100 + 10 * random.normal()),
  (random) => String(random.below(2)),
  (_, row) => String(row),
  (random, row) => String(row < 20 ? random.below(9) : 50 + random.below(9)),
  (random, row) => String(10 * Math.sin(row / 2) + random.normal()),
  (random) => String(-random.below(40)),
  (random) => String(1 + 1e-15 * random.below(9)),
  (random) => String(1e9 + random.below(3)),
  (random) => String(1e15 + random.below(1000)),
  (random) => `${random.below(10)}.${random.below(10)}e${300 + random.below(8)}`,
  (random) => `${random.below(10)}.${random.below(10)}e-${300 + random.below(8)}`,
  (random) => `${random.below(2) === 0 ? '-' : ''}${1 + random.below(9)}e${random.below(617) - 308}`,
  (random) => String(10 ** (30 * random.normal())),
  (_, row) => (row === 0 ? '1e300' : '1'),
  (_, row) => (row % 2 === 0 ? '1e308' : '-1e308'),
  (random) => (random.below(2) === 0 ? '' : String(random.below(9))),
];

const ORDINARY = 9;

/** A column of numbers as text: of one mood, all of a kind, or spoilt here and there. */
export function hostileNumbers(random: Random, rows: number): string[] {
  if (random.below(12) === 0) {
    const cell = ONE_FOR_ALL[random.below(ONE_FOR_ALL.length)] ?? '';
    return Array.from({ length: rows }, () => cell);
  }
  const mood = MOODS[random.below(random.below(3) === 0 ? MOODS.length : ORDINARY)];
  // Most columns are clean: a table that is refused at its first cell tries nothing behind the door.
  const spoilt = [0, 0, 0, 0, 0.02, 0.3][random.below(6)] ?? 0;
  return Array.from({ length: rows }, (_, row) => {
    const odd = spoilt > 0 && random.uniform() < spoilt;
    return odd ? (ODD[random.below(ODD.length)] ?? '') : (mood?.(random, row) ?? '');
  });
}
