import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadInputError, NotFoundError } from '../foundation/errors.ts';
import { nearest } from '../foundation/nearest.ts';
import { readYaml } from '../foundation/read-yaml.ts';
import { completenessMeasures } from './completeness/completeness-measures.ts';
import { RecordSets } from './completeness/record-sets.ts';
import { definitionVersion } from './definition-version.ts';
import { familyMembers } from './families.ts';
import { loadFragments } from './feed-schema.ts';
import { feedsOf, type Shared } from './feeds-of.ts';
import { loadGroupings } from './grouping/grouping.ts';
import type { Measure } from './measure.ts';
import { measureSchema, type MeasureFile } from './measure-schema.ts';
import { withPlaceSplits } from './place-splits.ts';
import { loadOutcomeSets } from './outcome-sets.ts';

/** All measures of a catalogue, by id. */
export class Measures {
  readonly #byId: ReadonlyMap<string, Measure>;

  /** Sets of records whose completeness is measured. */
  readonly recordSets: RecordSets;

  constructor(measures: readonly Measure[], recordSets: RecordSets) {
    this.recordSets = recordSets;
    this.#byId = new Map(measures.map((measure) => [measure.id, withPlaceSplits(measure)]));
  }

  list(): readonly Measure[] {
    return [...this.#byId.values()];
  }

  get(id: string): Measure | null {
    return this.#byId.get(id) ?? null;
  }

  /** @throws NotFoundError that offers the nearest known id */
  require(id: string): Measure {
    const measure = this.#byId.get(id);
    if (measure) return measure;
    const near = nearest(id, this.#byId.keys());
    const advice = near === null ? 'They are the files in catalogue/measures.' : `Did you mean "${near}"?`;
    throw new NotFoundError(`There is no measure called "${id}".`, advice);
  }
}

/**
 * Reads `catalogue/measures/*.yaml`. A count with a `rate` gives two measures: the count, and its rate per so
 * many residents under `<id>-rate`.
 * @throws BadInputError naming the file, the line and the key that is wrong
 */
export function loadMeasures(catalogueDir: string): Measures {
  const dir = join(catalogueDir, 'measures');
  const shared: Shared = {
    fragments: loadFragments(catalogueDir),
    groupings: loadGroupings(catalogueDir),
    outcomeSets: loadOutcomeSets(catalogueDir),
  };
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const measures = files.flatMap((name) => {
    const file = join(dir, name);
    const read = readYaml(file, measureSchema);
    if (`${read.id}.yaml` !== name)
      throw new BadInputError(
        `"id": ${read.id} does not match the file's name`,
        { file },
        `Call the file ${read.id}.yaml.`,
      );
    return toMeasures(read, file, shared);
  });
  const members = familyMembers(catalogueDir, shared.outcomeSets).flatMap(({ measure, file }) =>
    toMeasures(measure, file, shared),
  );
  const recordSets = RecordSets.load(catalogueDir, shared.groupings);
  return new Measures(
    [...measures, ...members, ...completenessMeasures(recordSets).map(versioned)],
    recordSets,
  );
}

function toMeasures(file: MeasureFile, path: string, shared: Shared): Measure[] {
  const own = file.feeds.flatMap((feed) => feedsOf(feed, shared, path));
  const feeds = own.filter(({ kind }) => kind === 'table');
  const figures = own.filter(({ kind }) => kind === 'figure');
  const common = {
    direction: file.direction,
    standing: file.standing,
    yearStarts: file.year_starts === 'january' ? 1 : 4,
    notes: file.notes,
    comparators: file.comparators,
  };
  const base = {
    ...common,
    id: file.id,
    title: file.title,
    definition: file.definition.trim(),
    kind: file.kind,
    unit: file.unit,
    per: file.per,
    perPopulation: false,
    rateOf: null,
    rate: file.rate ? `${file.id}-rate` : null,
    assumedBase: file.survey
      ? {
          borough: file.survey.assumed_base.borough,
          force: file.survey.assumed_base.force,
          designEffect: file.survey.assumed_base.design_effect,
        }
      : null,
    feeds: file.figures ? [...feeds, { kind: 'figure', measure: file.id } as const, ...figures] : own,
  };
  if (!file.rate) return [versioned(base)];
  const per = file.rate.per.toLocaleString('en-GB');
  const rate = {
    ...base,
    id: `${file.id}-rate`,
    kind: 'rate' as const,
    per: file.rate.per,
    perPopulation: true,
    rate: null,
    rateOf: file.id,
    ...(file.rate.people === undefined ? {} : { people: file.rate.people }),
    assumedBase: null,
    title: file.rate.title ?? `${file.title} per ${per} people`,
    unit: `per ${per} people`,
    definition:
      file.rate.definition?.trim() ??
      `${file.definition.trim()} Divided by the resident population of the year (mid-year estimate) and multiplied by ${per}.`,
    // A rate that was published as such comes first: its count and its population belong together.
    feeds: [
      { kind: 'figure', measure: `${file.id}-rate` } as const,
      ...feeds,
      { kind: 'figure', measure: file.id } as const,
      ...figures,
    ],
  };
  return [versioned(base), versioned(rate)];
}

function versioned(measure: Omit<Measure, 'version'>): Measure {
  return { ...measure, version: definitionVersion(measure) };
}
