/**
 * How often each way of reading a series finds something: in series in which nothing changed (false alarms) and in series
 * with a lasting shift (power). `spc` by the plain rules and with --adjust auto, and `turning`. Prints tables and, with
 * --write, puts them into bench/change.json, which docs/methods/spc.md and turning.md show.
 * `tsx bench/change.ts [runs] [seed] [--write]`; the seed is none that the critical values were made with.
 */
import { writeFileSync } from 'node:fs';
import { seededRandom, spcAuto, turning, xmr, type Random } from '../src/statistics/index.ts';
import { COUNTED, SHIFTED, UNCHANGED, POINTS } from './change-series.ts';

const RUNS = Number(process.argv[2] ?? 400);
const SEED = Number(process.argv[3] ?? 9);

const share = (make: (random: Random) => number[], found: (series: number[]) => boolean): number => {
  const random = seededRandom(SEED);
  let count = 0;
  for (let run = 0; run < RUNS; run++) if (found(make(random))) count++;
  return Number(((100 * count) / RUNS).toFixed(1));
};

const nhs = (series: number[]) => xmr(series).points.some(({ signal }) => signal !== null);
const auto = (series: number[]) =>
  spcAuto(series, { period: 12 }).points.some(({ signal }) => signal !== null);
const drifts = (series: number[]) => spcAuto(series, { period: 12 }).drift !== null;
const turned = (series: number[]) => turning(series).verdict.startsWith('turned');

const spcRow = ([name, make]: (typeof UNCHANGED)[number]) => {
  const row = { name, nhs: share(make, nhs), auto: share(make, auto) };
  console.log(name.padEnd(48), row.nhs, row.auto);
  return row;
};
console.log(`Any signal, %, ${RUNS} series of ${POINTS} points: plot-the-dots rules | --adjust auto`);
const unchanged = UNCHANGED.map(spcRow);
const shifted = SHIFTED.map(spcRow);
const drift = UNCHANGED.filter(([name]) => name.startsWith('drift')).map(([name, make]) => {
  const row = { name, drift: share(make, drifts) };
  console.log(`${name}: called a drift`.padEnd(48), row.drift);
  return row;
});
console.log('Any turn, %: turning');
const counted = COUNTED.map(([name, make]) => {
  const row = { name, turned: share(make, turned) };
  console.log(name.padEnd(48), row.turned);
  return row;
});

if (process.argv.includes('--write')) {
  const target = new URL('change.json', import.meta.url);
  const result = { runs: RUNS, seed: SEED, points: POINTS, unchanged, shifted, drift, counted };
  writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
}
