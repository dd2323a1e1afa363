import { addDays, isIsoDate } from '../../foundation/iso-date.ts';
import type { Random } from '../../statistics/index.ts';
import type { DemoPlan } from '../demo-plan.ts';
import { streamFor } from '../draw/stream.ts';
import type { FileSet, LineFile } from '../output/file-set.ts';
import { REMARK } from '../output/mark.ts';
import { LONDON, type Place } from '../world/places.ts';
import { indexOf, type Planted } from '../world/planted.ts';
import type { SearchFacts } from './search-facts.ts';
import type { Search } from './search.ts';

const KEYS = 'date,hour,borough,age,gender,ethnicity,object';

/**
 * Two files that a force holds apart and that share no number: searches, and returns of handcuffs used. Keys of the returns are
 * blank or wrong here and there, some searches lack their return, and some returns are of no search. Column `search` is the truth: the
 * number of the search that a return belongs to. It is what linking should find, and no linking may use it.
 */
export class HandcuffFiles {
  readonly #searches: LineFile;
  readonly #returns: LineFile;
  readonly #random: Random;
  readonly #planted: Planted['handcuffs'];
  readonly #boroughs: readonly Place[];
  readonly #facts: SearchFacts;
  readonly #span: readonly [from: number, to: number];
  /** Month, age, ethnicity as seen, records and handcuffs → how many: what the force's own linked return says. */
  readonly #linked = new Map<string, number>();

  constructor(
    files: FileSet,
    plan: DemoPlan,
    planted: Planted,
    boroughs: readonly Place[],
    facts: SearchFacts,
  ) {
    this.#searches = files.open('linking/searches.csv', `${REMARK}\n${KEYS},handcuffed,search`);
    this.#returns = files.open('linking/handcuff-returns.csv', `${REMARK}\n${KEYS},search`);
    this.#random = streamFor(plan.seed, 'handcuffs');
    this.#planted = planted.handcuffs;
    this.#boroughs = boroughs;
    this.#facts = facts;
    this.#span = [indexOf(planted.handcuffs.from), indexOf(planted.handcuffs.to)];
  }

  /** Notes a search of the quarter concerned. */
  add(search: Search, month: number, number: number): void {
    const [from, to] = this.#span;
    if (month < from || month > to || search.type === 'Vehicle search') return;
    const id = `${month}-${number}`;
    const random = this.#random;
    this.#searches.line(`${keysOf(search)},${search.handcuffed ? 'yes' : 'no'},${id}`);
    const returned = search.handcuffed && random.uniform() >= this.#planted.no_return;
    if (returned) this.#returns.line(`${keysOf(this.#slipped(search))},${id}`);
    this.#tally(search, returned ? 'both forms,compliant' : 'search record only,none');
    // Returns of no search come in their share of all returns: for each of the others, this many.
    const others = this.#planted.no_search / (1 - this.#planted.no_search);
    if (search.handcuffed && random.uniform() < others * (1 - this.#planted.no_return)) {
      const stranger = this.#stranger(search);
      this.#returns.line(`${keysOf(stranger)},none-${id}`);
      this.#tally(stranger, 'force form only,compliant');
    }
  }

  /** The lines of the return on which the force itself gives what it could link. */
  get linked(): readonly string[] {
    return [...this.#linked].map(([key, count]) => `${LONDON},${key},${count}`).toSorted();
  }

  close(): void {
    this.#searches.close();
    this.#returns.close();
  }

  #tally({ date, age, officer }: Search, records: string): void {
    const group = { '': 'Not recorded', 'over 34': 'Over 34' }[age] ?? age;
    const key = [date.slice(0, 7), 'officer-defined', group, officer || 'Not recorded', records].join(',');
    this.#linked.set(key, (this.#linked.get(key) ?? 0) + 1);
  }

  /** The same search as its return has it: some keys blank, some wrong by one step. */
  #slipped(search: Search): Search {
    const random = this.#random;
    const { blank, wrong } = this.#planted;
    const lost = (key: string): boolean => random.uniform() < (blank[key] ?? 0);
    const slips = (key: string): boolean => random.uniform() < (wrong[key] ?? 0);
    return {
      ...search,
      date: slips('date') ? dayAfter(search.date) : search.date,
      hour: slips('hour') ? (search.hour + 1) % 24 : search.hour,
      borough: lost('borough') ? '' : search.borough,
      age: lost('age') ? '' : slips('age') ? this.#facts.age(random) : search.age,
      gender: lost('gender') ? '' : search.gender,
      officer: lost('ethnicity') ? '' : slips('ethnicity') ? 'Other' : search.officer,
      object: lost('object') ? '' : search.object,
    };
  }

  /** Handcuffs used on somebody whom nobody searched, somewhere in the same month. */
  #stranger(search: Search): Search {
    const random = this.#random;
    return {
      ...search,
      date: `${search.date.slice(0, 8)}${String(1 + random.below(28)).padStart(2, '0')}`,
      hour: this.#facts.hour(random),
      borough: this.#boroughs[random.below(this.#boroughs.length)]?.name ?? '',
      age: this.#facts.age(random),
      object: '',
    };
  }
}

function keysOf({ date, hour, borough, age, gender, officer, object }: Search): string {
  return [date, hour, borough, age, gender, officer, object].join(',');
}

function dayAfter(date: string): string {
  return isIsoDate(date) ? addDays(date, 1) : date;
}
