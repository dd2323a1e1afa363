import { BadInputError } from '../../foundation/errors.ts';
import { sqlText } from '../../lake/engine.ts';
import type { Sample } from '../input/input-file.ts';
import { offenceLabels } from '../mps-borough-crime/offence-labels.ts';
import { meaningOf } from '../raw/labels.ts';
import { hasRawColumns, otherColumns, rawColumns } from '../raw/columns.ts';
import type { QueryPlan, QuerySource, RawTable } from '../source.ts';
import { monthColumns } from './month-columns.ts';

/** What tells the two layouts apart: how they call the columns, and what a code of their areas looks like. */
interface Layout {
  readonly id: string;
  readonly areaType: 'ward' | 'lsoa';
  readonly title: string;
  readonly looksLike: string;
  readonly columns: Readonly<Record<'code' | 'name' | 'borough' | 'major' | 'minor', readonly string[]>>;
  readonly code: string;
}

const LAYOUTS: readonly Layout[] = [
  {
    id: 'mps-ward-crime',
    areaType: 'ward',
    title: 'MPS Recorded Crime: Geographic Breakdown (ward level)',
    looksLike:
      'MajorText, MinorText, WardName, WardCode, LookUp_BoroughName, then a column a month (CSV, workbook or Parquet)',
    columns: {
      code: ['WardCode'],
      name: ['WardName'],
      borough: ['LookUp_BoroughName', 'BoroughName'],
      major: ['MajorText'],
      minor: ['MinorText'],
    },
    code: 'E05[0-9]{6}',
  },
  {
    id: 'mps-lsoa-crime',
    areaType: 'lsoa',
    title: 'MPS Recorded Crime: Geographic Breakdown (LSOA level)',
    looksLike:
      'LSOA Code, LSOA Name, Borough, Major Category, Minor Category, then a column a month (CSV, workbook or Parquet)',
    columns: {
      code: ['LSOA Code', 'LSOA21CD'],
      name: ['LSOA Name', 'LSOA21NM'],
      borough: ['Borough', 'LookUp_BoroughName'],
      major: ['Major Category', 'MajorText'],
      minor: ['Minor Category', 'MinorText'],
    },
    code: 'E01[0-9]{6}',
  },
];

/**
 * Recorded offences by ward and by Lower Layer Super Output Area, wide. They count the offences of the borough tables again, so their rows
 * carry the area types `ward` and `lsoa` and belong in no total. `area` is the code and the name: "E05013570 Heathrow Villages". A
 * ward may have two rows for an offence: its borough's, and those of the airport police.
 */
export const mpsAreaCrime: readonly QuerySource[] = LAYOUTS.map((layout) => ({
  kind: 'query',
  id: layout.id,
  table: 'crime_count',
  title: layout.title,
  publisher: 'Metropolitan Police Service',
  licence: 'Open Government Licence v3.0',
  address: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
  looksLike: layout.looksLike,
  recognises: (sample) => isLayout(layout, sample),
  plan: (table) => planAreas(layout, table),
}));

function isLayout({ columns }: Layout, sample: Sample): boolean {
  const has = (names: readonly string[]): boolean => names.some((name) => hasRawColumns(sample, [name]));
  return has(columns.code) && has(columns.major) && has(columns.minor) && has(columns.borough);
}

async function planAreas(layout: Layout, table: RawTable): Promise<QueryPlan> {
  const at = rawColumns(table, layout.columns, ['name']);
  const others = otherColumns(table, at);
  const months = monthColumns(others);
  if (months.length === 0) {
    throw new BadInputError(
      'no column is a month (201004, 201005, …)',
      { file: table.file.path, line: table.headerLine },
      'Download the file again.',
    );
  }
  const minors = await table.distinct([at.minor]);
  const labels = offenceLabels(minors.map(({ cells }) => cells[0] ?? ''));
  const offences = await meaningOf(table, [at.major, at.minor], ['group', 'offence'], labels);
  const unread = others.filter(({ at }) => !months.some((month) => month.at === at));
  const code = `c${at.code}`;
  return {
    scope: layout.id,
    force: 'metropolitan',
    warnings:
      unread.length === 0
        ? []
        : [
            `columns that are not part of the layout were left out: ${unread.map(({ name }) => name).join(', ')}`,
          ],
    columns: {
      area: at.name === -1 ? code : `concat_ws(' ', ${code}, c${at.name})`,
      area_type: sqlText(layout.areaType),
      offence_group: offences.sql.group,
      offence: offences.sql.offence,
      measure: `'offences'`,
    },
    checks: [
      {
        column: table.header[at.code] ?? '',
        bad: `${code} IS NULL OR NOT regexp_full_match(${code}, '${layout.code}')`,
        reason: `not the code of ${layout.areaType === 'ward' ? 'a ward' : 'an LSOA'}`,
      },
      ...offences.checks,
      ...months.map(({ at, name }) => ({
        column: name,
        bad: `c${at} IS NOT NULL AND NOT (coalesce(TRY_CAST(c${at} AS BIGINT), -1) >= 0)`,
        reason: 'not a whole count',
      })),
    ],
    unpivot: { columns: months, values: { month: 'label', count: 'TRY_CAST(cell AS BIGINT)' } },
    uniqueBy: [code, `c${at.borough}`, `c${at.major}`, `c${at.minor}`],
    notices: [],
  };
}
