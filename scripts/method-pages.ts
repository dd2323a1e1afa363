import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { columnsOf, fileOptions, listMethods, type AboutMethod } from '../src/analyse/index.ts';
import { methodPicture, type MethodPicture } from './method-pictures/method-pictures.ts';
import { changeTables } from './change-tables.ts';

export const METHOD_DOCS = join(import.meta.dirname, '../docs/methods');

/** The files of docs/methods: a page for each method, from what the method says of itself, with its picture, and their index. */
export async function methodPages(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const drawn = new Map(listMethods().map(({ method }) => [method, methodPicture(method)]));
  const pages = [
    { file: 'README.md', text: index() },
    ...listMethods().map((about) => ({
      file: `${about.method}.md`,
      text: page(about, drawn.get(about.method) ?? null),
    })),
  ];
  const options = await resolveConfig(join(METHOD_DOCS, 'README.md'));
  const formatted = await Promise.all(
    pages.map(async ({ file, text }) => ({
      file,
      text: await format(text, { ...options, parser: 'markdown' }),
    })),
  );
  const pictures = [...drawn].flatMap(([method, picture]) =>
    picture === null ? [] : [{ file: `pictures/${method}.svg`, text: `${picture.chart.svg}\n` }],
  );
  return [...formatted, ...pictures];
}

/** The picture of a method with what it shows and the command that it is drawn from. */
function pictureOf(method: string, picture: MethodPicture | null): string {
  if (picture === null) return '';
  return `
## An example

![${plain(picture.words)}](pictures/${method}.svg)

${plain(picture.words)} The numbers are invented; [the file](examples/${method}.csv) and the command:

    ${picture.command}
`;
}

function index(): string {
  const rows = listMethods().map(
    ({ method, title, answers }) => `| [\`${method}\`](${method}.md) | ${plain(title)} | ${plain(answers)} |`,
  );
  return `# Methods, page by page

Written by \`tsx scripts/make-method-docs.ts\` from the methods themselves (\`src/statistics/about\`). All on one page: [methods.md](../methods.md).

| Method | What it is | What it answers |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function page(about: AboutMethod, picture: MethodPicture | null): string {
  const { method, title, answers, formula, assumptions, notWhen, sources, checkedWith, version } = about;
  const second = fileOptions(method).map((name) => ` --${name} OTHER.csv`);
  return `# ${plain(title)}

${plain(answers)}

    scrutineer analyse ${method} FILE.csv${second.join('')} --json

Version ${version}. The same text: \`scrutineer analyse ${method} --explain\`. [All methods](README.md).
${pictureOf(method, picture)}
## Columns

${columnsOf(method)
  .map((name) => `\`${name}\``)
  .join(
    ', ',
  )}. A column of another name is pointed at by \`--NAME other_name\`; [words.md](../words.md) says what the words mean.

## Formula

${plain(formula)}

## It assumes

${list(assumptions)}

## Not to be used

${list(notWhen)}
${changeTables(method)}
## Sources

${list(sources)}

## Checked with

${list(checkedWith)}
`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${plain(item)}`).join('\n');
}

/** Shows no character that Markdown would take for its own. */
function plain(value: string): string {
  return value.replaceAll(/[*_<>[\]|]/g, String.raw`\$&`);
}
