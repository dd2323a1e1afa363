import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeHomicides } from '../../src/illustrative/crime/homicide-file.ts';
import type { DemoPlan } from '../../src/illustrative/demo-plan.ts';
import { streamFor } from '../../src/illustrative/draw/stream.ts';
import { FileSet } from '../../src/illustrative/output/file-set.ts';
import { readReturnFacts } from '../../src/illustrative/returns/return-facts.ts';
import { writeCallsReturns } from '../../src/illustrative/returns/calls-returns.ts';
import { searchesIn, type Search } from '../../src/illustrative/searches/search.ts';
import { readSearchFacts } from '../../src/illustrative/searches/search-facts.ts';
import { Places } from '../../src/illustrative/world/places.ts';
import { missingGroupBounds, rateRatio, wilsonInterval } from '../../src/statistics/index.ts';
import { planted, scratchFolder } from './made-up-world.ts';

/** Limits that all but one of a thousand true worlds keep. */
const LEVEL = 0.999;
const WHOLE: DemoPlan = { seed: 1, scale: 10, planted: true };

/** What was written into one file, as rows. */
function written(file: string, write: (files: FileSet) => void): Record<string, string>[] {
  const { path, remove } = scratchFolder();
  try {
    write(new FileSet(path));
    return parse(readFileSync(join(path, file), 'utf8').split('\n').slice(1).join('\n'), { columns: true });
  } finally {
    remove();
  }
}

/** Residents of London by group, in thousands. */
function residents(plan: DemoPlan, group: string): number {
  return new Places(plan).boroughs.reduce(
    (sum, { people, mix }) => sum + (people * (mix[group] ?? 0) * plan.scale) / 10,
    0,
  );
}

describe('what is planted about people is found', () => {
  it.each([true, false])('how often black people are victims of homicide (planted: %s)', (isPlanted) => {
    const plan = { ...WHOLE, planted: isPlanted };
    const places = new Places(plan);
    const rows = written('homicide/homicide-victims.csv', (files) =>
      writeHomicides(files, places.boroughs, plan, planted),
    );
    const black = rows.filter((row) => row['Officer Observed Ethnicity'] === 'Black').length;
    const people = residents(plan, 'Black');
    const all = ['White', 'Black', 'Asian', 'Mixed', 'Other'].reduce(
      (sum, group) => sum + residents(plan, group),
      0,
    );
    const { lower, upper } = rateRatio(
      { events: black, exposure: people },
      { events: rows.length - black, exposure: all - people },
      LEVEL,
    );
    const truth = isPlanted ? planted.homicide.Black / planted.homicide.others : 1;
    expect(lower).toBeLessThan(truth);
    expect(upper).toBeGreaterThan(truth);
    expect((upper ?? Infinity) / (lower ?? 0)).toBeLessThan(2.5);
  });

  it('how many more calls to 999 are answered soon', () => {
    const facts = readReturnFacts();
    const rows = written('returns/calls-999.csv', (files) =>
      writeCallsReturns(files, { plan: WHOLE, planted, facts }),
    );
    const share = (wanted: (month: string) => boolean): number => {
      const own = rows.filter((row) => wanted(row['month'] ?? ''));
      const sum = (column: string): number => own.reduce((total, row) => total + Number(row[column]), 0);
      return sum('answered_under_10s') / sum('calls_answered');
    };
    const { from, by } = planted.calls_999;
    // Months scatter by 0.015, so the mean of fifteen of them by 0.004.
    expect(Math.abs(share((month) => month < from) - facts.calls.under_10s)).toBeLessThan(0.015);
    expect(Math.abs(share((month) => month >= from) - facts.calls.under_10s - by)).toBeLessThan(0.015);
  });

  describe('in the searches of a year', () => {
    const plan: DemoPlan = { seed: 1, scale: 2, planted: true };
    const facts = readSearchFacts(plan);
    const searches: Search[] = new Places(plan).boroughs.flatMap((borough) =>
      Array.from({ length: 12 }, (_, index) => index).flatMap((month) => [
        ...searchesIn(streamFor(1, `test/${borough.name}/${month}`), borough, month, facts, plan),
      ]),
    );

    it.each(['White', 'Black'])('how many of those of %s people find something', (name) => {
      const own = searches.filter(({ group }) => group === name);
      const { lower, upper } = wilsonInterval(own.filter(({ found }) => found).length, own.length, LEVEL);
      const truth = facts.groups.find((group) => group.name === name)?.found;
      expect(lower).toBeLessThan(truth ?? Number.NaN);
      expect(upper).toBeGreaterThan(truth ?? Number.NaN);
    });

    it('how much more often black people are searched: within bounds, and not by those who say alone', () => {
      const [white, black] = [facts.groups[0], facts.groups[1]];
      const truth = (black?.per_1000 ?? Number.NaN) / (white?.per_1000 ?? Number.NaN);
      const of = (said: (search: Search) => boolean): number =>
        searches.filter((search) => search.self !== '' && said(search)).length;
      const unknown = of(({ self }) => self.endsWith('Not stated'));
      const group = { events: of(({ self }) => self === black?.self), population: residents(plan, 'Black') };
      const reference = {
        events: of(({ self }) => self === white?.self),
        population: residents(plan, 'White'),
      };
      const bounds = missingGroupBounds(group, reference, unknown);
      expect(bounds.lower).toBeLessThan(truth);
      expect(bounds.upper).toBeGreaterThan(truth);
      const said = rateRatio(
        { events: group.events, exposure: group.population },
        { events: reference.events, exposure: reference.population },
        LEVEL,
      );
      expect(said.upper).toBeLessThan(truth);
    });
  });
});
