import type { Areas } from '../../areas/index.ts';
import { BadInputError } from '../../foundation/errors.ts';
import type { Reject } from '../../lake/release.ts';
import type { InputFile } from '../input/input-file.ts';
import type { RowsRead, RowsSource, SourceContext } from '../source.ts';
import { hasColumns } from '../table/heads.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';
import { faultInWords } from './fault-words.ts';
import type { Fault } from './fault.ts';
import { headingsIn } from './header.ts';
import { loadTemplates, sourceOfTemplate } from './load-templates.ts';
import { readReturn } from './read-return.ts';
import type { Template } from './template.ts';

/** A source for each template of the catalogue: what a force or a body sends on it is imported like any published file. */
export const returns: readonly RowsSource[] = loadTemplates().map((template) => ({
  kind: 'rows',
  id: sourceOfTemplate(template),
  table: template.table,
  title: `Return: ${template.title}`,
  publisher: 'named in the return',
  licence: 'as agreed with whoever sent it; not published by them',
  address: `scrutineer template ${template.name}`,
  looksLike: template.columns.map(({ name }) => name).join(', '),
  recognises: (sample) =>
    hasColumns(
      sample,
      template.columns.map(({ name }) => name),
    ),
  read: (file, context) => readOnTemplate(template, file, context),
}));

/** The sheet of a file that is most like a template. */
export function sheetFor(template: Template, sheets: readonly Sheet[]): Sheet {
  const likeness = ({ rows }: Sheet): number =>
    Math.max(0, ...rows.slice(0, 30).map(({ cells }) => headingsIn(template, cells)));
  return sheets.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? { name: null, rows: [], faults: [] };
}

async function readOnTemplate(
  template: Template,
  file: InputFile,
  { areas }: SourceContext,
): Promise<RowsRead> {
  const read = readReturn(template, sheetFor(template, await readSheets(file)), areas);
  const [first] = read.faults;
  if (read.unusable && first) {
    throw new BadInputError(
      faultInWords(first).replace(/\.$/, ''),
      { file: file.path },
      `\`scrutineer check --template ${template.name}\` lists all that is wrong.`,
    );
  }
  const force = forceOf(read.areas, areas);
  return {
    scope: `${sourceOfTemplate(template)}/${force ?? read.areas.join(' + ')}`,
    force,
    citation: { publisher: force === null ? read.areas.join(', ') : (areas.bySlug(force)?.name ?? force) },
    warnings: [],
    rows: read.rows,
    rowsRead: read.rowsRead,
    rowsKept: read.rowsKept,
    rejects: rejectsOf(read.faults),
    duplicates: 0,
  };
}

/** A reject for each line, with all that is wrong in it. */
function rejectsOf(faults: readonly Fault[]): readonly Reject[] {
  const lines = Map.groupBy(faults, ({ line }) => line);
  return [...lines].map(([line, own]) => ({
    line,
    column: own[0]?.column ?? null,
    reason: own
      .map(({ problem, column }) => (column === null ? problem : `${column}: ${problem}`))
      .join('; '),
    text: own.map(({ found }) => found).join(', '),
  }));
}

/** The one force that all areas are of, as a slug: a return of its boroughs is a return of the force. */
function forceOf(names: readonly string[], areas: Areas): string | null {
  const forces = new Set(
    names.map((name) => {
      const area = areas.require(name);
      if (area.type === 'force') return area.slug;
      return areas.list('force').find((force) => areas.membersOf(force.name).includes(area))?.slug ?? null;
    }),
  );
  const [only] = forces;
  return forces.size === 1 ? (only ?? null) : null;
}
