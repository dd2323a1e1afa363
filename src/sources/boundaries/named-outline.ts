import type { Areas } from '../../areas/index.ts';
import type { LakeRow } from '../table/tally.ts';
import { RowFault } from '../table/row-fault.ts';

export type OutlineType = 'ward' | 'authority' | 'force';

type Properties = Readonly<Record<string, unknown>>;

/** What the properties of an outline say it is: the names of the ONS carry the kind and the year (WD22CD), those of the GLA neither. */
interface Named {
  readonly code: string;
  readonly name: string;
  readonly year: number | null;
  /** Name and code of the authority that a ward is part of. */
  readonly district: string | null;
  readonly districtCode: string | null;
}

const PREFIXES: Readonly<Record<OutlineType, string>> = { ward: 'wd', authority: 'lad', force: 'pfa' };

/**
 * Reads the properties of an outline, whatever the case of their names.
 * @throws RowFault when they name no area of the type, or one at odds with its code
 */
export function outlineRow(
  type: OutlineType,
  properties: Properties,
  geometry: string,
  areas: Areas,
): LakeRow {
  const named = namesOf(type, properties);
  if (!named)
    throw new RowFault(`${PREFIXES[type]}22cd`, `the outline has no name or no code of a ${KINDS[type]}`);
  const { code, name, year } = named;
  if (type === 'ward') {
    const known =
      areas.byCode(named.districtCode ?? '') ??
      (named.district === null ? null : areas.resolve(named.district, 'borough'));
    return { year, area: name, area_type: 'ward', code, geometry, parent: known?.name ?? named.district };
  }
  const area = areas.byCode(code);
  if (type === 'force' && (!area || areas.resolve(name, area.type) !== area))
    throw new RowFault('code', `the code ${code} and the name "${name}" are not of one known area`);
  const areaType = type === 'authority' && area?.type === 'borough' ? 'borough' : type;
  return { year, area: area?.name ?? name, area_type: areaType, code, geometry, parent: null };
}

const KINDS: Readonly<Record<OutlineType, string>> = {
  ward: 'ward',
  authority: 'local authority',
  force: 'police force area',
};

function namesOf(type: OutlineType, properties: Properties): Named | null {
  const text = new Map(
    Object.entries(properties).flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[key.toLowerCase(), value.trim()] as const] : [],
    ),
  );
  const published = (prefix: string): { code: string; name: string; year: number } | null => {
    for (const [key, code] of text) {
      const year = new RegExp(`^${prefix}(\\d{2})cd$`).exec(key)?.[1];
      const name = year === undefined ? undefined : text.get(`${prefix}${year}nm`);
      if (year !== undefined && name !== undefined) return { code, name, year: 2000 + Number(year) };
    }
    return null;
  };
  const own = published(PREFIXES[type]);
  const like = (pattern: RegExp): string | null => [...text].find(([key]) => pattern.test(key))?.[1] ?? null;
  if (own) return { ...own, district: like(/^lad\d{2}nm$/), districtCode: like(/^lad\d{2}cd$/) };
  const [code, name] = [text.get('gss_code'), text.get('name')];
  if (code === undefined || name === undefined || !GLA_CODES[type].test(code)) return null;
  return {
    code,
    name,
    year: null,
    district: text.get('district') ?? null,
    districtCode: text.get('lagsscode') ?? null,
  };
}

const GLA_CODES: Readonly<Record<OutlineType, RegExp>> = {
  ward: /^[EW]05/,
  authority: /^E0[6-9]/,
  force: /^[EW](23|15)/,
};
