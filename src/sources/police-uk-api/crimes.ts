import { basename } from 'node:path';
import { BadInputError, isScrutineerError } from '../../foundation/errors.ts';
import type { IsoDate } from '../../foundation/iso-date.ts';
import { AREA_ANSWER, isOnePublication } from '../input/archives.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import { visitZip } from '../input/zip.ts';
import { readLabels } from '../labels.ts';
import { POLICE_UK } from '../police-uk/common.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { month } from '../table/cells.ts';
import { labelLookup } from '../table/labels.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { beginsWithKeys, itemOf, itemsOf, placeOf, shown, textOf } from './answer.ts';

/**
 * Crimes as the API of data.police.uk answers for a point or an area (`crimes-street/all-crime`), as one answer or as a ZIP of the
 * answers for many areas in one month. Areas that share a border both hold what happened on it: within one publication the
 * crimes of one `id` are one. An answer covers only what was asked for, and names no force.
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
  const reader = new CrimeReader(tally, context.force);
  const areas: string[] = [];
  if (await isArchive(file)) {
    await visitZip(file.path, async (member) => {
      try {
        reader.read((await member.read()).toString('utf8'), member.name);
        areas.push(AREA_ANSWER.exec(member.name)?.[3] ?? '');
      } catch (error) {
        if (!isScrutineerError(error)) throw error;
        tally.faults([{ line: null, column: member.name, reason: error.message, text: '' }]);
      }
    });
  } else reader.read(await file.text(), file.path);
  if (tally.rows.length === 0 && tally.rejects.length === 0)
    throw new BadInputError('no rows: the answer is empty', { file: file.path }, 'Ask for a wider area.');
  if (reader.different > 0)
    tally.warn(`${reader.different} crimes are told differently in two areas; what stood first is kept`);
  if (areas.length > 0)
    tally.warn(
      `only the ${new Set(areas).size} areas that were asked for are covered; the line of a reject is its place in its answer`,
    );
  if (context.force === null) tally.warn('no force is named in answers for an area; --force names one');
  return tally.finish({ scope: `police-uk-api-crimes/${scopeOf(file, areas)}`, force: null, warnings: [] });
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

class CrimeReader {
  readonly #tally: Tally;
  readonly #force: string | null;
  readonly #category = labelLookup(readLabels('street-categories'));
  readonly #categories = new Map<string, string>();
  readonly #months = new Map<string, IsoDate>();
  readonly #seen = new Map<unknown, string>();
  different = 0;

  constructor(tally: Tally, force: string | null) {
    this.#tally = tally;
    this.#force = force;
  }

  read(text: string, path: string): void {
    for (const [index, value] of itemsOf(text, path).entries()) {
      this.#tally.record(shown(value, index), () => this.#rowsOf(value));
    }
  }

  #rowsOf(value: unknown): readonly LakeRow[] {
    const item = itemOf(value);
    const { id } = item;
    if (typeof id !== 'number' && typeof id !== 'string') throw new RowFault('id', 'the crime has no id');
    const outcome = item['outcome_status'];
    const row = {
      force: item['location_type'] === 'BTP' ? 'btp' : this.#force,
      month: this.#month(textOf(item, 'month') ?? ''),
      crime_id: textOf(item, 'persistent_id'),
      category: this.#label(textOf(item, 'category') ?? ''),
      ...placeOf(item),
      last_outcome: outcome === null || outcome === undefined ? null : textOf(itemOf(outcome), 'category'),
      context: textOf(item, 'context'),
    };
    const said = `${row.month}${row.category}${row.longitude}${row.latitude}${row.last_outcome}`;
    const earlier = this.#seen.get(id);
    if (earlier === undefined) {
      this.#seen.set(id, said);
      return [row];
    }
    this.#tally.duplicate();
    if (earlier !== said) this.different += 1;
    return [];
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
