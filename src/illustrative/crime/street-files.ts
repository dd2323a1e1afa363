import { ALL_MONTHS, MONTHS, type DemoPlan } from '../demo-plan.ts';
import { streamFor } from '../draw/stream.ts';
import { ArchiveFiles, type Grouping } from '../output/archive-files.ts';
import type { FileSet } from '../output/file-set.ts';
import { ID_PREFIX, MARK } from '../output/mark.ts';
import type { CrimeCounts } from '../world/crime-counts.ts';
import type { Ending, Offence } from '../world/offences.ts';
import type { Place } from '../world/places.ts';
import { pointIn } from '../world/tiles.ts';
import type { Random } from '../../statistics/index.ts';

const STREET =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
const OUTCOMES =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type';
const NO_PLACE = 0.03;
export const SMALL_AREAS = 30;

interface ForceRows {
  readonly name: string;
  /** As data.police.uk writes it in names of files. */
  readonly slug: string;
  readonly signs: string;
  readonly places: readonly Place[];
}

interface World {
  readonly plan: DemoPlan;
  readonly counts: CrimeCounts;
  readonly offences: readonly Offence[];
  readonly grouping: Grouping;
}

/**
 * Crimes of a force as the street-level map's archive has them, a file for each month (or year), and their outcomes, by the month
 * in which they came. A crime's outcome goes into its month's file when the crime is written, so that only the months ahead in
 * which one may still come are open at any time. Steps once a month.
 */
export function* writeStreetFiles(files: FileSet, force: ForceRows, world: World): Generator<void> {
  const { slug } = force;
  const streets = new ArchiveFiles(files, world.grouping, { slug, kind: 'street', head: STREET });
  const outcomes = new ArchiveFiles(files, world.grouping, { slug, kind: 'outcomes', head: OUTCOMES });
  for (const [month, first] of ALL_MONTHS.entries()) {
    const random = streamFor(world.plan.seed, `street/${force.slug}/${month}`);
    const street = streets.of(month);
    const name = first.slice(0, 7);
    let number = 0;
    for (const place of force.places) {
      for (const [index, count] of world.counts.of(place, month).entries()) {
        const offence = world.offences[index];
        if (!offence) continue;
        for (let each = 0; each < count; each++) {
          const where = whereabouts(random, place);
          if (offence.minor === undefined) {
            street.line(`,${name},${force.signs},${force.signs},${where},${offence.street},,`);
            continue;
          }
          number += 1;
          const id = `${ID_PREFIX}${force.slug}-${name}-${String(number).padStart(6, '0')}`;
          const end = endOf(random, offence.ends);
          const ended = end !== null && month + end.after < MONTHS;
          street.line(
            `${id},${name},${force.signs},${force.signs},${where},${offence.street},${ended ? end.outcome : 'Under investigation'},`,
          );
          if (ended)
            outcomes
              .of(month + end.after)
              .line(
                `${id},${ALL_MONTHS[month + end.after]?.slice(0, 7) ?? ''},${force.signs},${force.signs},${where},${end.outcome}`,
              );
        }
      }
    }
    streets.done(month);
    outcomes.done(month);
    yield;
  }
}

/** Longitude, latitude, location and small area, as they stand side by side; a few crimes have no place. */
function whereabouts(random: Random, place: Place): string {
  if (random.uniform() < NO_PLACE) return `,,${MARK}: no location,,`;
  const small = random.below(SMALL_AREAS);
  const street = random.below(200);
  const [longitude, latitude] = pointIn(random, place);
  return `${longitude},${latitude},On or near ${MARK} ${street},${smallAreaCode(place, small)},${smallAreaName(place, small)}`;
}

/** A code that no area of the real world has. */
export function smallAreaCode({ tile }: Place, small: number): string {
  const [row, column] = tile ?? [9, 9];
  return `E0199${row}${column}${String(small).padStart(2, '0')}`;
}

/** "Camden 012B": the name of its authority, then a number and a letter. */
export function smallAreaName({ name }: Place, small: number): string {
  return `${name} ${String(1 + Math.floor(small / 5)).padStart(3, '0')}${'ABCDE'.charAt(small % 5)}`;
}

function endOf(
  random: Random,
  endings: readonly Ending[],
): { readonly outcome: string; readonly after: number } | null {
  let left = random.uniform();
  for (const { outcome, share, months } of endings) {
    left -= share;
    if (left < 0) return { outcome, after: random.below(months) };
  }
  return null;
}
