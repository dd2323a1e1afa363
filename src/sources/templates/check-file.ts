import type { Areas } from '../../areas/index.ts';
import { BadInputError } from '../../foundation/errors.ts';
import type { InputFile } from '../input/input-file.ts';
import { sampleOf } from '../input/sample.ts';
import { readSheets } from '../table/read-sheets.ts';
import type { Sheet } from '../table/sheet.ts';
import type { Fault } from './fault.ts';
import { headingsIn } from './header.ts';
import { requireTemplate } from './load-templates.ts';
import { readReturn } from './read-return.ts';
import { sheetFor } from './returns.ts';
import type { Template } from './template.ts';

/** What a sender is told of a file before it is sent. */
export interface FileCheck {
  readonly template: string;
  readonly rows: number;
  readonly goodRows: number;
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}

/**
 * Checks a file against a template by the rules of the import.
 * @param name the template; without it, the one whose headings the file has most of
 * @throws NotFoundError for an unknown template; BadInputError for a file that is no table, or like no template
 */
export async function checkFile(
  file: InputFile,
  templates: readonly Template[],
  areas: Areas,
  name?: string,
): Promise<FileCheck> {
  const sheets = await readSheets(file);
  const template = name === undefined ? likeliest(templates, sheets, file) : requireTemplate(templates, name);
  const read = readReturn(template, sheetFor(template, sheets), areas);
  return {
    template: template.name,
    rows: read.rowsRead,
    goodRows: read.rowsKept,
    faults: read.faults,
    warnings: await formWarnings(file),
  };
}

function likeliest(templates: readonly Template[], sheets: readonly Sheet[], file: InputFile): Template {
  const likeness = (template: Template): number => {
    const { rows } = sheetFor(template, sheets);
    const found = Math.max(0, ...rows.slice(0, 30).map(({ cells }) => headingsIn(template, cells)));
    return found / template.columns.length;
  };
  const [best] = templates
    .map((template) => ({ template, share: likeness(template) }))
    .toSorted((a, b) => b.share - a.share);
  if (best && best.share >= 0.5) return best.template;
  throw new BadInputError(
    'the headings are those of no template',
    { file: file.path },
    'Name it with --template; `scrutineer template --list` lists them.',
  );
}

async function formWarnings(file: InputFile): Promise<readonly string[]> {
  const { csv, encoding } = await sampleOf(file);
  return [
    ...(encoding === null || encoding === 'utf-8'
      ? []
      : [
          `the file is saved as ${encoding.toUpperCase()}; it can be read, but "CSV UTF-8" is safer for names`,
        ]),
    ...(csv && csv.delimiter !== ','
      ? [
          `cells are parted by ${csv.delimiter === '\t' ? 'tabs' : `"${csv.delimiter}"`} and not by commas; it can be read`,
        ]
      : []),
  ];
}
