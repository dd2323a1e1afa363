/** Series made by chance, of which it is known whether anything changed: what bench/change.ts judges. */
import type { Random } from '../src/statistics/index.ts';

export const POINTS = 60;

type Kind = readonly [name: string, make: (random: Random) => number[]];

const white = (random: Random) => Array.from({ length: POINTS }, () => random.normal());

const remembering =
  (memory: number) =>
  (random: Random): number[] => {
    let value = random.normal();
    return white(random).map((noise) => (value = memory * value + Math.sqrt(1 - memory * memory) * noise));
  };

const seasonal = (random: Random) =>
  white(random).map((noise, i) => 100 + 10 * Math.sin((2 * Math.PI * (i + 1)) / 12) + 5 * noise);

const drifting = (monthly: number) => (random: Random) =>
  white(random).map((noise, i) => 100 * (1 + monthly) ** (i + 1) + 5 * noise);

const shifted =
  (size: number, ago: number, make: (random: Random) => number[] = white) =>
  (random: Random): number[] =>
    make(random).map((value, i) => value + (i >= POINTS - ago ? size : 0));

export const UNCHANGED: readonly Kind[] = [
  ['white noise', white],
  ['memory 0.4 (AR(1))', remembering(0.4)],
  ['season ±10, noise sd 5', seasonal],
  ['Poisson, mean 4', (random) => Array.from({ length: POINTS }, () => poisson(random, 4))],
  ['drift 0.3 % a month, noise sd 5', drifting(0.003)],
  ['memory 0.2', remembering(0.2)],
  ['memory 0.6', remembering(0.6)],
  ['drift of 0.15 % a month, noise sd 5', drifting(0.0015)],
];

export const SHIFTED: readonly Kind[] = [
  ['1 sd, 12 points ago', shifted(1, 12)],
  ['1 sd, 18 points ago', shifted(1, 18)],
  ['1.5 sd, 12 points ago', shifted(1.5, 12)],
  ['1.5 sd, 9 points ago', shifted(1.5, 9)],
  ['1.5 sd, 5 points ago', shifted(1.5, 5)],
  ['1 sd, 40 points ago', shifted(1, 40)],
  ['1.5 sd, 12 points ago, season ±10, sd 5', shifted(7.5, 12, seasonal)],
  ['1.5 sd, 12 points ago, memory 0.4', shifted(1.5, 12, remembering(0.4))],
];

/** Monthly counts, `dispersion` times as variable as Poisson, of a season of ±15 % or none; the last year falls. */
const counts =
  (length: number, level: number, dispersion: number, season: number, fall = 0) =>
  (random: Random): number[] =>
    Array.from({ length }, (_, month) => {
      const mean =
        level * (1 + season * Math.sin((2 * Math.PI * month) / 12)) * (month >= length - 12 ? 1 - fall : 1);
      return dispersion === 1 && mean < 100
        ? poisson(random, mean)
        : Math.max(0, Math.round(mean + random.normal() * Math.sqrt(mean * dispersion)));
    });

export const COUNTED: readonly Kind[] = [
  ['60 months, mean 4', counts(60, 4, 1, 0)],
  ['60 months, mean 30, season ±15 %', counts(60, 30, 1, 0.15)],
  ['60 months, mean 400, season ±15 %, twice Poisson', counts(60, 400, 2, 0.15)],
  ['60 months, mean 400, no season, five times Poisson', counts(60, 400, 5, 0)],
  ['60 months, mean 2,000, season ±15 %, ten times Poisson', counts(60, 2000, 10, 0.15)],
  ['36 months, mean 30, season ±15 %', counts(36, 30, 1, 0.15)],
  ['36 months, mean 400, season ±15 %, twice Poisson', counts(36, 400, 2, 0.15)],
  ['a fall by 15 % a year ago: mean 400, twice Poisson', counts(60, 400, 2, 0.15, 0.15)],
  ['a fall by 10 % a year ago: mean 400, twice Poisson', counts(60, 400, 2, 0.15, 0.1)],
];

function poisson(random: Random, mean: number): number {
  let [count, product] = [0, random.uniform()];
  for (const floor = Math.exp(-mean); product > floor; count++) product *= random.uniform();
  return count;
}
