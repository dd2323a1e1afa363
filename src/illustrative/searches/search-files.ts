import { ALL_MONTHS, type DemoPlan } from '../demo-plan.ts';
import { streamFor } from '../draw/stream.ts';
import { ArchiveFiles, type Grouping } from '../output/archive-files.ts';
import type { FileSet } from '../output/file-set.ts';
import { csv, MARK } from '../output/mark.ts';
import type { Place } from '../world/places.ts';
import type { Planted } from '../world/planted.ts';
import type { SearchFacts } from './search-facts.ts';
import { searchesIn, type Search } from './search.ts';

const HEADER =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing';

/** Told of every search that took place in London, published or not, with its number in the month. */
export type Witness = (search: Search, month: number, number: number) => void;

/**
 * Searches of a force as data.police.uk's archive has them, a file for each month. The column for the name of an operation, which
 * forces leave blank, says that the row is made up. Months that are planted as unpublished have no file. Steps once a month.
 */
export function* writeSearchFiles(
  files: FileSet,
  force: { readonly name: string; readonly slug: string; readonly places: readonly Place[] },
  {
    plan,
    planted,
    facts,
    grouping,
  }: {
    readonly plan: DemoPlan;
    readonly planted: Planted;
    readonly facts: SearchFacts;
    readonly grouping: Grouping;
  },
  witness: Witness,
): Generator<void> {
  const archive = new ArchiveFiles(files, grouping, {
    slug: force.slug,
    kind: 'stop-and-search',
    head: HEADER,
  });
  for (const [month, first] of ALL_MONTHS.entries()) {
    const random = streamFor(plan.seed, `searches/${force.slug}/${month}`);
    const share = publishedShare(force, first.slice(0, 7), plan, planted);
    const file = share === 0 ? null : archive.of(month);
    let number = 0;
    for (const place of force.places) {
      for (const search of searchesIn(random, place, month, facts, plan)) {
        number += 1;
        if (place.inLondon) witness(search, month, number);
        if (random.uniform() < share) file?.line(rowOf(search));
      }
    }
    archive.done(month);
    yield;
  }
}

function publishedShare(
  { name, places }: { readonly name: string; readonly places: readonly Place[] },
  month: string,
  plan: DemoPlan,
  { publication_gap: gap, part_published: part }: Planted,
): number {
  if (!plan.planted) return 1;
  if (name === gap.force && month >= gap.from && month <= gap.to) return 0;
  return places[0]?.inLondon === true && month === part.month ? part.share : 1;
}

function rowOf(search: Search): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const at = `${search.date}T${two(search.hour)}:${two(search.minute)}:00+00:00`;
  const linked =
    search.outcome === 'A no further action disposal' ? 'False' : search.found ? 'True' : 'False';
  return [
    search.type,
    at,
    'False',
    MARK,
    search.latitude,
    search.longitude,
    search.gender,
    search.age,
    search.self,
    search.officer,
    csv(search.law),
    search.object,
    search.outcome,
    linked,
    search.removal ? 'True' : 'False',
  ].join(',');
}
