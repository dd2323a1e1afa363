import type { IsoDate } from '../foundation/iso-date.ts';
import type { Area } from './area.ts';
import type { Areas } from './areas.ts';
import type { Comparator, ComparatorKind } from './comparator.ts';
import type { BaselineEntry, MostSimilarEntries, NationalEntry } from './comparator-schema.ts';

interface Entries {
  readonly national: readonly NationalEntry[];
  readonly mostSimilar: MostSimilarEntries;
  readonly baselines: readonly BaselineEntry[];
}

/** What each area is compared with, as the catalogue has it. Made by `loadComparators`. */
export class Comparators {
  readonly #entries: Entries;
  readonly #areas: Areas;

  constructor(entries: Entries, areas: Areas) {
    this.#entries = entries;
    this.#areas = areas;
  }

  /**
   * What an area is compared with on a day. Always an answer: where there is nothing to compare with, its `status` is
   * `none` and its `note` says why.
   * @param areaName any name that `areas.resolve` knows
   * @param options.baseline id of a baseline other than the first
   * @throws NotFoundError for an unknown area
   */
  for(
    areaName: string,
    kind: ComparatorKind,
    onDate: IsoDate,
    options: { readonly baseline?: string } = {},
  ): Comparator {
    const subject = this.#areas.require(areaName);
    if (kind === 'national') return this.#national(subject);
    if (kind === 'baseline') return this.#baseline(subject, onDate, options.baseline);
    return this.#mostSimilar(subject, onDate);
  }

  /** Ids and labels of the baselines, the default first. */
  get baselines(): readonly { readonly id: string; readonly label: string }[] {
    return this.#entries.baselines.map(({ id, label }) => ({ id, label }));
  }

  #national(subject: Area): Comparator {
    const entry = this.#entries.national.find(({ for_types }) => for_types.includes(subject.type));
    if (!entry) return none('national', subject, `${subject.name} has no national average to stand against.`);
    const all = this.#areas.membersOf(entry.members_of).map(({ name }) => name);
    const kin = (name: string): boolean =>
      this.#areas.within(name, subject.name) || this.#areas.within(subject.name, name);
    const members = all.filter((name) => !kin(name));
    return {
      kind: 'national',
      subject: subject.name,
      label: entry.label,
      members,
      averaged: entry.includes_self ? all : members,
      includesSelf: entry.includes_self,
      weighting: entry.weighting,
      status: entry.status,
      asOf: null,
      publishedAs: entry.published_as,
      years: [],
      source: entry.source,
      note: entry.note,
    };
  }

  #mostSimilar(subject: Area, onDate: IsoDate): Comparator {
    const refused = this.#entries.mostSimilar.none.find(({ area }) => area === subject.name);
    if (refused) return none('most-similar', subject, refused.reason);
    const groups = this.#entries.mostSimilar.groups.filter(({ area }) => area === subject.name);
    const dated = groups.filter(({ as_of }) => as_of !== null && as_of <= onDate);
    const newest = dated.toSorted((a, b) => (String(a.as_of) < String(b.as_of) ? 1 : -1))[0];
    const group = newest ?? groups.find(({ as_of }) => as_of === null);
    if (!group) {
      const [first] = groups.map(({ as_of }) => String(as_of)).toSorted();
      const why =
        first === undefined ? 'is held' : `as early as ${onDate} is held; the earliest is of ${first}`;
      return none('most-similar', subject, `No list of forces most similar to ${subject.name} ${why}.`);
    }
    return {
      kind: 'most-similar',
      subject: subject.name,
      label: 'Most similar forces',
      members: group.members,
      averaged: group.includes_self ? [subject.name, ...group.members] : group.members,
      includesSelf: group.includes_self,
      weighting: group.weighting,
      status: group.status,
      asOf: group.as_of,
      publishedAs: null,
      years: [],
      source: group.source,
      note: group.note,
    };
  }

  #baseline(subject: Area, onDate: IsoDate, id: string | undefined): Comparator {
    const known = this.#entries.baselines.filter((each) => id === undefined || each.id === id);
    const over = known.find(({ years }) => years.every(({ to }) => to < onDate));
    if (!over) {
      const which = id === undefined ? 'No baseline' : `No baseline "${id}"`;
      return none('baseline', subject, `${which} had ended by ${onDate}.`);
    }
    return {
      kind: 'baseline',
      subject: subject.name,
      label: over.label,
      members: [],
      averaged: [subject.name],
      includesSelf: true,
      weighting: 'unweighted',
      status: over.status,
      asOf: null,
      publishedAs: null,
      years: over.years,
      source: over.source,
      note: over.note,
    };
  }
}

function none(kind: ComparatorKind, subject: Area, note: string): Comparator {
  return {
    kind,
    subject: subject.name,
    label: 'None',
    members: [],
    averaged: [],
    includesSelf: false,
    weighting: 'unweighted',
    status: 'none',
    asOf: null,
    publishedAs: null,
    years: [],
    source: '',
    note,
  };
}
