import { NotFoundError } from '../foundation/errors.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { nearest } from '../foundation/nearest.ts';
import { AREA_TYPES, type AliasRow, type Area, type AreaType } from './area.ts';
import type { Members } from './composition.ts';
import { foldName } from './fold-name.ts';
import { authorityPart } from './lsoa-name.ts';

/** One type, several, or (undefined) any. */
export type TypeFilter = AreaType | readonly AreaType[] | undefined;

const MOST_SPELLINGS = 10_000;

/** Every known area, found by name, alias, code or slug. Made by `loadAreas`. */
export class Areas {
  readonly #all: readonly Area[];
  readonly #members: Members;
  /** Folded name or alias → areas that answer to it: canonical names first, then in the order of `AREA_TYPES`. */
  readonly #byFolded = new Map<string, Area[]>();
  readonly #byCode = new Map<string, Area>();
  readonly #bySlug = new Map<string, Area>();
  /** Names as they were asked for → what they fold to. Few are asked for, each very often. */
  readonly #folded = new Map<string, string>();

  constructor(all: readonly Area[], members: Members) {
    this.#all = all;
    this.#members = members;
    for (const area of all) {
      this.#bySlug.set(area.slug, area);
      for (const { code } of area.codes) this.#byCode.set(code, area);
      this.#answerTo(foldName(area.name), area);
    }
    const byType = all.toSorted((a, b) => AREA_TYPES.indexOf(a.type) - AREA_TYPES.indexOf(b.type));
    for (const area of byType) for (const alias of area.aliases) this.#answerTo(foldName(alias), area);
  }

  /**
   * The area that a published name means, or null. Case, blanks, punctuation, "&", notes and footnote marks do not
   * matter (`foldName`). A name that areas of several types share needs the type to be sure: "City of London" is the
   * borough unless a force is asked for, "West Midlands" is the force unless a region is.
   */
  resolve(name: string, type?: TypeFilter): Area | null {
    const candidates = this.#byFolded.get(this.#fold(name)) ?? [];
    return candidates.find((area) => fits(area, type)) ?? null;
  }

  /**
   * As `resolve`, for names that must be known.
   * @throws NotFoundError that offers the nearest known name
   */
  require(name: string, type?: TypeFilter): Area {
    const area = this.resolve(name, type);
    if (area) return area;
    const kind = type === undefined ? 'area' : [type].flat().join(' or ');
    const known = this.list(type).flatMap((each) => [each.name].concat(each.aliases));
    const near = nearest(name, known);
    throw new NotFoundError(
      `No ${kind} is called "${name}".`,
      near === null
        ? 'If it is another spelling of a known area, add it to catalogue/areas/aliases.csv.'
        : `Did you mean "${near}"? Another spelling belongs in catalogue/areas/aliases.csv.`,
    );
  }

  /** The area with a slug ("metropolitan", "tower-hamlets"), or null. */
  bySlug(slug: string): Area | null {
    return this.#bySlug.get(slug) ?? null;
  }

  /** The area with an official code, of today or of the past ("E09000033", "00BK"), or null. */
  byCode(code: string): Area | null {
    return this.#byCode.get(code.trim()) ?? null;
  }

  /** The code that an area had on a day, or null. */
  codeOn(name: string, date: IsoDate): string | null {
    const codes = this.require(name).codes;
    const valid = codes.find(
      ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
    );
    return valid?.code ?? null;
  }

  /**
   * The areas that one is the sum of: "England and Wales" is 43 forces, "Metropolitan Police" 32 boroughs. Where an area
   * is composed in two ways (London), forces come unless boroughs are asked for. Empty for an area with no parts.
   * @throws NotFoundError for an unknown name
   */
  membersOf(name: string, type?: AreaType): readonly Area[] {
    const composed = this.#members.get(this.require(name).name);
    const chosen = type ?? (composed?.has('force') ? 'force' : composed?.keys().next().value);
    const names = chosen === undefined ? [] : (composed?.get(chosen) ?? []);
    return names.map((member) => this.require(member));
  }

  /** Whether an area is another, or lies within it (Camden in Metropolitan Police, in London, in England and Wales). */
  within(inner: string, outer: string): boolean {
    const [small, large] = [this.require(inner), this.require(outer)];
    if (small.name === large.name) return true;
    const types = [...(this.#members.get(large.name)?.keys() ?? [])];
    const parts = types.flatMap((type) => this.membersOf(large.name, type));
    if (parts.some((part) => part.name === small.name)) return true;
    const smallParts = this.membersOf(small.name, types[0]);
    if (smallParts.length > 0 && smallParts.every((part) => parts.includes(part))) return true;
    return parts.some((part) => this.membersOf(part.name).some((each) => each.name === small.name));
  }

  /** Names as a person asks for them, where "all" stands for every borough. They are not checked here. */
  namesFor(asked: readonly string[]): string[] {
    return asked.flatMap((name) => (name === 'all' ? this.list('borough').map((area) => area.name) : [name]));
  }

  /** All areas, or those of a type, in the order of the catalogue. */
  list(type?: TypeFilter): readonly Area[] {
    return this.#all.filter((area) => fits(area, type));
  }

  /**
   * The local authority in the name of a Lower Layer Super Output Area, by its canonical name where it is an area of
   * ours: "Camden 001A" → "Camden". Null for text that is no such name.
   */
  authorityOfLsoaName(lsoaName: string): string | null {
    const authority = authorityPart(lsoaName);
    if (authority === null) return null;
    return this.resolve(authority, 'borough')?.name ?? authority;
  }

  /** Every folded name and alias with what it means, one row for each folded name and type. */
  aliasRows(): readonly AliasRow[] {
    return [...this.#byFolded].flatMap(([folded, areas]) =>
      areas.map(({ name, type }) => ({ alias_folded: folded, canonical: name, type })),
    );
  }

  #fold(name: string): string {
    const known = this.#folded.get(name);
    if (known !== undefined) return known;
    const folded = foldName(name);
    // What a file calls its areas may be anything: only names that are known are worth keeping.
    if (this.#byFolded.has(folded) && this.#folded.size < MOST_SPELLINGS) this.#folded.set(name, folded);
    return folded;
  }

  #answerTo(folded: string, area: Area): void {
    const others = this.#byFolded.get(folded) ?? [];
    if (!others.includes(area)) this.#byFolded.set(folded, [...others, area]);
  }
}

function fits(area: Area, type: TypeFilter): boolean {
  if (type === undefined) return true;
  return typeof type === 'string' ? area.type === type : type.includes(area.type);
}
