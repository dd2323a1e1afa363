import { hasRawColumns, rawColumns } from '../raw/columns.ts';
import { isMark, isNoCount, numberIn } from '../raw/marks.ts';
import type { QueryPlan, QuerySource, RawTable } from '../source.ts';
import { ALL } from './population-sums.ts';

const COLUMNS = {
  total: ['total'],
  name: ['2021 super output area - lower layer'],
  code: ['mnemonic'],
};

/** Usual residents by Lower Layer Super Output Area, census of 2021 (TS001). `area` is the code and the name: "E01011954 Hartlepool 001A". */
export const smallAreaCensus: QuerySource = {
  kind: 'query',
  id: 'census-2021-lsoa',
  table: 'population',
  title: 'Census 2021: usual residents by Lower Layer Super Output Area (TS001)',
  publisher: 'Office for National Statistics (Nomis)',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.nomisweb.co.uk/sources/census_2021_ts',
  looksLike: 'total, 2021 super output area - lower layer, mnemonic',
  recognises: (sample) =>
    hasRawColumns(sample, ['total', '2021 super output area - lower layer', 'mnemonic']),
  plan: planResidents,
};

async function planResidents(table: RawTable): Promise<QueryPlan> {
  const at = rawColumns(table, COLUMNS);
  const [total, code] = [`c${at.total}`, `c${at.code}`];
  return {
    scope: 'census-2021-lsoa',
    force: null,
    warnings: [],
    columns: {
      area: `concat_ws(' ', ${code}, c${at.name})`,
      area_type: `'lsoa'`,
      year: '2021',
      sex: `'${ALL}'`,
      age_band: `'${ALL}'`,
      ethnicity: `'${ALL}'`,
      count: numberIn(total),
    },
    checks: [
      {
        column: 'mnemonic',
        bad: `${code} IS NULL OR NOT regexp_full_match(${code}, '[EW]01[0-9]{6}')`,
        reason: 'not the code of an LSOA of England or Wales',
      },
      {
        column: 'total',
        bad: `${total} IS NULL OR ${isMark(total)} OR ${isNoCount(total)}`,
        reason: 'not a count',
      },
    ],
    uniqueBy: [code],
    notices: [],
  };
}
