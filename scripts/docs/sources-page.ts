import { SOURCES } from '../../src/sources/registry.ts';
import { TABLES } from '../../src/lake/tables.ts';

/** docs/sources.md, from the sources that the program knows. */
export function sourcesPage(): string {
  const byTable = Map.groupBy(SOURCES, ({ table }) => table);
  const sections = [...byTable].map(([table, sources]) => {
    const entries = sources.map(
      ({ id, title, publisher, licence, address, looksLike }) =>
        `### ${title} (\`${id}\`)\n\n${sentence(looksLike)}\n\n- Publisher: ${publisher}\n- Licence: ${licence}\n- Address: <${address}>`,
    );
    return `## Table \`${table}\`: ${TABLES[table].row}\n\nColumns: ${columns(table)}.\n\n${entries.join('\n\n')}`;
  });
  return `# Sources

Written by \`npm run docs\` from the program itself; \`scrutineer sources\` prints the same. A file is recognised by its content,
never by its name, whether plain, \`.gz\` or in a ZIP. What the published files do that their layouts do not say stands in
[quirks](quirks.md).

${sections.join('\n\n')}
`;
}

function columns(table: keyof typeof TABLES): string {
  return [...Object.keys(TABLES[table].columns), 'release'].map((name) => `\`${name}\``).join(', ');
}

/** Ends with a full stop, and shows no character that Markdown would take for its own. */
function sentence(text: string): string {
  const ended = text.endsWith('.') ? text : `${text}.`;
  return ended.replaceAll(/[*_<>[\]]/g, String.raw`\$&`);
}
