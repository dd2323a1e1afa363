import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { columnsOf, fileOptions, listMethods, type AboutMethod } from '../src/analyse/index.ts';

export const METHOD_DOCS = join(import.meta.dirname, '../docs/methods');

/** The pages of docs/methods: one for each method, from what the method says of itself, and their index. */
export async function methodPages(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const pages = [
    { file: 'README.md', text: index() },
    ...listMethods().map((about) => ({ file: `${about.method}.md`, text: page(about) })),
  ];
  const options = await resolveConfig(join(METHOD_DOCS, 'README.md'));
  return Promise.all(
    pages.map(async ({ file, text }) => ({
      file,
      text: await format(text, { ...options, parser: 'markdown' }),
    })),
  );
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

function page(about: AboutMethod): string {
  const { method, title, answers, formula, assumptions, notWhen, sources, checkedWith, version } = about;
  const second = fileOptions(method).map((name) => ` --${name} OTHER.csv`);
  return `# ${plain(title)}

${plain(answers)}

    scrutineer analyse ${method} FILE.csv${second.join('')} --json

Version ${version}. The same text: \`scrutineer analyse ${method} --explain\`. [All methods](README.md).

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
