import { allowedIn } from './read-cell.ts';
import { sourceOfTemplate } from './load-templates.ts';
import type { Template, TemplateColumn } from './template.ts';

/** The empty file: a byte-order mark, so that Excel reads it as UTF-8, and the headings. */
export function templateCsv(template: Template): string {
  return `\uFEFF${template.columns.map(({ name }) => name).join(',')}\r\n`;
}

/** Everything that a sender, or a program of theirs, must know to fill it. JSON of `scrutineer template NAME --schema json`. */
export function templateSchemaJson(template: Template): Readonly<Record<string, unknown>> {
  return {
    template: template.name,
    title: template.title,
    purpose: template.purpose,
    filled_by: template.filled_by,
    notes: template.notes,
    source: sourceOfTemplate(template),
    table: template.table,
    file: {
      format: 'CSV in UTF-8, commas, one header line; workbooks (XLSX, ODS) are read too',
      extension: '.csv',
    },
    columns: template.columns.map(columnJson),
    unique: template.unique,
    rules: [
      ...template.sums.map(({ parts, whole }) => `${parts.join(' + ')} = ${whole}`),
      ...template.within.map(({ part, whole }) => `${part} ≤ ${whole}`),
    ],
    example_row: Object.fromEntries(template.columns.map(({ name, example }) => [name, example])),
  };
}

function columnJson(column: TemplateColumn): Readonly<Record<string, unknown>> {
  return {
    name: column.name,
    type: column.type,
    definition: column.definition,
    required: 'required' in column ? column.required : true,
    allowed: column.type === 'word' ? Object.keys(column.words) : allowedIn(column),
    ...(column.type === 'word'
      ? { meanings: column.words, one_in_file: column.one_in_file }
      : column.type === 'number'
        ? { least: column.least, most: column.most }
        : {}),
    ...('required' in column
      ? { marks: { c: 'withheld because it is too small to give', x: 'not known or not available' } }
      : {}),
    example: column.example,
  };
}
