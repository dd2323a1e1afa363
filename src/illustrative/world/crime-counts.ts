import { ALL_MONTHS, scaled, type DemoPlan } from '../demo-plan.ts';
import { poisson } from '../draw/poisson.ts';
import { streamFor } from '../draw/stream.ts';
import type { Offence } from './offences.ts';
import type { Place } from './places.ts';
import { offenceEffect, type Planted } from './planted.ts';

/** Months are not alike: a force's counts of a kind wander by this share, with this memory from month to month. */
const WANDERS = 0.025;
const MEMORY = 0.4;

/**
 * How many crimes of each kind were recorded in each place and month. The same counts stand behind every publication – a row a
 * crime on the street-level map, borough tables, national tables – so that these agree.
 */
export class CrimeCounts {
  readonly #plan: DemoPlan;
  readonly #planted: Planted;
  readonly #offences: readonly Offence[];
  readonly #wanders = new Map<string, readonly number[]>();
  /** Two hundred thousand numbers at most, whatever the scale. */
  readonly #known = new Map<string, readonly number[]>();

  constructor(plan: DemoPlan, planted: Planted, offences: readonly Offence[]) {
    this.#plan = plan;
    this.#planted = planted;
    this.#offences = offences;
  }

  /** Counts of one place and month, in the order of the offences. */
  of(place: Place, month: number): readonly number[] {
    const name = `${place.name}/${month}`;
    const known = this.#known.get(name) ?? this.#draw(place, month);
    this.#known.set(name, known);
    return known;
  }

  #draw(place: Place, month: number): readonly number[] {
    const { seed } = this.#plan;
    const random = streamFor(seed, `counts/${place.name}/${month}`);
    const calendar = Number(ALL_MONTHS[month]?.slice(5, 7)) - 1;
    const years = month / 12;
    return this.#offences.map((offence) => {
      const monthly = (scaled(place.people, this.#plan) * offence.rate) / 12;
      const mean =
        monthly *
        place.level *
        (place.inLondon ? offence.london : 1) *
        (1 + 0.005 * years) *
        (offence.season[calendar] ?? 1) *
        offenceEffect(this.#planted, this.#plan, { id: offence.id, inLondon: place.inLondon }, month) *
        this.#wander(place.force, offence.street, month);
      return poisson(random, mean);
    });
  }

  /** Sum over some months of the offences that a question picks. */
  sum(place: Place, months: readonly number[], picks: (offence: Offence) => boolean): number {
    return months.reduce(
      (total, month) =>
        total +
        this.of(place, month).reduce((sum, count, index) => {
          const offence = this.#offences[index];
          return offence && picks(offence) ? sum + count : sum;
        }, 0),
      0,
    );
  }

  #wander(force: string, street: string, month: number): number {
    const name = `wander/${force}/${street}`;
    let factors = this.#wanders.get(name);
    if (!factors) {
      const random = streamFor(this.#plan.seed, name);
      let state = random.normal();
      factors = ALL_MONTHS.map(() => {
        state = MEMORY * state + Math.sqrt(1 - MEMORY * MEMORY) * random.normal();
        return 1 + WANDERS * state;
      });
      this.#wanders.set(name, factors);
    }
    return factors[month] ?? 1;
  }
}
