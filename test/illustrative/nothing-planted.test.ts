import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileSet } from '../../src/illustrative/output/file-set.ts';
import { readSurveyFacts } from '../../src/illustrative/survey/survey-facts.ts';
import { writeSurvey } from '../../src/illustrative/survey/survey-files.ts';
import { funnel, normalTwoSided, turning } from '../../src/statistics/index.ts';
import { madeUpWorld, planted, scratchFolder } from './made-up-world.ts';

/** Where nothing is planted, methods may raise false alarms at the rates that they state, and neither more nor far fewer. */
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => 101 + index);
const nothing = (seed: number) => ({ seed, scale: 1, planted: false });

/** Limits of a share of false alarms among so many looks that a stated rate leaves in all but one of a thousand runs. */
function allowed(rate: number, looks: number): { readonly least: number; readonly most: number } {
  const reach = 3.3 * Math.sqrt((rate * (1 - rate)) / looks);
  return { least: rate - reach, most: rate + reach };
}

describe('a made-up world in which nothing is planted', () => {
  it('seldom looks as if a crime had turned: at most in one series of twenty, chance apart', () => {
    const groups = ['Robbery', 'Burglary', 'Vehicle Offences', 'Drug Offences', 'Public Order Offences'];
    const turned = seeds(16).flatMap((seed) => {
      const world = madeUpWorld(nothing(seed));
      return groups.map((group) =>
        turning(world.london(({ major }) => major === group).slice(-36)).verdict.startsWith('turned'),
      );
    });
    const share = turned.filter(Boolean).length / turned.length;
    expect(share).toBeLessThan(allowed(0.05, turned.length).most);
  });

  it('puts boroughs outside the lines of a funnel as often as the lines say', () => {
    const looks = seeds(16).flatMap((seed) => {
      const months = Array.from({ length: 12 }, (_, index) => 60 + index);
      const units = madeUpWorld(nothing(seed)).boroughs(months, ({ id }) => id === 'robbery-personal');
      return funnel(units, { data: 'rate', levels: [0.95, 0.998] }).units;
    });
    const beyond = (level: number): number =>
      looks.filter(({ outsideLevel }) => (outsideLevel ?? 0) >= level).length / looks.length;
    const five = allowed(0.05, looks.length);
    // Lines for counts are exact, so a little fewer than stated lie beyond them.
    expect(beyond(0.95)).toBeLessThan(five.most);
    expect(beyond(0.95)).toBeGreaterThan(five.least - 0.01);
    expect(beyond(0.998)).toBeLessThan(allowed(0.002, looks.length).most);
  });

  it('lets trust seem to fall in a borough about as often as the interval says', () => {
    const { path, remove } = scratchFolder();
    try {
      const looks = seeds(8).flatMap((seed) => falls(path, seed));
      const share = looks.filter(Boolean).length / looks.length;
      const { least, most } = allowed(0.05, looks.length);
      expect(share).toBeLessThan(most);
      expect(share).toBeGreaterThan(least - 0.01);
    } finally {
      remove();
    }
  });
});

/** Whether each borough's trust differs from a year before by more than 1.96 standard errors, with the base and design that are planned. */
function falls(folder: string, seed: number): boolean[] {
  const plan = nothing(seed);
  const { places } = madeUpWorld(plan);
  const survey = readSurveyFacts();
  const facts = { ...survey, questions: survey.questions.filter(({ id }) => id === 'trust') };
  writeSurvey(new FileSet(join(folder, String(seed))), { plan, planted, facts, boroughs: places.boroughs }, [
    { folder: 'sheets', last: '2023-12' },
  ]);
  const lines = readFileSync(join(folder, `${seed}/sheets/PAS_Dashboard_Borough.csv`), 'utf8').split('\n');
  const shares = new Map(
    lines.slice(2, -1).map((line) => {
      const [date, , borough, , share] = line.split(',');
      return [`${date} ${borough}`, Number(share)] as const;
    }),
  );
  const variance = (share: number): number => (1.5 * share * (1 - share)) / 400;
  return places.boroughs.map(({ name }) => {
    const [now, before] = [shares.get(`31/12/2023 ${name}`) ?? 0, shares.get(`31/12/2022 ${name}`) ?? 0];
    expect(Math.min(now, before)).toBeGreaterThan(0.5);
    return normalTwoSided((now - before) / Math.sqrt(variance(now) + variance(before))) < 0.05;
  });
}
