import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../foundation/errors.ts';
import { loadTemplates, requireTemplate } from '../sources/templates/load-templates.ts';
import { templateCsv, templateSchemaJson } from '../sources/templates/template-text.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';

interface TemplateOptions extends CommonOptions {
  readonly list?: boolean;
  readonly schema?: 'json';
  readonly output?: string;
}

export const templateCommand: CommandModule = (program, { terminal }) => {
  addCommand(program, 'template', 'an empty CSV for figures that nobody publishes, with its schema')
    .argument('[name]', 'name of a template')
    .option('--list', 'list the templates')
    .addOption(new Option('--schema <form>', 'the schema in place of the CSV').choices(['json']))
    .option('-o, --output <dir>', 'write NAME.csv and NAME.schema.json into a folder')
    .action((name: string | undefined, options: TemplateOptions) => {
      const templates = loadTemplates();
      if (options.list || (name === undefined && options.json)) {
        const list = templates.map((each) => ({
          template: each.name,
          title: each.title,
          purpose: each.purpose,
          filled_by: each.filled_by,
          columns: each.columns.map((column) => column.name),
        }));
        terminal.out(
          options.json
            ? toJson({ templates: list })
            : list.map((each) => `${each.template}\n  ${each.title}\n`).join(''),
        );
        return;
      }
      if (name === undefined)
        throw new UsageError('No template was named.', '`scrutineer template --list` lists them.');
      const template = requireTemplate(templates, name);
      const schema = toJson(templateSchemaJson(template));
      if (options.output !== undefined) {
        mkdirSync(options.output, { recursive: true });
        writeFileSync(join(options.output, `${name}.csv`), templateCsv(template));
        writeFileSync(join(options.output, `${name}.schema.json`), schema);
        terminal.err(`${name}.csv and ${name}.schema.json are in ${options.output}.\n`);
        return;
      }
      terminal.out(options.schema === 'json' || options.json ? schema : templateCsv(template));
    });
};
