import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { missingMark } from '../table/cells.ts';
import { findTable } from '../table/find-table.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';
import { authorityOf } from './local-authority.ts';

const CENSUS_DAY = '2021-03-21';
/** Thousands are set apart by a point in copies saved under a continental locale: "87.761" is eighty-seven thousand. */
const COUNT = /^\d{1,3}(?:[.,]\d{3})*$|^\d+$/;

/**
 * Ethnic groups by local authority, census of 2021, as the table behind a map of the ONS. Each group has a column of numbers and one of percentages;
 * percentages are left out, and no sum is made.
 */
export const ethnicityComposition: RowsSource = {
  kind: 'rows',
  id: 'census-2021-ethnicity-map',
  table: 'breakdown',
  title: 'Census 2021: ethnic group by local authority (data of a map)',
  publisher: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  address: 'https://www.ons.gov.uk/census',
  looksLike:
    'Area code; Area name; "Asian, Asian British or Asian Welsh: Bangladeshi (number)"; …; … (percent)',
  recognises: (sample) => hasColumns(sample, ['Area code', 'Area name', 'White: Roma (number)']),
  read: readComposition,
};

async function readComposition(file: InputFile, context: SourceContext): Promise<RowsRead> {
  const table = findTable(await readSheets(file), { code: ['Area code'], name: ['Area name'] }, file.path);
  const groups = table.extra.flatMap(({ name, at }) => {
    const group = /^(.+?)\s*\(number\)$/.exec(name.replaceAll(/\s+/g, ' '))?.[1];
    return group === undefined ? [] : [{ at, group }];
  });
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const [code, name] = [record.cells[table.at.code] ?? '', record.cells[table.at.name] ?? ''];
    // Notes stand below the table of a workbook, not in delimited text.
    if (code === '' && table.sheet.name !== null) continue;
    tally.record(record, () => {
      const area = authorityOf(context.areas, code, name, 'Area name');
      const rows = groups.map(({ at, group }): LakeRow => {
        const cell = record.cells[at] ?? '';
        const mark = missingMark(cell);
        if (mark === null && !COUNT.test(cell)) throw new RowFault(group, `"${cell}" is not a whole count`);
        return {
          force: null,
          area: area.name,
          area_type: area.type,
          period_from: CENSUS_DAY,
          period_to: CENSUS_DAY,
          measure: 'Residents',
          ethnicity_detail: group,
          value: mark === null ? Number(cell.replaceAll(/[.,]/g, '')) : null,
          unit: 'people',
          flag: mark === '' ? 'x' : mark,
        };
      });
      return tally.isNew([code], JSON.stringify(rows), record.line, 'Area code') ? rows : [];
    });
  }
  return tally.finish({ scope: 'census-2021-ethnicity-map', force: null, warnings: [] });
}
