import { listMethods } from '../../src/analyse/index.ts';

/** docs/methods.md, from what each method says of itself. */
export function methodsPage(): string {
  const methods = listMethods();
  const rows = methods.map(
    ({ method, title, answers }) => `| [\`${method}\`](#${method}) | ${cell(title)} | ${cell(answers)} |`,
  );
  const sections = methods.map(
    ({ method, title, answers, formula, assumptions, notWhen, sources, checkedWith, version }) =>
      [
        `<a id="${method}"></a>`,
        `## ${title}`,
        `\`${method}\`, version ${version}. ${text(answers)}`,
        `**How.** ${text(formula)}`,
        `**It assumes**\n\n${list(assumptions)}`,
        `**Not when**\n\n${list(notWhen)}`,
        `**From**\n\n${list(sources)}`,
        `**Checked with**\n\n${list(checkedWith)}`,
      ].join('\n\n'),
  );
  return `# Methods

Written by \`npm run docs\` from the methods themselves (\`src/statistics/about\`). Each is a pure function in \`src/statistics\`: numbers
in, numbers out. Each was checked against the calls named, mostly of R, which the tests run in WebAssembly or hold as stored
results. Too few points, constant series, zero cells and the like get a named error or a stated degenerate answer.

Page by page, with the columns that each reads: [methods/](methods/README.md).

| Method | What it is | What it answers |
| --- | --- | --- |
${rows.join('\n')}

${sections.join('\n\n')}
`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${text(item)}`).join('\n');
}

function cell(value: string): string {
  return text(value).replaceAll('|', String.raw`\|`);
}

/** Shows no character that Markdown would take for its own. */
function text(value: string): string {
  return value.replaceAll(/[*_<>[\]]/g, String.raw`\$&`);
}
