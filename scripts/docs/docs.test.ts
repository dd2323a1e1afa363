import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { DOCS, generatedPages } from './pages.ts';

const ROOT = join(DOCS, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('the documentation', () => {
  test('pages that the program writes are up to date (otherwise: npm run docs)', async () => {
    for (const { file, text } of await generatedPages()) expect(read(`docs/${file}`), file).toBe(text);
  });

  test.each(PAGES)('every link and picture of %s leads somewhere', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  test('README names every command, and no command that does not exist', async () => {
    const silent = { out: () => undefined, err: () => undefined, isTTY: false };
    const program = buildProgram({ terminal: silent, now: () => new Date(0) }, await loadCommands());
    const table = read('README.md').split('## Commands')[1]?.split('\n## ')[0] ?? '';
    const named = [...table.matchAll(/^\| `scrutineer ([a-z-]+)/gm)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(program.commands.map((command) => command.name())));
  });

  test('the decisions are numbered without a gap, and the list of them names each', () => {
    const files = readdirSync(join(DOCS, 'decisions'))
      .filter((name) => /^\d/.test(name))
      .toSorted();
    expect(files.map((name) => Number(name.slice(0, 3)))).toEqual(files.map((_, index) => index + 1));
    const list = read('docs/decisions/README.md');
    expect(files.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });

  test('every room of src stands on the page about architecture', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const page = read('docs/architecture.md');
    expect(rooms.map(({ name }) => name).filter((name) => !page.includes(`\`src/${name}\``))).toEqual([]);
  });
});
