import type { Measure } from '../../../measures/index.ts';
import {
  loadTemplates,
  requireTemplate,
  sourceOfTemplate,
} from '../../../sources/templates/load-templates.ts';
import { templateCsv, templateSchemaJson } from '../../../sources/templates/template-text.ts';

/** A template as the data page lists it. */
export interface TemplateLine {
  readonly name: string;
  readonly title: string;
  readonly filledBy: string;
  /** Whether a return on it is held. */
  readonly held: boolean;
  /** The measures that read it; rates of a count stand with their count. */
  readonly measures: readonly { readonly id: string; readonly title: string }[];
}

/** All templates, with the measures that a filled one gives. */
export function templateLines(
  measures: readonly Measure[],
  heldSources: ReadonlySet<string>,
): readonly TemplateLine[] {
  return loadTemplates().map((template) => {
    const source = sourceOfTemplate(template);
    return {
      name: template.name,
      title: template.title,
      filledBy: template.filled_by,
      held: heldSources.has(source),
      measures: measures
        .filter(
          ({ rateOf, feeds }) =>
            rateOf === null && feeds.some((feed) => feed.kind === 'table' && feed.source === source),
        )
        .map(({ id, title }) => ({ id, title })),
    };
  });
}

/** A file to be downloaded: `NAME.csv`, empty, or `NAME.schema.json`. */
export interface TemplateFile {
  readonly type: string;
  readonly text: string;
}

/** @throws NotFoundError for a name that is no template's file */
export function templateFile(file: string): TemplateFile {
  const schema = file.endsWith('.schema.json');
  const template = requireTemplate(loadTemplates(), file.replace(/\.(?:csv|schema\.json)$/, ''));
  return schema
    ? {
        type: 'application/json; charset=utf-8',
        text: `${JSON.stringify(templateSchemaJson(template), null, 2)}\n`,
      }
    : { type: 'text/csv; charset=utf-8', text: templateCsv(template) };
}
