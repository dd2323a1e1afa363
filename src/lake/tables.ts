/**
 * The lake's tables: what one row is, and its columns with DuckDB types that Trino's Parquet reader also
 * knows (no unsigned integers, no HUGEINT, no TIME). Every table carries `source` and `release`; `release`
 * is the partition and therefore stands in the folder name, not in the files.
 */
export type ColumnType = 'VARCHAR' | 'DATE' | 'TIMESTAMP' | 'DOUBLE' | 'BIGINT' | 'INTEGER' | 'BOOLEAN';

export interface TableSchema {
  readonly row: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The column that says when, used to decide which release is in force for a row. */
  readonly time: string;
}

const PLACE = { longitude: 'DOUBLE', latitude: 'DOUBLE' } as const;

/** Where the coordinates of a row lie, by the outlines held; null outside them and where the row has no coordinates. */
const PLACED = { borough: 'VARCHAR', ward: 'VARCHAR', ward_code: 'VARCHAR' } as const;

export const TABLES = {
  crime: {
    row: 'one crime as published at street level',
    time: 'month',
    columns: {
      source: 'VARCHAR',
      force: 'VARCHAR',
      month: 'DATE',
      crime_id: 'VARCHAR',
      category: 'VARCHAR',
      lsoa_code: 'VARCHAR',
      lsoa_name: 'VARCHAR',
      ...PLACE,
      location: 'VARCHAR',
      last_outcome: 'VARCHAR',
      context: 'VARCHAR',
      /** The number that the publisher's API gives a crime: answers for areas that overlap tell one crime twice by it. */
      published_id: 'VARCHAR',
      /** Codes of the areas whose answers hold the crime, with blanks between. */
      asked_areas: 'VARCHAR',
      ...PLACED,
    },
  },
  outcome: {
    row: 'one outcome of a crime',
    time: 'month',
    columns: {
      source: 'VARCHAR',
      force: 'VARCHAR',
      month: 'DATE',
      crime_id: 'VARCHAR',
      outcome: 'VARCHAR',
      outcome_code: 'INTEGER',
      lsoa_code: 'VARCHAR',
      lsoa_name: 'VARCHAR',
      ...PLACE,
      location: 'VARCHAR',
    },
  },
  stop_search: {
    row: 'one search',
    time: 'month',
    columns: {
      source: 'VARCHAR',
      force: 'VARCHAR',
      month: 'DATE',
      at: 'TIMESTAMP',
      type: 'VARCHAR',
      gender: 'VARCHAR',
      age_range: 'VARCHAR',
      self_defined_ethnicity: 'VARCHAR',
      officer_defined_ethnicity: 'VARCHAR',
      legislation: 'VARCHAR',
      object_of_search: 'VARCHAR',
      outcome: 'VARCHAR',
      outcome_linked: 'BOOLEAN',
      removal_of_clothing: 'BOOLEAN',
      part_of_operation: 'BOOLEAN',
      operation: 'VARCHAR',
      ...PLACE,
      ...PLACED,
    },
  },
  crime_count: {
    row: 'a published monthly count',
    time: 'month',
    columns: {
      source: 'VARCHAR',
      force: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      month: 'DATE',
      offence_group: 'VARCHAR',
      offence: 'VARCHAR',
      measure: 'VARCHAR',
      count: 'BIGINT',
    },
  },
  survey_estimate: {
    row: 'a published survey figure',
    time: 'date',
    columns: {
      source: 'VARCHAR',
      survey: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      group_type: 'VARCHAR',
      group_value: 'VARCHAR',
      question: 'VARCHAR',
      date: 'DATE',
      value: 'DOUBLE',
      base: 'BIGINT',
      standard_error: 'DOUBLE',
      months: 'INTEGER',
    },
  },
  survey_response: {
    row: 'one respondent',
    time: 'date',
    columns: {
      source: 'VARCHAR',
      survey: 'VARCHAR',
      date: 'DATE',
      area: 'VARCHAR',
      weight: 'DOUBLE',
      stratum: 'VARCHAR',
      cluster: 'VARCHAR',
      question: 'VARCHAR',
      answer: 'VARCHAR',
    },
  },
  homicide_victim: {
    row: 'a victim',
    time: 'month',
    columns: {
      source: 'VARCHAR',
      month: 'DATE',
      borough: 'VARCHAR',
      sex: 'VARCHAR',
      age_group: 'VARCHAR',
      ethnicity: 'VARCHAR',
      method: 'VARCHAR',
      solved: 'VARCHAR',
      offence: 'VARCHAR',
      domestic_abuse: 'VARCHAR',
      victims: 'BIGINT',
    },
  },
  thorough_search: {
    row: 'a search with more than outer clothing removed',
    time: 'date',
    columns: {
      source: 'VARCHAR',
      date: 'DATE',
      borough: 'VARCHAR',
      age_group: 'VARCHAR',
      sex: 'VARCHAR',
      ethnic_appearance: 'VARCHAR',
      reason: 'VARCHAR',
      positive: 'BOOLEAN',
      appropriate_adult: 'VARCHAR',
    },
  },
  use_of_force: {
    row: 'a published count',
    time: 'period_from',
    columns: {
      source: 'VARCHAR',
      /** Null in the rows of a region or nation, which are sums of those of its forces. */
      force: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      /** The year in which the period ends: 2019 for April 2018 to March 2019. */
      year: 'INTEGER',
      period_from: 'DATE',
      period_to: 'DATE',
      /** What is counted: `uses` of a tactic, or the `incidents` in which force was used. */
      measure: 'VARCHAR',
      /** The group of tactics, and the tactic. `part` says whether the row is a `total` of others, a `tactic`, or a `part` of one. */
      tactic_type: 'VARCHAR',
      tactic: 'VARCHAR',
      part: 'VARCHAR',
      group_type: 'VARCHAR',
      group_value: 'VARCHAR',
      count: 'BIGINT',
      flag: 'VARCHAR',
    },
  },
  breakdown: {
    row: 'a published count split by several characteristics at once',
    time: 'period_from',
    columns: {
      source: 'VARCHAR',
      force: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      period_from: 'DATE',
      period_to: 'DATE',
      /** What is counted: searches, arrests, disposals, victims … Rows of one measure with the same columns filled add up. */
      measure: 'VARCHAR',
      /** Offence group, power, rank … and what is finer than that: offence, object of search, disposal. */
      category: 'VARCHAR',
      detail: 'VARCHAR',
      sex: 'VARCHAR',
      age_group: 'VARCHAR',
      ethnicity: 'VARCHAR',
      ethnicity_detail: 'VARCHAR',
      value: 'DOUBLE',
      unit: 'VARCHAR',
      flag: 'VARCHAR',
    },
  },
  published_figure: {
    row: 'a figure with its citation',
    time: 'period_from',
    columns: {
      source: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      measure: 'VARCHAR',
      group_type: 'VARCHAR',
      group_value: 'VARCHAR',
      period_from: 'DATE',
      period_to: 'DATE',
      value: 'DOUBLE',
      numerator: 'DOUBLE',
      denominator: 'DOUBLE',
      base: 'BIGINT',
      unit: 'VARCHAR',
      flag: 'VARCHAR',
    },
  },
  population: {
    row: 'people living in an area',
    time: 'year',
    columns: {
      source: 'VARCHAR',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      year: 'INTEGER',
      sex: 'VARCHAR',
      age_band: 'VARCHAR',
      ethnicity: 'VARCHAR',
      count: 'BIGINT',
    },
  },
  indicator: {
    row: 'an outside series',
    time: 'date',
    columns: {
      source: 'VARCHAR',
      name: 'VARCHAR',
      area: 'VARCHAR',
      /** Last day of the period; `months` is its length, 0 for a single day. */
      date: 'DATE',
      months: 'INTEGER',
      value: 'DOUBLE',
      unit: 'VARCHAR',
      flag: 'VARCHAR',
    },
  },
  area_lookup: {
    row: 'one published area as part of another',
    time: 'year',
    columns: {
      source: 'VARCHAR',
      year: 'INTEGER',
      code: 'VARCHAR',
      name: 'VARCHAR',
      parent_code: 'VARCHAR',
      parent_name: 'VARCHAR',
      parent_type: 'VARCHAR',
    },
  },
  boundary: {
    row: 'the outline of an area, as GeoJSON geometry in WGS84',
    time: 'year',
    columns: {
      source: 'VARCHAR',
      year: 'INTEGER',
      area: 'VARCHAR',
      area_type: 'VARCHAR',
      code: 'VARCHAR',
      geometry: 'VARCHAR',
      /** The borough that a ward is part of, where the file says so. */
      parent: 'VARCHAR',
    },
  },
} as const satisfies Readonly<Record<string, TableSchema>>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Columns that releases written before them lack: releases name their columns only since then. Later ones are told by those names. */
export const LATER_COLUMNS: Partial<Readonly<Record<TableName, readonly string[]>>> = {
  crime: ['published_id', 'asked_areas', 'borough', 'ward', 'ward_code'],
  stop_search: ['ward', 'ward_code'],
  boundary: ['parent'],
};

/** Columns of the `release` table, which lists the imports themselves. */
export const RELEASE_COLUMNS = {
  release: 'VARCHAR',
  source: 'VARCHAR',
  published: 'DATE',
  published_basis: 'VARCHAR',
  imported_at: 'TIMESTAMP',
  path: 'VARCHAR',
  member: 'VARCHAR',
  sha256: 'VARCHAR',
  rows: 'BIGINT',
  rows_read: 'BIGINT',
  rows_rejected: 'BIGINT',
  duplicates: 'BIGINT',
  from: 'DATE',
  to: 'DATE',
  supersedes: 'VARCHAR',
  table: 'VARCHAR',
  force: 'VARCHAR',
  title: 'VARCHAR',
  publisher: 'VARCHAR',
  licence: 'VARCHAR',
  address: 'VARCHAR',
} as const satisfies Readonly<Record<string, ColumnType>>;

/** The columns of a table in order, with types. */
export function columnsOf(table: TableName): readonly (readonly [name: string, type: ColumnType])[] {
  return Object.entries(TABLES[table].columns) as [string, ColumnType][];
}
