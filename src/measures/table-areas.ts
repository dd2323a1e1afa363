import type { TableName } from '../lake/tables.ts';

/**
 * Where a table keeps the area of a row, as SQL: the canonical borough, and the force as a data.police.uk slug.
 * NULL where a row has none. (Street-level rows name their authority in the LSOA's name: "Camden 001A".)
 */
export interface TableAreas {
  readonly borough: string | null;
  readonly force: string | null;
  /** Nations and regions that rows name themselves; where absent, they are only ever sums of their parts. */
  readonly other?: string;
}

const NAMED: TableAreas = {
  borough: `CASE WHEN area_type = 'borough' THEN area END`,
  force: `CASE WHEN area_type = 'force' THEN area END`,
  other: `CASE WHEN area_type NOT IN ('borough', 'force') THEN area END`,
};
const FROM_LSOA = `CASE WHEN lsoa_name IS NOT NULL THEN substr(lsoa_name, 1, length(lsoa_name) - 5) END`;

/**
 * Answers of the API carry no LSOA: their borough is where their coordinates lie. What the City of London Police recorded outside the City
 * counts for that force and for no borough: alone it would pass for all the crime of its neighbours.
 */
const CRIME_BOROUGH = `CASE WHEN force = 'city-of-london' AND coalesce(${FROM_LSOA}, borough) <> 'City of London' THEN NULL ELSE coalesce(${FROM_LSOA}, borough) END`;

const BY_TABLE: Partial<Record<TableName, TableAreas>> = {
  crime: { borough: CRIME_BOROUGH, force: 'force' },
  outcome: { borough: FROM_LSOA, force: 'force' },
  stop_search: { borough: 'borough', force: 'force' },
  // A force's total is the sum of its rows, whatever borough, airport or "unknown" they stand against; rows of wards, LSOAs and
  // neighbourhood teams count the same offences again.
  crime_count: {
    borough: NAMED.borough,
    force: `CASE WHEN area_type IN ('borough', 'unplaced', 'force') THEN force END`,
  },
  homicide_victim: { borough: 'borough', force: `'metropolitan'` },
  survey_estimate: NAMED,
  survey_response: { borough: 'area', force: 'area' },
  use_of_force: NAMED,
  // Rows of one force's boroughs carry its slug, and add up to it.
  breakdown: {
    ...NAMED,
    force: `CASE WHEN area_type IN ('borough', 'unplaced', 'force') THEN coalesce(force, area) END`,
  },
  indicator: { borough: 'area', force: 'area', other: 'area' },
  published_figure: NAMED,
  thorough_search: { borough: 'borough', force: `'metropolitan'` },
};

/** Areas of a table; both null for a table whose rows have none that measures know of. */
export function tableAreas(table: TableName): TableAreas {
  return BY_TABLE[table] ?? { borough: null, force: null };
}
