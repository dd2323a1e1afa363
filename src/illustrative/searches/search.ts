import { ALL_MONTHS, scaled, type DemoPlan } from '../demo-plan.ts';
import { endOfMonth } from '../../foundation/iso-date.ts';
import type { Random } from '../../statistics/index.ts';
import { poisson } from '../draw/poisson.ts';
import type { Place } from '../world/places.ts';
import { pointIn } from '../world/tiles.ts';
import type { SearchedGroup, SearchFacts } from './search-facts.ts';

const NO_POINT = 0.05;
/** Officers see another group than the person's own as often as this. */
const SEEN_OTHERWISE = 0.04;

/** One search, as it was: with what no publication tells (the person's own group, whether they were handcuffed). */
export interface Search {
  readonly type: string;
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  readonly borough: string;
  readonly longitude: string;
  readonly latitude: string;
  readonly gender: string;
  readonly age: string;
  readonly group: string;
  /** What the person said and the officer saw; blank where not recorded. */
  readonly self: string;
  readonly officer: string;
  readonly law: string;
  readonly object: string;
  readonly outcome: string;
  readonly found: boolean;
  readonly removal: boolean;
  readonly handcuffed: boolean;
}

/** The searches of a month in one place. */
export function* searchesIn(
  random: Random,
  place: Place,
  month: number,
  facts: SearchFacts,
  plan: DemoPlan,
): Generator<Search> {
  const level = place.inLondon ? facts.force_level.London : facts.force_level.elsewhere;
  for (const group of facts.groups) {
    const people = scaled(place.people, plan) * (place.mix[group.name] ?? 0);
    const count = poisson(random, (people * group.per_1000 * level) / 12);
    for (let each = 0; each < count; each++) yield drawn(random, place, month, group, facts);
  }
}

function drawn(
  random: Random,
  place: Place,
  month: number,
  group: SearchedGroup,
  facts: SearchFacts,
): Search {
  const first = ALL_MONTHS[month] ?? '';
  const last = Number(endOfMonth(first as (typeof ALL_MONTHS)[number]).slice(8));
  const day = 1 + random.below(last);
  const drawnHour = facts.hour(random);
  // Times are UTC, and the last hour of a summer month is the next month's by London time.
  const hour = day === last && drawnHour === 23 ? 22 : drawnHour;
  const vehicle = random.uniform() < facts.vehicle_only;
  const found = random.uniform() < group.found;
  const [longitude, latitude] = random.uniform() < NO_POINT ? ['', ''] : pointIn(random, place);
  const { law, object } = facts.reason(random);
  return {
    type: vehicle ? 'Vehicle search' : random.uniform() < 0.2 ? 'Person and Vehicle search' : 'Person search',
    date: `${first.slice(0, 8)}${String(day).padStart(2, '0')}`,
    hour,
    minute: random.below(60),
    borough: place.name,
    longitude,
    latitude,
    gender: vehicle ? '' : facts.gender(random),
    age: vehicle ? '' : facts.age(random),
    group: group.name,
    self: vehicle ? '' : random.uniform() < group.not_stated ? 'Other ethnic group - Not stated' : group.self,
    officer: vehicle ? '' : seen(random, group, facts),
    law,
    object,
    outcome: found ? facts.endFound(random) : facts.endNothing(random),
    found,
    removal: !vehicle && random.uniform() < facts.removal_of_clothing,
    handcuffed: !vehicle && random.uniform() < group.handcuffed,
  };
}

function seen(random: Random, group: SearchedGroup, facts: SearchFacts): string {
  const chance = random.uniform();
  if (chance < facts.officer_not_recorded) return '';
  if (chance > 1 - SEEN_OTHERWISE) return facts.groups[random.below(facts.groups.length)]?.officer ?? '';
  return group.officer;
}
