import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadInputError, NotFoundError } from '../../foundation/errors.ts';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { nearest } from '../../foundation/nearest.ts';
import { readYaml } from '../../foundation/read-yaml.ts';
import { templateSchema, type Template } from './template.ts';

/**
 * Reads `catalogue/templates/*.yaml`, in the order of their names.
 * @throws BadInputError naming the file, the line and the key that is wrong
 */
export function loadTemplates(catalogueDir = CATALOGUE_DIR): readonly Template[] {
  const dir = join(catalogueDir, 'templates');
  return readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const template = readYaml(join(dir, file), templateSchema);
      if (`${template.name}.yaml` === file) return template;
      throw new BadInputError(
        `"name": ${template.name} does not match the file's name`,
        { file: join(dir, file) },
        `Call the file ${template.name}.yaml.`,
      );
    });
}

/** @throws NotFoundError that offers the nearest known name */
export function requireTemplate(templates: readonly Template[], name: string): Template {
  const template = templates.find((each) => each.name === name);
  if (template) return template;
  const near = nearest(
    name,
    templates.map((each) => each.name),
  );
  throw new NotFoundError(
    `There is no template called "${name}".`,
    near === null ? '`scrutineer template --list` lists them.' : `Did you mean "${near}"?`,
  );
}

/** The source under which a filled template is imported. */
export function sourceOfTemplate({ name }: Pick<Template, 'name'>): string {
  return `return-${name}`;
}
