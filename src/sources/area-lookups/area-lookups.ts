import { join } from 'node:path';
import { z } from 'zod';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import type { InputFile, Sample } from '../input/input-file.ts';
import type { RowsRead, RowsSource } from '../source.ts';
import { findTable } from '../table/find-table.ts';
import { foldHeader, hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import { RowFault } from '../table/row-fault.ts';
import { Tally, type LakeRow } from '../table/tally.ts';

const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  address: z.url(),
  columns: z.array(z.string()).min(2),
  /** The header must be these columns and nothing else. */
  exactly: z.boolean().optional(),
  year: z.int().optional(),
  code: z.string(),
  name: z.string().optional(),
  parents: z.array(
    z.strictObject({ code: z.string().optional(), name: z.string().optional(), type: z.string() }),
  ),
  unread: z.array(z.string()).optional(),
});

type Layout = z.output<typeof layoutSchema>;

/** Lookups of wards, authorities and small areas: a source for each layout of `catalogue/layouts/area-lookups.yaml`. */
export const areaLookups: readonly RowsSource[] = readYaml(
  join(CATALOGUE_DIR, 'layouts', 'area-lookups.yaml'),
  z.array(layoutSchema),
).map((layout) => ({
  kind: 'rows',
  id: layout.id,
  table: 'area_lookup',
  title: layout.title,
  publisher: layout.publisher,
  licence: layout.licence,
  address: layout.address,
  looksLike: layout.columns.join(', '),
  recognises: (sample) => isLayout(layout, sample),
  read: (file) => readLookup(layout, file),
}));

function isLayout({ columns, exactly }: Layout, sample: Sample): boolean {
  if (!sample.csv || !hasColumns(sample, columns)) return false;
  return exactly !== true || sample.csv.header.length === columns.length;
}

async function readLookup(layout: Layout, file: InputFile): Promise<RowsRead> {
  const needed = Object.fromEntries(layout.columns.map((name) => [name, [name]]));
  const table = findTable(await readSheets(file), needed, file.path);
  const folded = table.header.map(foldHeader);
  const at = (name: string | undefined): number =>
    name === undefined ? -1 : folded.indexOf(foldHeader(name));
  const tally = new Tally();
  tally.faults(table.sheet.faults);
  for (const record of table.records) {
    const cell = (name: string | undefined): string | null => record.cells[at(name)] || null;
    tally.record(record, () => {
      const code = cell(layout.code);
      if (code === null) throw new RowFault(layout.code, 'the row has no code');
      const self = { year: layout.year ?? null, code, name: cell(layout.name) };
      const links = layout.parents.flatMap((parent): LakeRow[] => {
        const [parentCode, parentName] = [cell(parent.code), cell(parent.name)];
        if (parentCode === null && parentName === null) return [];
        return [{ ...self, parent_code: parentCode, parent_name: parentName, parent_type: parent.type }];
      });
      const rows =
        links.length > 0 ? links : [{ ...self, parent_code: null, parent_name: null, parent_type: null }];
      return rows.filter((row) => tally.isNew(Object.values(row), true, record.line, layout.code));
    });
  }
  if (layout.unread)
    tally.warn(`columns that are no part of a lookup were left out: ${layout.unread.join(', ')}`);
  return tally.finish({ scope: layout.id, force: null, warnings: [] });
}
