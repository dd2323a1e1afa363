/**
 * How often each way of reading a control chart gives any signal: on series of 60 points in which nothing changed, and on
 * white noise with a lasting shift. Prints a table; `tsx bench/change.ts [runs]`.
 */
import { seededRandom, spcAuto, xmr, type Random } from '../src/statistics/index.ts';

const RUNS = Number(process.argv[2] ?? 400);
const POINTS = 60;

const white = (random: Random) => Array.from({ length: POINTS }, () => random.normal());

const unchanged: Record<string, (random: Random) => number[]> = {
  'white noise': white,
  'AR(1) 0.4': (random) => {
    let value = random.normal();
    return Array.from(
      { length: POINTS },
      () => (value = 0.4 * value + Math.sqrt(1 - 0.16) * random.normal()),
    );
  },
  'season ±10, sd 5': (random) =>
    white(random).map((noise, i) => 100 + 10 * Math.sin((2 * Math.PI * (i + 1)) / 12) + 5 * noise),
  'Poisson mean 4': (random) => Array.from({ length: POINTS }, () => poisson(random, 4)),
  'drift 0.3 % a month': (random) => white(random).map((noise, i) => 100 * 1.003 ** (i + 1) + 5 * noise),
};

const shifts: readonly (readonly [size: number, ago: number])[] = [
  [1, 12],
  [1, 18],
  [1.5, 12],
  [1.5, 9],
];

const share = (make: (random: Random) => number[], signals: (series: number[]) => boolean): string => {
  const random = seededRandom(9);
  let count = 0;
  for (let run = 0; run < RUNS; run++) if (signals(make(random))) count++;
  return ((100 * count) / RUNS).toFixed(1).padStart(6);
};

const nhs = (series: number[]) => xmr(series).points.some(({ signal }) => signal !== null);
const auto = (series: number[]) =>
  spcAuto(series, { period: 12 }).points.some(({ signal }) => signal !== null);

console.log(
  `Share of series with any signal, %, ${RUNS} series of ${POINTS} points: plot-the-dots rules | --adjust auto`,
);
for (const [name, make] of Object.entries(unchanged))
  console.log(name.padEnd(32), share(make, nhs), share(make, auto));
for (const [size, ago] of shifts) {
  const make = (random: Random) => white(random).map((value, i) => value + (i >= POINTS - ago ? size : 0));
  console.log(`shift of ${size} sd, ${ago} points ago`.padEnd(32), share(make, nhs), share(make, auto));
}

function poisson(random: Random, mean: number): number {
  let [count, product] = [0, random.uniform()];
  for (const floor = Math.exp(-mean); product > floor; count++) product *= random.uniform();
  return count;
}
