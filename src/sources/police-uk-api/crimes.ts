import { basename } from 'node:path';
import { BadInputError, isScrutineerError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { AREA_ANSWER, isOnePublication } from '../input/archives.ts';
import type { Cell } from '../../lake/engine.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import { visitZip } from '../input/zip.ts';
import { readLabels } from '../labels.ts';
import { POLICE_UK } from '../police-uk/common.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { month } from '../table/cells.ts';
import { labelLookup } from '../table/labels.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { beginsWithKeys, itemOf, itemsOf, placeOf, shown, textOf, type Item } from './answer.ts';

/**
 * Crimes as the API of data.police.uk answers for a point or an area (`crimes-street/all-crime`), as one answer or as a ZIP of the
 * answers for many areas in one month. Areas that share a border both hold what happened on it: within one publication the
 * crimes of one `id` are one, and carry all the areas that hold them. An answer covers only what was asked for, and names no force: it is
 * known by the area, where a lookup says in whose it lies.
 */
export const policeUkApiCrimes: RowsSource = {
  kind: 'rows',
  id: 'police-uk-api-crimes',
  table: 'crime',
  title: 'Street-level crime, answers of the API for points and areas',
  ...POLICE_UK,
  address: 'https://data.police.uk/docs/method/crime-street/',
  looksLike:
    'JSON list of objects with category, location_type, location, outcome_status, persistent_id, id, month; or a ZIP of such files, one for each area (…crime_month_2018_06_area_E05000128_0.json)',
  recognises: isCrimes,
  read: readCrimes,
};

function isCrimes(sample: Sample): boolean {
  const { members } = sample;
  if (members) return members.every((name) => AREA_ANSWER.test(name));
  return beginsWithKeys(sample, ['category', 'location_type', 'persistent_id', 'month']);
}

async function readCrimes(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const tally = new Tally();
  const reader = new CrimeReader(tally, await forceOfArea(context));
  const named = context.force ?? forceInName(file, context);
  const areas: string[] = [];
  if (await isArchive(file)) {
    await visitZip(file.path, async (member) => {
      try {
        const area = AREA_ANSWER.exec(member.name)?.[3] ?? '';
        reader.read((await member.read()).toString('utf8'), member.name, area, named);
        areas.push(area);
      } catch (error) {
        if (!isScrutineerError(error)) throw error;
        tally.faults([{ line: null, column: member.name, reason: error.message, text: '' }]);
      }
    });
  } else reader.read(await file.text(), file.path, null, named);
  if (reader.rows().length === 0 && tally.rejects.length === 0)
    throw new BadInputError('no rows: the answer is empty', { file: file.path }, 'Ask for a wider area.');
  if (reader.different > 0)
    tally.warn(`${reader.different} crimes are told differently in two areas; what stood first is kept`);
  if (areas.length > 0)
    tally.warn(
      `only the ${new Set(areas).size} areas that were asked for are covered; the line of a reject is its place in its answer`,
    );
  if (reader.shared > 0)
    tally.warn(
      `${reader.shared} crimes stand in more than one area, on whose border they are; each is kept once`,
    );
  if (reader.withoutForce > 0)
    tally.warn(
      `${reader.withoutForce} crimes name no force: answers for an area do not, and no lookup held says whose it is; --force names one`,
    );
  else if (context.force === null)
    tally.warn('the force is that in whose area a crime lies, not one that the answers name');
  return {
    ...tally.finish({ scope: `police-uk-api-crimes/${scopeOf(file, areas)}`, force: named, warnings: [] }),
    rows: reader.rows(),
    identified: true,
  };
}

async function isArchive(file: InputFile): Promise<boolean> {
  if (file.gzip) return false;
  const names: string[] = [];
  const bytes = Buffer.from((await file.read()).subarray(0, 4)).toString('latin1');
  if (bytes !== 'PK\u0003\u0004') return false;
  await visitZip(file.localPath, async (member) => {
    names.push(member.name);
  });
  return isOnePublication(names);
}

/** Answers for the same areas are vintages of each other; those for other areas are another publication. */
function scopeOf(file: InputFile, areas: readonly string[]): string {
  if (areas.length === 0) return basename(file.member ?? file.path);
  const sorted = [...new Set(areas)].toSorted();
  return `${sorted[0] ?? ''}-${sorted.at(-1) ?? ''}-${sorted.length}`;
}

/** The force that the name of a fetched file says, `2024-09-metropolitan-street.json`; null for any other name. */
function forceInName(file: InputFile, { areas }: SourceContext): string | null {
  const slug = /^\d{4}-\d{2}-([a-z-]+)-street\.json(?:\.gz)?$/.exec(basename(file.member ?? file.path))?.[1];
  return slug === undefined || areas.bySlug(slug)?.type !== 'force' ? null : slug;
}

/** Tells the force that a ward lies in, where the lookups held and our areas say so. */
async function forceOfArea({
  areas,
  authorityOfWard,
}: SourceContext): Promise<(code: string) => string | null> {
  const authorities = (await authorityOfWard?.()) ?? new Map<string, string>();
  const forces = areas.list('force');
  return (code) => {
    const authority = areas.resolve(authorities.get(code) ?? '', 'borough');
    if (!authority) return null;
    return forces.find((force) => areas.within(authority.name, force.name))?.slug ?? null;
  };
}

interface Known {
  readonly said: string;
  readonly row: Record<string, Cell>;
}

class CrimeReader {
  readonly #tally: Tally;
  readonly #forceOf: (area: string) => string | null;
  readonly #category = labelLookup(readLabels('street-categories'));
  readonly #categories = new Map<string, string>();
  readonly #months = new Map<string, IsoDate>();
  readonly #forces = new Map<string, string | null>();
  readonly #seen = new Map<string, Known>();
  different = 0;
  shared = 0;
  withoutForce = 0;

  constructor(tally: Tally, forceOf: (area: string) => string | null) {
    this.#tally = tally;
    this.#forceOf = forceOf;
  }

  /** Every crime once. */
  rows(): readonly LakeRow[] {
    return [...this.#seen.values()].map(({ row }) => row);
  }

  /**
   * @param area code of the area that was asked for, where that is known
   * @param force slug of the force in whose area it lies, where that is known
   */
  read(text: string, path: string, area: string | null, force: string | null): void {
    const owner = force ?? (area === null ? null : this.#forceOfArea(area));
    for (const [index, value] of itemsOf(text, path).entries()) {
      this.#tally.record(shown(value, index), () => {
        this.#crime(value, area, owner);
        return [];
      });
    }
  }

  #crime(value: unknown, area: string | null, force: string | null): void {
    const item = itemOf(value);
    const { id } = item;
    if (typeof id !== 'number' && typeof id !== 'string') throw new RowFault('id', 'the crime has no id');
    const outcome = item['outcome_status'];
    const asked = area === null ? neighbourhoodsOf(item) : [area];
    const row = {
      force: item['location_type'] === 'BTP' ? 'btp' : force,
      month: this.#month(textOf(item, 'month') ?? ''),
      crime_id: textOf(item, 'persistent_id'),
      category: this.#label(textOf(item, 'category') ?? ''),
      ...placeOf(item),
      last_outcome: outcome === null || outcome === undefined ? null : textOf(itemOf(outcome), 'category'),
      context: textOf(item, 'context'),
      published_id: String(id),
      asked_areas: asked.length === 0 ? null : asked.join(' '),
    };
    if (asked.length > 1) this.shared += 1;
    const said = `${row.month}${row.category}${row.longitude}${row.latitude}${row.last_outcome}`;
    const earlier = this.#seen.get(row.published_id);
    if (earlier === undefined) {
      if (row.force === null) this.withoutForce += 1;
      this.#seen.set(row.published_id, { said, row });
      return;
    }
    this.#tally.duplicate();
    if (earlier.said !== said) this.different += 1;
    if (earlier.row['force'] === null && row.force !== null) {
      earlier.row['force'] = row.force;
      this.withoutForce -= 1;
    }
    const before =
      typeof earlier.row['asked_areas'] === 'string' ? earlier.row['asked_areas'].split(' ') : [];
    if (area === null || before.includes(area)) return;
    if (before.length === 1) this.shared += 1;
    earlier.row['asked_areas'] = [...before, area].join(' ');
  }

  #forceOfArea(code: string): string | null {
    const known = this.#forces.get(code);
    if (known !== undefined) return known;
    const force = this.#forceOf(code);
    this.#forces.set(code, force);
    return force;
  }

  #month(text: string): IsoDate {
    const known = this.#months.get(text);
    if (known !== undefined) return known;
    const first = month(text, 'month');
    this.#months.set(text, first);
    return first;
  }

  #label(slug: string): string {
    const known = this.#categories.get(slug);
    if (known !== undefined) return known;
    const label = this.#category(slug, 'category');
    this.#categories.set(slug, label);
    return label;
  }
}

/** Ids of the neighbourhoods that hold a crime, which `scrutineer fetch` writes beside what the API says. */
function neighbourhoodsOf(item: Item): readonly string[] {
  const ids = item['neighbourhoods'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
