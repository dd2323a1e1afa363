import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_MONTHS, type DemoPlan } from '../../src/illustrative/demo-plan.ts';
import { CrimeCounts } from '../../src/illustrative/world/crime-counts.ts';
import { readOffences, type Offence } from '../../src/illustrative/world/offences.ts';
import { Places } from '../../src/illustrative/world/places.ts';
import { readPlanted } from '../../src/illustrative/world/planted.ts';

const offences = readOffences();
export const planted = readPlanted();
export const MONTH_NAMES = ALL_MONTHS.map((month) => month.slice(0, 7));

/** Counts of a made-up London, without any file. */
export function madeUpWorld(plan: DemoPlan) {
  const places = new Places(plan);
  const counts = new CrimeCounts(plan, planted, offences);
  return {
    places,
    /** Monthly counts of all boroughs together. */
    london: (picks: (offence: Offence) => boolean): number[] =>
      ALL_MONTHS.map((_, month) =>
        places.boroughs.reduce((sum, borough) => sum + counts.sum(borough, [month], picks), 0),
      ),
    /** Counts and people of each borough over some months. */
    boroughs: (months: readonly number[], picks: (offence: Offence) => boolean) =>
      places.boroughs.map((borough) => ({
        numerator: counts.sum(borough, months, picks),
        denominator: places.people(borough, 2020, plan),
      })),
  };
}

/** A folder that is gone when the tests are. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'scrutineer-demo-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
